/** The way back: the last acts that can still be turned, newest last. Values in, values out. */
import { type Act, seenAt, targetOf, versionAfter } from "./acts.ts";

/** How long an act can be undone with one press. */
export const UNDO_MS = 10_000;

/** One act that can be turned back until `until_ms` (server time). */
export interface Undo {
  id: number;
  act: Act;
  says: string;
  until_ms: number;
}

/**
 * The stack after an act. An act that nothing turns back empties it: otherwise "undo" would turn
 * back an older act than the one the moderator has in mind.
 */
export function pushed(
  stack: readonly Undo[],
  entry: { act: Act | null; says: string; at_ms: number },
): Undo[] {
  if (!entry.act) return [];
  const id = (stack.at(-1)?.id ?? 0) + 1;
  return [...stack, { id, act: entry.act, says: entry.says, until_ms: entry.at_ms + UNDO_MS }];
}

/** The part of the stack that can still be undone. */
export function fresh(stack: readonly Undo[], now_ms: number): Undo[] {
  return stack.filter((entry) => entry.until_ms > now_ms);
}

/**
 * The stack once its newest entry was undone. Turning it back raised the version of its thing, so
 * older entries for the same thing now start from there.
 */
export function undone(stack: readonly Undo[]): Undo[] {
  const last = stack.at(-1);
  if (!last) return [];
  const version = versionAfter(last.act);
  return stack
    .slice(0, -1)
    .map((entry) =>
      targetOf(entry.act) === targetOf(last.act)
        ? { ...entry, act: seenAt(entry.act, version) }
        : entry,
    );
}

/** Whole seconds left to undo, at least 1 while there is any time. */
export function secondsLeft(entry: Undo, now_ms: number): number {
  return Math.max(0, Math.ceil((entry.until_ms - now_ms) / 1000));
}
