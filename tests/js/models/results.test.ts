import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResultRow, Results } from "../../../static/src/generated/contract.ts";
import { Announcer, shareWords, summary } from "../../../static/src/models/results.ts";
import { row } from "../fakes/story.ts";
import { FakeTimers } from "../fakes/time.ts";

function results(answered: number, rows: ResultRow[], mean: number | null = null): Results {
  return {
    answered,
    base: answered,
    rows,
    not_applicable: 0,
    other_count: 0,
    mean,
    quotes: [],
  };
}

const choice = { scale: null };
const scale = { scale: { labels: ["1", "2", "3", "4", "5"], not_applicable: null } };

test("a result in one sentence", () => {
  const rows = [row(11, "Time to learn", 18), row(12, "Money", 14)];
  assert.equal(summary(choice, results(42, rows)), "42 answers. Most chosen: Time to learn, 18.");
  assert.equal(summary(choice, results(0, rows)), "No answers yet.");
  assert.equal(
    summary(choice, results(1, [row(11, "Money", 1)])),
    "1 answer. Most chosen: Money, 1.",
  );
  assert.equal(summary(choice, results(1200, [])), "1,200 answers.", "texts have no rows");
});

test("equals are named together, and not at all when nearly everything is equal", () => {
  const tie = [row(1, "Time", 9), row(2, "Money", 9), row(3, "Childcare", 2)];
  assert.equal(
    summary(choice, results(12, tie)),
    "12 answers. Most chosen: Time and Money, 9 each.",
  );
  const flat = [1, 2, 3, 4].map((id) => row(id, `Option ${id}`, 3));
  assert.equal(summary(choice, results(12, flat)), "12 answers.");
});

test("a scale is summed up by its average", () => {
  assert.equal(
    summary(scale, results(30, [row(4, "4", 20)], 3.4499)),
    "30 answers. Average: 3.4 of 5.",
  );
  assert.equal(summary(scale, results(2, [], null)), "2 answers.", "all said not applicable");
});

test("a share names its base", () => {
  assert.equal(shareWords(18, 42, 43), "18 of 42 (43 %)");
});

function listen() {
  const timers = new FakeTimers();
  const heard: string[] = [];
  return { timers, heard, announcer: new Announcer(timers, (text) => heard.push(text)) };
}

test("a burst of answers is said once now and once each 15 s, the newest only", async () => {
  const { timers, heard, announcer } = listen();
  announcer.open("1 answer.");
  for (let count = 2; count <= 300; count += 1) {
    announcer.offer(`${count} answers.`);
    await timers.pass(100);
  }
  assert.deepEqual(heard, ["1 answer.", "151 answers."]);
  await timers.pass(60_000);
  assert.deepEqual(heard, ["1 answer.", "151 answers.", "300 answers."]);
});

test("what did not change is not said again", async () => {
  const { timers, heard, announcer } = listen();
  announcer.open("42 answers.");
  announcer.offer("42 answers.");
  await timers.pass(60_000);
  announcer.offer("43 answers.");
  announcer.offer("42 answers.");
  await timers.pass(60_000);
  assert.deepEqual(heard, ["42 answers.", "43 answers.", "42 answers."]);
});

test("once a minute, or never, as the listener wants", async () => {
  const { timers, heard, announcer } = listen();
  announcer.open("1 answer.");
  announcer.setPace("60s");
  announcer.offer("2 answers.");
  await timers.pass(59_999);
  assert.deepEqual(heard, ["1 answer."]);
  await timers.pass(1);
  assert.deepEqual(heard, ["1 answer.", "2 answers."]);
  announcer.setPace("off");
  announcer.offer("3 answers.");
  announcer.open("Other question.");
  await timers.pass(600_000);
  assert.equal(heard.length, 2);
  assert.equal(timers.pending, 0);
  announcer.setPace("15s");
  assert.deepEqual(heard.at(-1), "Other question.");
});

test("a new question is said at once, and its end silences what waits", async () => {
  const { timers, heard, announcer } = listen();
  announcer.open("42 answers.");
  announcer.offer("43 answers.");
  announcer.open("No answers yet.");
  announcer.offer("1 answer.");
  announcer.close();
  await timers.pass(600_000);
  assert.deepEqual(heard, ["42 answers.", "No answers yet."]);
});
