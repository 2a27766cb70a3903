import assert from "node:assert/strict";
import { test } from "node:test";
import type { PollTopic, ResultRow } from "../../../static/src/generated/contract.ts";
import { figureOf } from "../../../static/src/models/figure.ts";
import { headsOf, readingOf, spotsOf } from "../../../static/src/models/figure_kinds.ts";
import { summary } from "../../../static/src/models/results.ts";
import { ownAnswer } from "../fakes/story.ts";
import { poll, results } from "../stage/things.ts";

const AXES = [
  { title: "Helps", low: "Hardly", high: "A lot" },
  { title: "Hard to copy", low: "Easy", high: "Hard" },
];

function row(id: number, label: string, more: Partial<ResultRow> = {}): ResultRow {
  return { id, label, type: null, count: 2, share: 50, ...more };
}

const answered = (rows: ResultRow[]) => results({ answered: 4, base: 4, rows });

test("a ranking shows the average place, and a knot for each first place", () => {
  const time = { id: 1, text: "Time", type: null };
  const ranking = poll({ kind: "ranking", max_choices: 2, options: [time, time, time] });
  const shown = answered([row(1, "Time", { average: 1.25, firsts: 3 })]);
  const own = { ...ownAnswer([1]), picks: [{ option_id: 1, value: 2, second: null }] };
  const [line] = figureOf(ranking, shown, own).lines;
  assert.deepEqual(
    [line?.main, line?.side, line?.drawn, line?.cells, line?.own],
    ["1.3", "3 first", 3, ["1.3", "3", "2"], "You: 2"],
  );
  assert.deepEqual(headsOf(ranking, shown), ["Average place", "First places", "People"]);
  assert.match(readingOf(ranking, shown), /Left out counts as place 3\./);
  assert.equal(summary(ranking, shown), "4 answers. First: Time, average place 1.3.");
});

test("points are bars over all points, whoever gave them", () => {
  const points = poll({ kind: "points", budget: 10 });
  const shown = answered([row(1, "Time", { points: 14, share: 35 })]);
  const figure = figureOf(points, shown, null);
  assert.deepEqual([figure.way, figure.lines[0]?.cells], ["bars", ["14", "35 %", "2"]]);
  assert.equal(summary(points, shown), "4 answers. Most points: Time, 14.");
});

test("a word is in its own language, and marked when the reader said it", () => {
  const words = poll({ kind: "words", options: [] });
  const shown = answered([
    row(1, "Χρόνος", { language: "el" }),
    row(2, "Χρόνος", { language: "en" }),
  ]);
  const own = { ...ownAnswer([]), terms: ["ΧΡΌΝΟΣ"], language: "el" };
  const { lines } = figureOf(words, shown, { ...own, terms: ["χρόνος"] });
  assert.deepEqual(
    lines.map((line) => [line.language, line.among, line.isOwn]),
    [
      ["el", "el", true],
      ["en", "en", false],
    ],
  );
  const alone = figureOf(words, answered([row(1, "Χρόνος", { language: "el" })]), null);
  assert.equal(alone.lines[0]?.among, undefined);
});

test("the first axis goes up, the second to the right, and what nobody rated is not drawn", () => {
  const rows = [
    row(1, "Mentors", { average: 5, second: 1 }),
    row(2, "Courses"),
    row(3, "Childcare", { average: 1, second: 5 }),
  ];
  assert.deepEqual(spotsOf(rows), [
    { key: "1", number: 1, x: 0, y: 1 },
    { key: "3", number: 3, x: 1, y: 0 },
  ]);
  const axes: PollTopic = poll({ kind: "axes", axes: AXES });
  assert.deepEqual(headsOf(axes, answered(rows)), ["Helps", "Hard to copy", "People"]);
  assert.equal(summary(axes, answered(rows)), "4 answers.");
});

test("marks that would cover one another stand apart, within the drawing", () => {
  const same = [1, 2, 3, 4].map((id) => row(id, `${id}`, { average: 5, second: 5 }));
  const spots = spotsOf(same);
  for (const [at, one] of spots.entries()) {
    assert.ok(one.x >= 0 && one.x <= 1 && one.y >= 0 && one.y <= 1);
    for (const other of spots.slice(at + 1)) {
      assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 0.04);
    }
  }
});
