import assert from "node:assert/strict";
import { test } from "node:test";
import type { PollTopic } from "../../../static/src/generated/contract";
import { lastWords, logWords, refusedWords } from "../../../static/src/models/control/log.ts";
import { preflight } from "../../../static/src/models/control/preflight.ts";
import {
  bars,
  looked,
  rateWords,
  type Sample,
  sampled,
} from "../../../static/src/models/control/rate.ts";
import { stageLostWords, stageReport } from "../../../static/src/models/control/stage.ts";
import {
  ago,
  answeredWords,
  driftWords,
  endWords,
  knotName,
  peopleWords,
  plannedEndWords,
} from "../../../static/src/models/control/words.ts";
import { item, MINUTE_MS, nack, poll, room, START_MS, scene, steps } from "./scenes.ts";

const AT_16_MS = START_MS + 16 * MINUTE_MS;

test("a knot says its title, state and minutes", () => {
  const names = steps().map((one) => knotName(one, AT_16_MS));
  assert.deepEqual(names, [
    "Welcome, done, 10 of 10 minutes",
    "Barriers, live, 6 of 10 minutes",
    "Cooperation, ahead, 10 minutes",
  ]);
  assert.equal(knotName(item(4, "Break", { state: "skipped" }), 0), "Break, left out");
});

test("the plan is told in words and the end in the session's own time zone", () => {
  assert.equal(driftWords(scene(), AT_16_MS), "On plan.");
  assert.equal(plannedEndWords(scene()), "planned end 15:00");
  assert.equal(endWords(scene(), AT_16_MS), "Planned end 15:00");
  const late_ms = START_MS + 24 * MINUTE_MS;
  assert.equal(driftWords(scene(), late_ms), "4 minutes behind plan.");
  assert.equal(endWords(scene(), late_ms), "Expected end 15:04, planned 15:00");
  const before = scene({
    session: { state: "open", current_item_id: null },
    items: [item(1, "Welcome")],
  });
  assert.equal(driftWords(before, late_ms), "");
  assert.equal(plannedEndWords(scene({ items: [] })), "");
});

test("times ago are short", () => {
  assert.deepEqual([400, 1000, 2000, 59_000, 61_000, 7_200_000].map(ago), [
    "just now",
    "1 second ago",
    "2 seconds ago",
    "59 seconds ago",
    "1 minute ago",
    "2 hours ago",
  ]);
});

test("who was overtaken reads who was first, what they did and when", () => {
  const details = { by: "Maria", act: "open_poll", at_ms: START_MS };
  const overtaken = nack("overtaken", "Somebody changed this first.", details);
  assert.equal(
    refusedWords(overtaken, START_MS + 2000),
    "Maria opened this 2 seconds ago. Nothing was changed by you.",
  );
});

test("another refusal keeps the server's sentence", () => {
  assert.equal(refusedWords(nack("busy", "We cannot save."), 0), "We cannot save.");
  const nameless = nack("overtaken", "Somebody changed this first.", { by: "", act: "" });
  assert.equal(refusedWords(nameless, 0), "Somebody changed this first.");
});

test("the room says who is here and who has trouble, and nothing that is zero", () => {
  assert.deepEqual(peopleWords(room()), ["61 people connected"]);
  assert.deepEqual(peopleWords(room({ participants: 1, unsent: 1, trouble: 3, over_http: 2 })), [
    "1 person connected",
    "2 of them on a slower way in, with updates every 2 seconds",
    "1 person has answers not sent yet",
    "3 people offline for over a minute",
  ]);
});

test("answers are counted against people present, unless there are more answers than people", () => {
  assert.equal(answeredWords(42, 61), "42 of 61 people answered");
  assert.equal(answeredWords(1, 1), "1 of 1 person answered");
  assert.equal(answeredWords(42, 40), "42 answers");
  assert.equal(answeredWords(42, null), "42 answers");
  assert.equal(answeredWords(0, 0), "0 answers");
});

test("the log says what was done to what", () => {
  const line = { id: 1, at_ms: 0, by: "Maria", what: "Barriers" };
  assert.equal(logWords({ ...line, act: "go_to_item" }), "Launched: Barriers");
  const stage = { ...line, act: "set_stage" };
  assert.equal(
    logWords({ ...stage, what: "matches" }),
    "The big screen shows who could work together",
  );
  assert.equal(logWords({ ...stage, what: "" }), "Big screen");
  assert.equal(logWords({ ...line, act: "erase_all" }), "erase all: Barriers");
});

