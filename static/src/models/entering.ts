/** Going in by a personal link: what the token opens, or why it does not, in words. */
import type { Nack } from "../generated/contract";
import { jitter, type Timers } from "./timers.ts";
import { localNack, wait_ms } from "./wire.ts";
import { sayApart } from "./words_apart.ts";

const RETRY_BASE_MS = 2_000;
const RETRY_CAP_MS = 15_000;

/** What the page does with what happens. */
export interface EnterPorts {
  timers: Timers;
  /** Exchange the token for an address; rejects when there is no reply. */
  exchange(token: string): Promise<unknown>;
  go(url: string): void;
  /** Show a sentence about trouble. */
  tell(sentence: string): void;
}

/** Try until the link opens or is refused for good; a gap in the network does not use it up. */
export async function enter(token: string, ports: EnterPorts): Promise<void> {
  if (token === "") {
    ports.tell(sayApart("enter.missing"));
    return;
  }
  for (let tries = 0; ; tries += 1) {
    const outcome = await exchangeOnce(token, ports);
    if (typeof outcome === "string") {
      ports.go(outcome);
      return;
    }
    ports.tell(outcome.message);
    if (!outcome.retry) return;
    const pause_ms = jitter(ports.timers, tries, RETRY_BASE_MS, RETRY_CAP_MS);
    await new Promise<void>((resolve) => {
      ports.timers.after(wait_ms(outcome) + pause_ms, resolve);
    });
  }
}

/** The address to go to, or a refusal. */
async function exchangeOnce(token: string, ports: EnterPorts): Promise<string | Nack> {
  try {
    const body = (await ports.exchange(token)) as Partial<Nack & { url: string }> | null;
    const url = body?.url;
    if (isOwnPath(url)) return url;
    if (body?.ok === false && body.details) return body as Nack;
    return localNack("strange", sayApart("enter.strange"), false);
  } catch {
    return localNack("no_reply", sayApart("enter.no_reply"), true);
  }
}

/** Only a path of this installation is followed. */
function isOwnPath(url: unknown): url is string {
  return typeof url === "string" && /^\/(?![/\\])/.test(url);
}
