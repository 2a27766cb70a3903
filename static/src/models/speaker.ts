/** A speaker's own clock: when their step is expected, and how much of it is left. */
import type { ItemPayload } from "../generated/contract";
import { budget_ms, comingItems, drift_ms, itemClock, itemMinutes, untilWords } from "./agenda.ts";
import { timeOfDay } from "./words.ts";

const MINUTE_MS = 60_000;

/** The clock in words: `large` to be read from afar, `small` beside it. */
export interface OwnClock {
  state: "ahead" | "live" | "over" | "done";
  large: string;
  small: string;
}

/** The clock of one's own step, as of `now_ms` (server time). */
export function ownClock(
  items: readonly ItemPayload[],
  own: ItemPayload,
  now_ms: number,
  timezone: string,
): OwnClock {
  if (own.state === "skipped") return { state: "done", large: "Left out", small: "" };
  const clock = itemClock(own, now_ms);
  if (clock !== null) {
    const isOver = own.spent_ms + now_ms - (own.started_at_ms ?? now_ms) > budget_ms(own);
    return { state: isOver ? "over" : "live", large: clock, small: itemMinutes(own, now_ms) };
  }
  if (own.state === "done") {
    return { state: "done", large: "Done", small: itemMinutes(own, now_ms) };
  }
  if (items.some((item) => item.state === "live") && !comingItems(items).includes(own)) {
    return { state: "done", large: "Passed over", small: "The hosts may come back to it." };
  }
  const late_ms = drift_ms(items, now_ms) ?? 0;
  const expected_ms = own.planned_start_ms + late_ms;
  const planned = timeOfDay(own.planned_start_ms, timezone);
  const minutes = `${own.minutes + own.added_minutes} minutes`;
  const isOnPlan = Math.round(late_ms / MINUTE_MS) === 0;
  return {
    state: "ahead",
    large: untilWords(expected_ms, now_ms),
    small: isOnPlan
      ? `Planned at ${planned}, for ${minutes}.`
      : `Expected at ${timeOfDay(expected_ms, timezone)}, planned at ${planned}, for ${minutes}.`,
  };
}
