import assert from "node:assert/strict";
import { test } from "node:test";
import { catchUpButtons, savedBy } from "../../../static/src/models/control/catch_up.ts";
import { item, MINUTE_MS, type Parts, poll, START_MS, scene } from "./scenes.ts";

const live = (minutes: number, changes = {}) =>
  item(1, "Talk", { kind: "talk", minutes, state: "live", started_at_ms: START_MS, ...changes });
const at = (minutes: number): number => START_MS + minutes * MINUTE_MS;
const says = (parts: Parts, now_ms: number): string[] =>
  catchUpButtons(scene(parts), now_ms).map((button) => button.says);

test("a session that keeps to its plan hears no proposal", () => {
  assert.deepEqual(says({ items: [live(10), item(2, "Break", { kind: "break" })] }, at(10)), []);
});

test("the break gives first, but never its last five minutes", () => {
  const items = [live(10), item(2, "Break", { kind: "break", minutes: 10 })];
  assert.deepEqual(says({ items }, at(13)), ["Shorten the break by 3 minutes"]);
  assert.deepEqual(says({ items }, at(30)), ["Shorten the break by 5 minutes"]);
  const short = [live(10), item(2, "Break", { kind: "break", minutes: 5 })];
  assert.deepEqual(says({ items: short }, at(13)), []);
});

test("a question that nobody has seen can be left out where its step has others", () => {
  const owner = item(2, "Barriers", { minutes: 12, poll_ids: [11, 12] });
  const items = [live(10), owner];
  const polls = [poll(11, "One"), poll(12, "Two")];
  assert.deepEqual(says({ items, polls }, at(13)), [
    "Leave out question 2, “Two”, which saves 6 minutes",
  ]);
  const asked = [poll(11, "One"), poll(12, "Two", { state: "closed" })];
  assert.deepEqual(says({ items, polls: asked }, at(13)), [
    "Leave out question 1, “One”, which saves 6 minutes",
  ]);
  assert.deepEqual(
    says({ items: [live(10), { ...owner, poll_ids: [11] }], polls: [poll(11, "One")] }, at(13)),
    [],
  );
  const evaluation = { ...owner, kind: "evaluation" as const };
  assert.deepEqual(says({ items: [live(10), evaluation], polls }, at(13)), []);
});

test("a long question is named by its first words", () => {
  const items = [live(10), item(2, "Barriers", { minutes: 12, poll_ids: [11, 12] })];
  const polls = [poll(11, "One"), poll(12, "Second practice: could it move to your organisation?")];
  assert.deepEqual(says({ items, polls }, at(13)), [
    "Leave out question 2, “Second practice: could it move to…”, which saves 6 minutes",
  ]);
});

test("what was passed over cannot be shortened any more", () => {
  const passed = [
    item(1, "Break", { kind: "break", minutes: 10 }),
    item(2, "Practices", { kind: "practice", minutes: 20 }),
    item(3, "Barriers", { minutes: 12, poll_ids: [11, 12] }),
  ];
  const late = item(4, "Poll", { minutes: 5, state: "live", started_at_ms: at(42) });
  const polls = [poll(11, "One"), poll(12, "Two")];
  assert.deepEqual(says({ items: [...passed, late], polls }, at(60)), []);
});

test("who speaks now ends early, else the longest coming talk gives at most half", () => {
  const late = item(1, "Opening", { minutes: 5, state: "done", spent_ms: 12 * MINUTE_MS });
  const speaking = { ...live(10, { started_at_ms: at(12) }), id: 2 };
  assert.deepEqual(says({ items: [late, speaking] }, at(14)), ["End “Talk” 7 minutes early"]);
  const asking = item(1, "Poll", { minutes: 5, state: "live", started_at_ms: START_MS });
  const coming = item(2, "Practices", { kind: "practice", minutes: 20 });
  assert.deepEqual(says({ items: [asking, coming] }, at(30)), [
    "Shorten “Practices” by 10 minutes",
  ]);
});

test("the first proposal has the key, and each is a command that exists", () => {
  const items = [live(10), item(2, "Break", { kind: "break", minutes: 10 })];
  const [first] = catchUpButtons(scene({ items }), at(13));
  assert.equal(first?.key, "accept");
  assert.deepEqual(first?.act, {
    name: "add_minutes",
    args: { version: 5, item_id: 2, minutes: -3 },
  });
});

test("a live step saves no more than what is left of it", () => {
  const owner = live(12, { kind: "poll", poll_ids: [11, 12] });
  const held = scene({ items: [owner], polls: [poll(11, "One"), poll(12, "Two")] });
  assert.equal(savedBy(held, owner, at(2)), 6);
  assert.equal(savedBy(held, owner, at(10)), 2);
  assert.equal(savedBy(held, owner, at(15)), 0);
});
