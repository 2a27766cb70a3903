/** A moderator's act: sent once in effect, and never pretended. */
import type { Ack, Nack } from "../generated/contract";
import { type Timers, within } from "./timers.ts";
import { localNack } from "./wire.ts";
import { say } from "./words.ts";

const REPLY_LIMIT_MS = 5_000;
const RETURN_LIMIT_MS = 8_000;
const LOOK_EVERY_MS = 200;

/**
 * Send an act with one number. Without a connection it is refused here ("offline"). When the reply
 * fails to come it is asked once more with the same number, as soon as there is a connection; if
 * that fails too, the honest reply is that nobody here knows ("no_answer").
 */
export async function actOnce(
  timers: Timers,
  isUp: () => boolean,
  send: () => Promise<Ack | Nack>,
): Promise<Ack | Nack> {
  if (!isUp()) return localNack("offline", say("kept.offline"), true);
  try {
    return await within(timers, REPLY_LIMIT_MS, send());
  } catch {
    return askAgain(timers, isUp, send);
  }
}

async function askAgain(
  timers: Timers,
  isUp: () => boolean,
  send: () => Promise<Ack | Nack>,
): Promise<Ack | Nack> {
  const limit = timers.ticks() + RETURN_LIMIT_MS;
  while (!isUp() && timers.ticks() < limit) {
    await new Promise<void>((resolve) => timers.after(LOOK_EVERY_MS, resolve));
  }
  try {
    return await within(timers, REPLY_LIMIT_MS, send());
  } catch {
    return localNack("no_answer", say("kept.no_answer"), false);
  }
}
