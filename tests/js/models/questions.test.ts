import assert from "node:assert/strict";
import { test } from "node:test";
import { heldOrder, inOrder, wantWords } from "../../../static/src/models/questions.ts";
import { ownClock } from "../../../static/src/models/speaker.ts";
import { askedOnStage } from "../../../static/src/models/stage/asked.ts";
import { item, MINUTE, question, START } from "../fakes/story.ts";

const ASKED = [
  question(1, { votes: 1 }),
  question(2, { votes: 9, is_answered: true }),
  question(3, { votes: 4 }),
  question(4, { is_pinned: true }),
];

test("pinned questions come first and answered ones last, whatever they are sorted by", () => {
  assert.deepEqual(
    inOrder(ASKED, "support").map(({ id }) => id),
    [4, 3, 1, 2],
  );
  assert.deepEqual(
    inOrder(ASKED, "time").map(({ id }) => id),
    [4, 3, 1, 2],
  );
  const later = [...ASKED, question(5)];
  assert.deepEqual(
    inOrder(later, "time").map(({ id }) => id),
    [4, 5, 3, 1, 2],
  );
  assert.deepEqual(
    inOrder(later, "support").map(({ id }) => id),
    [4, 3, 1, 5, 2],
  );
});

test("under a thumb nothing moves: new ones come last, and who is gone leaves the others in place", () => {
  assert.deepEqual(heldOrder([3, 1], [1, 3, 7]), [3, 1, 7]);
  assert.deepEqual(heldOrder([3, 1, 2], [2, 3]), [3, 2]);
  assert.deepEqual(heldOrder([], [2, 1]), [2, 1]);
});

test("one person wants, two people want", () => {
  assert.equal(wantWords(1), "1 person wants to know too");
  assert.equal(wantWords(2), "2 people want to know too");
});

test("the big screen shows five short questions or fewer long ones, and says how many are left", () => {
  const short = [1, 2, 3, 4, 5, 6].map((id) => question(id));
  const [five, few] = [short, short.map((one) => ({ ...one, text: "word ".repeat(56) }))].map(
    (all) => askedOnStage(all, 177, 70),
  );
  assert.deepEqual([five?.shown.length, five?.left], [5, 1]);
  assert.ok(few && few.shown.length >= 1 && few.shown.length < 5);
  assert.equal(few.left, 6 - few.shown.length);
});

const TALK = item(2, { minutes: 15, planned_start_ms: START + 10 * MINUTE });
const clockAt = (own: typeof TALK, now_ms: number, items = [own]) =>
  ownClock(items, own, now_ms, "Europe/Brussels");

test("before their step a speaker reads when it is expected", () => {
  assert.deepEqual(clockAt(TALK, START), {
    state: "ahead",
    large: "in 10 minutes",
    small: "Planned at 14:40, for 15 minutes.",
  });
});

test("when the session is late, so is the expected start", () => {
  const before = item(1, { state: "live", started_at_ms: START, minutes: 10 });
  const late = clockAt(TALK, START + 14 * MINUTE, [before, TALK]);
  assert.equal(late.small, "Expected at 14:44, planned at 14:40, for 15 minutes.");
});

test("a speaker whose step was passed over waits for no time", () => {
  const after = item(3, { state: "live", started_at_ms: START });
  assert.deepEqual(clockAt(TALK, START, [TALK, after]), {
    state: "done",
    large: "Passed over",
    small: "The hosts may come back to it.",
  });
});

test("in their step a speaker reads how much is left, and then how far it is over", () => {
  const live = { ...TALK, state: "live" as const, started_at_ms: START };
  const early = clockAt(live, START + 6 * MINUTE);
  assert.deepEqual(
    [early.state, early.large, early.small],
    ["live", "9:00 left", "6 of 15 minutes"],
  );
  const over = clockAt(live, START + 16 * MINUTE);
  assert.deepEqual([over.state, over.large], ["over", "1:00 over"]);
});

test("a step that is done or left out has no clock any more", () => {
  const done = clockAt({ ...TALK, state: "done", spent_ms: 14 * MINUTE }, START);
  assert.deepEqual([done.state, done.large, done.small], ["done", "Done", "14 of 15 minutes"]);
  assert.equal(clockAt({ ...TALK, state: "skipped" }, START).large, "Left out");
});
