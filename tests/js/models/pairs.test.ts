import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairPayload, PairsTopic } from "../../../static/src/generated/contract.ts";
import {
  answersOf,
  gapsOf,
  matrixOf,
  ownFirst,
  pairSays,
  pickedFactors,
  withoutGaps,
} from "../../../static/src/models/pairs.ts";
import { nobody, ownAnswer, poll } from "../fakes/story.ts";

const thing = (ref: string, people: number | null = null) => ({
  ref,
  text: ref,
  language: null,
  people,
});
const pair = (factor: string, barrier: string, people: number, more = {}): PairPayload => ({
  ...{ factor, barrier, people, is_from_host: false, is_proposed: false },
  ...more,
});

const TOPIC: PairsTopic = {
  barriers: [thing("o1", 9), thing("o2", 4), thing("o3", 7)],
  factors: [thing("o11"), thing("o12"), thing("o13")],
  pairs: [
    pair("o11", "o1", 2),
    pair("o12", "o1", 5),
    pair("o13", "o1", 0, { is_proposed: true }),
    pair("o13", "o2", 0, { is_from_host: true }),
    pair("o11", "o3", 0, { is_proposed: true }),
  ],
  gaps: ["o3"],
};

test("what most people say answers first, and a mere proposal last", () => {
  const answers = answersOf(TOPIC, "o1");
  assert.deepEqual(
    answers.map(({ factor, pair: found }) => [factor.ref, pairSays(found)]),
    [
      ["o12", "5 people"],
      ["o11", "2 people"],
      ["o13", "proposed"],
    ],
  );
});

test("the table holds what somebody paired, the strongest first, and says what found no room", () => {
  const whole = matrixOf(TOPIC);
  assert.deepEqual(
    whole.factors.map((factor) => factor.ref),
    ["o12", "o11", "o13"],
  );
  assert.deepEqual(
    whole.rows.map(({ barrier, cells }) => [
      barrier.ref,
      cells.map((cell) => cell?.people ?? null),
    ]),
    [
      ["o1", [5, 2, 0]],
      ["o2", [null, null, 0]],
    ],
  );
  assert.equal(whole.rows[0]?.cells[2]?.is_proposed, true);
  const small = matrixOf(TOPIC, { rows: 1, columns: 1 });
  assert.deepEqual([small.rows.length, small.factors.length, small.left], [1, 1, 1]);
});

test("gaps stand in the order that the server gives", () => {
  assert.deepEqual(
    gapsOf({ ...TOPIC, gaps: ["o3", "o2"] }).map((gap) => gap.ref),
    ["o3", "o2"],
  );
});

test("that no barrier is left alone is said to those alone who know how many people chose them", () => {
  assert.equal(withoutGaps(TOPIC), "No barrier is left alone.");
  const unknown = { ...TOPIC, barriers: [thing("o1", 9), thing("o2")] };
  assert.equal(withoutGaps(unknown), "The answers about barriers are not shown yet.");
});

test("the barriers that one chose oneself come first", () => {
  const me = { ...nobody(), responses: { 9: ownAnswer([3]) } };
  assert.deepEqual(
    ownFirst(TOPIC, me).map((barrier) => barrier.ref),
    ["o3", "o1", "o2"],
  );
  assert.deepEqual(ownFirst(TOPIC, null), TOPIC.barriers);
});

test("only factors that one picked in this very question are asked about", () => {
  const options = [11, 12].map((id) => ({ id, text: `${id}`, type: "factor" as const }));
  const asked = { ...poll(9), options };
  const refs = pickedFactors(TOPIC, asked, ownAnswer([12, 13])).map((factor) => factor.ref);
  assert.deepEqual(refs, ["o12"]);
  assert.deepEqual(pickedFactors(TOPIC, asked, null), []);
  assert.deepEqual(pickedFactors(null, asked, ownAnswer([12])), []);
});
