import assert from "node:assert/strict";
import { test } from "node:test";
import type { ItemPayload } from "../../../static/src/generated/contract.ts";
import {
  comingItems,
  drift,
  drift_ms,
  itemClock,
  itemMinutes,
  nextItem,
  nextSecond_ms,
  stepOf,
  untilWords,
} from "../../../static/src/models/agenda.ts";
import { item, MINUTE, START } from "../fakes/story.ts";

/** Four steps of ten minutes; changes by id. */
function agenda(changes: Record<number, Partial<ItemPayload>> = {}): ItemPayload[] {
  return [1, 2, 3, 4].map((id) => item(id, changes[id]));
}

/** The second step runs since `start_min` minutes after the planned start of the session. */
function inSecond(start_min: number, more: Record<number, Partial<ItemPayload>> = {}) {
  return agenda({
    1: { state: "done", spent_ms: start_min * MINUTE },
    2: { state: "live", started_at_ms: START + start_min * MINUTE },
    ...more,
  });
}

const at = (minute: number) => START + minute * MINUTE;

test("which step of how many", () => {
  assert.equal(stepOf(agenda(), 3), "3 of 4");
  assert.equal(stepOf(agenda(), null), null);
  assert.equal(stepOf(agenda(), 99), null);
});

test("the next step leaves out what was skipped", () => {
  const items = agenda({ 3: { state: "skipped" } });
  assert.equal(nextItem(items, 2)?.id, 4);
  assert.equal(nextItem(items, null)?.id, 1);
  assert.equal(nextItem(items, 4), null);
});

test("planned against actual minutes, as a sentence", () => {
  assert.equal(drift(agenda(), at(3)), null, "nothing has begun");
  assert.equal(drift(inSecond(10), at(12)), "on plan");
  assert.equal(drift(inSecond(10.4), at(12)), "on plan");
  assert.equal(drift(inSecond(14), at(16)), "4 minutes behind plan");
  assert.equal(drift(inSecond(11), at(12)), "1 minute behind plan");
  assert.equal(drift(inSecond(8), at(9)), "2 minutes ahead of plan");
});

test("a step that overruns brings us behind minute by minute", () => {
  assert.equal(drift(inSecond(10), at(20)), "on plan");
  assert.equal(drift(inSecond(10), at(23)), "3 minutes behind plan");
});

test("added minutes count, in the live step and in a coming one", () => {
  const running = { state: "live", started_at_ms: at(10), added_minutes: 5 } as const;
  assert.equal(drift(inSecond(10, { 2: running }), at(12)), "5 minutes behind plan");
  assert.equal(
    drift(inSecond(10, { 4: { added_minutes: -3 } }), at(12)),
    "3 minutes ahead of plan",
  );
});

test("a skipped step gives its minutes back", () => {
  assert.equal(drift(inSecond(14, { 3: { state: "skipped" } }), at(16)), "6 minutes ahead of plan");
});

test("a step that was passed over comes no more, until somebody goes back to it", () => {
  const passed = agenda({
    1: { state: "done", spent_ms: 10 * MINUTE },
    3: { state: "live", started_at_ms: at(10) },
  });
  assert.equal(drift(passed, at(12)), "10 minutes ahead of plan");
  assert.deepEqual(
    comingItems(passed).map((one) => one.id),
    [4],
  );
  const back = agenda({
    1: { state: "done", spent_ms: 10 * MINUTE },
    2: { state: "live", started_at_ms: at(12) },
    3: { state: "ahead", spent_ms: 2 * MINUTE },
  });
  assert.equal(drift(back, at(12)), "on plan");
});

test("going back costs what is left of the step, not what it took before", () => {
  const items = agenda({
    1: { state: "live", spent_ms: 6 * MINUTE, started_at_ms: at(20) },
    2: { state: "ahead", spent_ms: 14 * MINUTE },
  });
  assert.equal(drift_ms(items, at(20)), 4 * MINUTE);
  assert.equal(itemMinutes(items[0] as ItemPayload, at(22)), "8 of 10 minutes");
});

test("how much of a step is used", () => {
  const live = (added_minutes: number) =>
    item(1, { state: "live", started_at_ms: START, added_minutes });
  assert.equal(itemMinutes(live(0), at(6.9)), "6 of 10 minutes");
  assert.equal(itemMinutes(live(2), at(6)), "6 of 12 minutes, 2 added");
  assert.equal(itemMinutes(live(-3), at(6)), "6 of 7 minutes, 3 fewer than planned");
  assert.equal(itemMinutes(live(0), START - 400), "0 of 10 minutes", "a clock a little behind");
  assert.equal(itemMinutes(item(1, { minutes: 1 }), at(50)), "0 of 1 minute");
});

test("the clock of the live step counts down, then over", () => {
  const live = item(1, { state: "live", started_at_ms: START });
  assert.equal(itemClock(live, START + 1), "10:00 left");
  assert.equal(itemClock(live, at(6) - 5_000), "4:05 left");
  assert.equal(itemClock(live, at(10)), "0:00 left");
  assert.equal(itemClock(live, at(11) + 10_500), "1:10 over");
  assert.equal(itemClock(item(1), at(3)), null);
});

test("how long until the clock says another second, before the end and after it", () => {
  const live = item(1, { state: "live", started_at_ms: START });
  for (const spent_ms of [0, 1, 400, 999, 10 * MINUTE + 1, 11 * MINUTE + 250]) {
    const now_ms = START + spent_ms;
    const wait_ms = nextSecond_ms([item(2), live], now_ms);
    assert.equal(itemClock(live, now_ms + wait_ms - 1), itemClock(live, now_ms));
    assert.notEqual(itemClock(live, now_ms + wait_ms + 1), itemClock(live, now_ms));
  }
  assert.equal(nextSecond_ms([item(1)], START), 1000);
});

test("how long until the doors open", () => {
  assert.equal(untilWords(at(12), START), "in 12 minutes");
  assert.equal(untilWords(at(12), START + 1), "in 12 minutes");
  assert.equal(untilWords(at(1), START), "in 1 minute");
  assert.equal(untilWords(START, START), "in a moment");
});
