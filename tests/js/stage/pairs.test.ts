import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairsTopic, ThingPayload } from "../../../static/src/generated/contract.ts";
import { heightUnder, widthIn } from "../../../static/src/models/stage/layout.ts";
import { gapsFit, matchesFit, matrixFit } from "../../../static/src/models/stage/pairs.ts";

const WIDE = widthIn({ width: 1920, height: 1080 });
const UNDER = heightUnder("What answered what", WIDE);
const LONG = "Employers spend less on part-time, temporary and agency staff";
const things = (mark: string, texts: readonly string[]): ThingPayload[] =>
  texts.map((text, at) => ({ ref: `${mark}${at}`, text, people: 9 - at }) as ThingPayload);

/** Every factor answers every barrier. */
function topic(barriers: readonly string[], factors: readonly string[]): PairsTopic {
  const rows = things("b", barriers);
  const columns = things("f", factors);
  const pairs = rows.flatMap(({ ref: barrier }) =>
    columns.map(({ ref: factor }) => ({
      ...{ barrier, factor, people: 3, is_from_host: false, is_proposed: false },
    })),
  );
  const gaps = rows.map(({ ref }) => ref);
  return { barriers: rows, factors: columns, pairs, gaps } as unknown as PairsTopic;
}

test("short barriers and factors have four columns and six rows", () => {
  const { rows, factors, left } = matrixFit(
    topic(Array(8).fill("Care"), Array(6).fill("Money")),
    WIDE,
    UNDER,
  );
  assert.deepEqual([rows.length, factors.length, left], [6, 4, 2]);
});

test("long ones leave room for fewer, and nothing stands in the foot", () => {
  const { rows, factors, left } = matrixFit(
    topic(Array(8).fill(LONG), Array(6).fill(LONG)),
    WIDE,
    UNDER,
  );
  assert.deepEqual([rows.length, factors.length], [2, 4]);
  assert.equal(left, 8 - rows.length);
});

test("where nothing was put together the table has no rows", () => {
  assert.equal(matrixFit({ ...topic(["Care"], ["Money"]), pairs: [] }, WIDE, UNDER).rows.length, 0);
});

test("six short gaps fit, and of long ones those that have room", () => {
  assert.deepEqual(gapsFit(topic(Array(9).fill("Care"), []), WIDE, UNDER).left, 3);
  const { shown, left } = gapsFit(topic(Array(9).fill(LONG.repeat(2)), []), WIDE, UNDER);
  assert.deepEqual([shown.length, left], [4, 5]);
});

test("four suggestions stand with their reasons; with long names fewer do", () => {
  const one = {
    key: "",
    offer: "Praca",
    want: "Town",
    reason: "Both speak of trainers",
    about: null,
  };
  const long = { ...one, offer: LONG.repeat(2), want: LONG.repeat(2) };
  const shown = (of: typeof one) => matchesFit(Array(7).fill(of), WIDE, UNDER).shown.length;
  assert.deepEqual([shown(one), shown(long)], [4, 1]);
});