test("the last act is told with who and when", () => {
  const line = { id: 1, at_ms: START_MS, by: "Maria", act: "open_poll", what: "Barriers" };
  assert.equal(
    lastWords(line, START_MS + 120_000),
    "Last: Opened voting: Barriers, by Maria 2 minutes ago",
  );
  assert.equal(lastWords(undefined, START_MS), "");
});

test("the big screen reports what it shows and when it was last seen", () => {
  assert.deepEqual(stageReport(room(), START_MS), {
    state: "well",
    says: "Stage showing: Barriers, last seen 1 second ago",
  });
  assert.deepEqual(stageReport(room(), START_MS + 13_000), {
    state: "lost",
    says: "The big screen was last seen 14 seconds ago.",
  });
  assert.deepEqual(stageReport(room({ stages: [] }), START_MS), {
    state: "none",
    says: "No big screen is connected.",
  });
});

test("without word from the room nothing is said about the big screen, and no alarm is raised", () => {
  assert.deepEqual(stageReport(null, START_MS), {
    state: "unknown",
    says: "It is not known what the big screen shows.",
  });
  assert.equal(stageLostWords(scene(), null, START_MS), "");
  const lost = stageLostWords(scene(), room({ stages: [] }), START_MS);
  assert.match(lost, /^No big screen is connected\. Participants still have everything/);
});

test("of several stage windows the one seen last speaks", () => {
  const stages = [
    { showing: "Old", seen_ms_ago: 9000 },
    { showing: "Barriers", seen_ms_ago: 0 },
  ];
  assert.equal(
    stageReport(room({ stages }), START_MS).says,
    "Stage showing: Barriers, last seen just now, and 1 more window",
  );
});

test("the list before the start says what is ready and what is missing", () => {
  const states = (checks: ReturnType<typeof preflight>) =>
    checks.map((check) => [check.id, check.state]);
  const draft = scene({ session: { state: "draft", current_item_id: null } });
  assert.deepEqual(states(preflight(draft, null, START_MS)), [
    ["steps", "ready"],
    ["doors", "wait"],
    ["stage", "wait"],
  ]);
  assert.deepEqual(
    states(preflight(draft, room({ participants: 0, moderators: ["Maria"] }), START_MS)).slice(3),
    [
      ["phone", "wait"],
      ["host", "wait"],
    ],
  );
  const open = scene({ session: { state: "open", current_item_id: null } });
  assert.deepEqual(
    preflight(open, room({ participants: 2 }), START_MS).map((check) => check.says),
    [
      "3 steps, 30 minutes.",
      "The doors are open.",
      "Stage showing: Barriers, last seen 1 second ago",
      "2 people are in the lobby.",
      "2 hosts connected.",
    ],
  );
});

test("the rate counts the answers of the last 30 seconds", () => {
  let samples: Sample[] = [];
  for (const [at_ms, answered] of [
    [0, 0],
    [10_000, 4],
    [31_000, 9],
    [40_000, 12],
  ] as const) {
    samples = sampled(samples, { at_ms, answered });
  }
  assert.equal(rateWords(samples, 40_000), "8 in the last 30 seconds");
  assert.deepEqual(bars(samples, 40_000), [0, 0, 0, 0, 0, 0, 5, 0, 0, 3]);
  assert.equal(rateWords(samples, 90_000), "none in the last 30 seconds");
});

test("only open questions are counted, each for itself", () => {
  const polls = [poll(11, "One", { state: "open", answered: 3 }), poll(12, "Two")];
  const once = looked(new Map(), scene({ polls }), 0);
  assert.deepEqual([...once.keys()], [11]);
  const later = looked(once, scene({ polls: [{ ...polls[0], answered: 5 } as PollTopic] }), 5000);
  assert.equal(rateWords(later.get(11) ?? [], 5000), "2 in the last 30 seconds");
  assert.equal(looked(later, null, 6000).size, 0);
});

test("the first count is no rate: somebody who opens the page late sees no burst", () => {
  const samples = sampled([], { at_ms: 5000, answered: 40 });
  assert.equal(rateWords(samples, 5000), "none in the last 30 seconds");
});
