/** How often a page that waits before a door looks whether it has opened. */
import type { Door, Nack } from "../../generated/contract";
import { wait_ms } from "../wire.ts";

const NEAR_MS = 5_000;
const FAR_MS = 30_000;
const SOON_MS = 10 * 60_000;

/**
 * Milliseconds until the next look: about 5 s when the session is to begin soon or the door is locked,
 * about 30 s long before, later when the server asks for it. `chance` (0 to 1) keeps a crowd apart.
 */
export function lookAgain_ms(seen: Door | Nack | null, chance: number): number {
  if (seen === null) return NEAR_MS * (1 + chance);
  if ("ok" in seen) return wait_ms(seen) + NEAR_MS * (1 + chance);
  const isFar = seen.state === "early" && seen.planned_start_ms - seen.now_ms > SOON_MS;
  return Math.round((isFar ? FAR_MS : NEAR_MS) * (0.8 + 0.4 * chance));
}
