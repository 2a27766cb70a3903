import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnAnswer } from "../../../static/src/generated/contract.ts";
import {
  besideCells,
  dotsOf,
  figureOf,
  meanIn,
  noteOf,
  percent,
  placeOn,
  shortened,
} from "../../../static/src/models/figure.ts";
import { poll, results } from "../stage/things.ts";

const own: OwnAnswer = {
  option_ids: [],
  picks: [],
  other_text: null,
  value: null,
  second: null,
  not_applicable: false,
  text: null,
  terms: [],
  language: null,
  saved_at_ms: 0,
  receipt: "K7P4-22QM",
};
const scale = { labels: ["Not yet", "Planned", "Measured"], not_applicable: "We have no staff" };

test("up to 60 people are dots, more are bars", () => {
  const way = (base: number) => figureOf(poll(), results({ base }), null).way;
  assert.equal(way(60), "dots");
  assert.equal(way(61), "bars");
});

test("the own answer is marked, in a choice and on a scale", () => {
  const marked = (mine: OwnAnswer | null) =>
    figureOf(poll(), results(), mine)
      .lines.filter((line) => line.isOwn)
      .map((line) => line.label);
  assert.deepEqual(marked({ ...own, option_ids: [212] }), ["Money"]);
  assert.deepEqual(marked({ ...own, value: 211 }), ["Time"]);
  assert.deepEqual(marked(own), []);
  assert.deepEqual(marked(null), []);
});

test("own words of others are counted on a line of their own", () => {
  const other = figureOf(poll({ has_other: true }), results({ other_count: 3 }), {
    ...own,
    other_text: "Childcare",
  }).lines.at(-1);
  assert.deepEqual(other, {
    key: "other",
    label: "Something else",
    count: 3,
    share: 30,
    isOwn: true,
  });
});

test("people for whom it does not apply are told, and stay out of the shares", () => {
  const some = figureOf(poll({ scale }), results({ not_applicable: 4 }), null);
  assert.deepEqual(some.rest, { label: "We have no staff", count: 4 });
  assert.equal(some.of, 10);
  assert.equal(figureOf(poll({ scale }), results(), null).rest, null);
});

test("where not all lines have room, the most chosen stay, in their order when all have", () => {
  const figure = figureOf(poll({ has_other: true }), results({ other_count: 5 }), null);
  const labels = (most: number) => shortened(figure, most).lines.map((line) => line.label);
  assert.deepEqual(labels(2), ["Time", "Something else"]);
  assert.deepEqual(labels(3), ["Time", "Money", "Something else"]);
});

test("the words under a drawing count people", () => {
  assert.equal(noteOf(results({ answered: 0, base: 0 })), "No answers yet.");
  assert.equal(noteOf(results({ answered: 1, base: 1 })), "1 answer.");
  assert.equal(noteOf(results({ answered: 42 })), "42 answers.");
});

test("a mean is told with one digit, and lies between the ends of its scale", () => {
  assert.equal(meanIn(2.8947, 5), "Average: 2.9 of 5.");
  assert.equal(placeOn(1, 5), 0);
  assert.equal(placeOn(5, 5), 1);
  assert.equal(placeOn(3, 5), 0.5);
  assert.equal(placeOn(1, 1), 0);
});

test("shares are whole per cents, and 0 of nobody", () => {
  assert.equal(percent(18, 42), 43);
  assert.equal(percent(0, 0), 0);
});

test("the thread is as long as everybody, and at least as long as it should be", () => {
  assert.deepEqual(dotsOf(2, 4, 8), { length: 8, reach: 3, places: [1, 3] });
  assert.deepEqual(dotsOf(2, 40, 8), { length: 40, reach: 1.5, places: [0.5, 1.5] });
  assert.deepEqual(dotsOf(0, 0, 8), { length: 8, reach: 0, places: [] });
});

test("hands stand beside the answers, and so does the round before", () => {
  const row = { id: 211, label: "Time", type: null, count: 7, share: 70 };
  const found = results({ rows: [{ ...row, hands: 3 }], hands: 3 });
  const figure = figureOf(poll(), found, null);
  assert.deepEqual(figure.besides, ["Hands"]);
  assert.deepEqual(besideCells(figure, figure.lines[0] ?? {}), ["3"]);
  assert.equal(noteOf({ ...found, answered: 12 }), "12 answers, 3 hands.");
  const before = {
    ...found,
    answered: 5,
    base: 5,
    rows: [{ ...row, count: 2, share: 40 }],
    hands: 0,
  };
  const second = results({ rows: [row], answered: 12, before });
  const both = figureOf(poll(), second, null);
  assert.deepEqual(both.besides, ["First round"]);
  assert.deepEqual(both.lines[0]?.before, { says: "2 (40 %)", share: 40 });
  assert.equal(noteOf(second), "12 answers. First round: 5 answers.");
  assert.equal(figureOf(poll(), results(), null).besides.length, 0);
});

test("one answer alone has no share, for all who answered gave it", () => {
  const option = { id: 211, text: "I am lost", type: null };
  const row = { ...{ id: 211, label: "I am lost", type: null }, count: 9, share: 100 };
  const found = results({
    rows: [row],
    answered: 9,
    base: 9,
    before: { ...results({ rows: [row] }), hands: 0 },
  });
  const figure = figureOf(poll({ options: [option] }), found, null);
  assert.deepEqual([figure.of, figure.heads], [60, ["People"]]);
  assert.deepEqual([figure.lines[0]?.side, figure.lines[0]?.cells], ["", ["9"]]);
  assert.equal(figure.lines[0]?.before?.says, "9");
  const own = figureOf(poll({ options: [option], has_other: true }), found, null);
  assert.equal(own.heads, null);
});
