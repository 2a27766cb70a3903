/** The run of show in words: where we are, and how planned and actual minutes compare. */
import type { ItemPayload } from "../generated/contract";
import { say } from "./words.ts";
import { sayApart } from "./words_apart.ts";

const MINUTE_MS = 60_000;

/** "3 of 7": the place of the current step among all; null when no step is current. */
export function stepOf(items: readonly ItemPayload[], currentId: number | null): string | null {
  const place = items.findIndex((item) => item.id === currentId);
  return place < 0 ? null : say("agenda.step", { step: place + 1, count: items.length });
}

/** The step after this one that was not skipped, or null. Without a current step: the first. */
export function nextItem(
  items: readonly ItemPayload[],
  currentId: number | null,
): ItemPayload | null {
  const place = items.findIndex((item) => item.id === currentId);
  return items.slice(place + 1).find((item) => item.state !== "skipped") ?? null;
}

/** Minutes that the step may take: planned plus added, in milliseconds. */
export function budget_ms(item: ItemPayload): number {
  return Math.max(0, item.minutes + item.added_minutes) * MINUTE_MS;
}

/** Time spent in the step so far, earlier visits included, in milliseconds. */
export function spent_ms(item: ItemPayload, now_ms: number): number {
  const isRunning = item.state === "live" && item.started_at_ms !== null;
  const running = isRunning ? Math.max(0, now_ms - (item.started_at_ms ?? now_ms)) : 0;
  return item.spent_ms + running;
}

/** "6 of 10 minutes", naming what was added or taken away while live. */
export function itemMinutes(item: ItemPayload, now_ms: number): string {
  const spent = Math.floor(spent_ms(item, now_ms) / MINUTE_MS);
  const values = { spent, count: budget_ms(item) / MINUTE_MS };
  const added = item.added_minutes;
  if (added > 0) return sayApart("agenda.spent_added", { ...values, added });
  if (added < 0) return sayApart("agenda.spent_fewer", { ...values, fewer: -added });
  return sayApart("agenda.spent", values);
}

/** "4:05 left" or "1:10 over" for the live step; null for the others. */
export function itemClock(item: ItemPayload, now_ms: number): string | null {
  if (item.state !== "live") return null;
  const left_ms = budget_ms(item) - spent_ms(item, now_ms);
  const seconds = left_ms >= 0 ? Math.ceil(left_ms / 1000) : Math.floor(-left_ms / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return sayApart(left_ms >= 0 ? "agenda.left" : "agenda.over", { time });
}

/** How long until the clock of the live step says another second, in milliseconds; a second without one. */
export function nextSecond_ms(items: readonly ItemPayload[], now_ms: number): number {
  const live = items.find((item) => item.state === "live");
  if (live === undefined) return 1000;
  const part_ms = (budget_ms(live) - spent_ms(live, now_ms)) % 1000;
  return part_ms > 0 ? part_ms : part_ms + 1000;
}

/** The steps that are still to come: after the live one. Those that were passed over come no more by themselves. */
export function comingItems(items: readonly ItemPayload[]): ItemPayload[] {
  const place = items.findIndex((item) => item.state === "live");
  return items.slice(place + 1).filter((item) => item.state === "ahead");
}

/**
 * How much later than planned the session would end if every coming step took what is left of its
 * minutes, in milliseconds; negative when it would end earlier. Null when no step is live.
 */
export function drift_ms(items: readonly ItemPayload[], now_ms: number): number | null {
  const live = items.find((item) => item.state === "live");
  if (live === undefined) return null;
  const left_ms = Math.max(0, budget_ms(live) - spent_ms(live, now_ms));
  const coming_ms = comingItems(items).reduce(
    (sum, item) => sum + Math.max(0, budget_ms(item) - item.spent_ms),
    0,
  );
  const plannedEnd_ms = Math.max(
    ...items.map((item) => item.planned_start_ms + item.minutes * MINUTE_MS),
  );
  return now_ms + left_ms + coming_ms - plannedEnd_ms;
}

/** "on plan", "4 minutes behind plan", "2 minutes ahead of plan"; null when no step is live. */
export function drift(items: readonly ItemPayload[], now_ms: number): string | null {
  const behind_ms = drift_ms(items, now_ms);
  if (behind_ms === null) return null;
  const minutes = Math.round(behind_ms / MINUTE_MS);
  if (minutes === 0) return sayApart("agenda.on_plan");
  return minutes > 0
    ? sayApart("agenda.behind", { count: minutes })
    : sayApart("agenda.ahead", { count: -minutes });
}

/** "in 12 minutes" until a planned moment, rounded up; "in a moment" once it has come. */
export function untilWords(at_ms: number, now_ms: number): string {
  const minutes = Math.ceil((at_ms - now_ms) / MINUTE_MS);
  return minutes > 0 ? say("time.in_minutes", { count: minutes }) : say("time.now");
}
