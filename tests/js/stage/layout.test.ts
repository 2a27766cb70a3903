import assert from "node:assert/strict";
import { test } from "node:test";
import { rankingOf, stageBoard } from "../../../static/src/models/stage/board.ts";
import {
  fitting,
  heightUnder,
  questionSize,
  rowsLayout,
  widthIn,
} from "../../../static/src/models/stage/layout.ts";
import { WAVE, waveDots } from "../../../static/src/models/stage/wave.ts";
import { board, post } from "./things.ts";

const WIDE = widthIn({ width: 1920, height: 1080 });
const OLD = widthIn({ width: 1024, height: 768 });
const UPRIGHT = widthIn({ width: 768, height: 1024 });
const short = (count: number): string[] => Array.from({ length: count }, (_, at) => `Option ${at}`);

test("the measure is the height, and the width only on narrow windows", () => {
  assert.equal(WIDE.toFixed(1), "177.8");
  assert.equal(OLD.toFixed(1), "133.3");
  assert.equal(UPRIGHT.toFixed(1), "133.3");
});

test("a long question gets smaller letters", () => {
  assert.equal(questionSize("What hinders you most?"), "large");
  assert.equal(questionSize("x".repeat(71)), "medium");
  assert.equal(questionSize("x".repeat(111)), "small");
});

test("six short rows stand big under a question of two lines", () => {
  const height = heightUnder("What are the biggest barriers to upskilling for women?", WIDE);
  assert.deepEqual(rowsLayout(short(6), WIDE, height), { density: "big", shown: 6, left: 0 });
});

test("seven to twelve rows stand in two columns, of more the first eight", () => {
  const height = heightUnder("Barriers?", WIDE);
  const layout = (count: number) => rowsLayout(short(count), WIDE, height);
  assert.deepEqual(layout(12), { density: "two-columns", shown: 12, left: 0 });
  assert.deepEqual(layout(13), { density: "two-columns", shown: 8, left: 5 });
});

test("of many long labels as many rows stand under one another as there is room for", () => {
  const long = (count: number) => short(count).map((label) => label.padEnd(90, " on and on"));
  const height = heightUnder("Barriers?", WIDE);
  assert.deepEqual(rowsLayout(long(22), WIDE, height), { density: "close", shown: 4, left: 18 });
  assert.equal(rowsLayout(long(9), OLD, height).density, "close");
});

test("rows come closer when the screen is narrow and their labels need two lines", () => {
  const labels = short(5).map((label) => label.padEnd(70, " on and on"));
  const height = heightUnder("Barriers?", OLD);
  assert.equal(rowsLayout(short(5), OLD, height).density, "big");
  assert.equal(rowsLayout(labels, OLD, height).density, "close");
});

test("texts are taken in order while they fit, and the first always", () => {
  const texts = ["a".repeat(280), "b".repeat(280), "c"].map((text) => ({ text }));
  const room = { columns: 1, width: 80, height: 50 };
  assert.deepEqual(fitting(texts, room), texts.slice(0, 1));
  assert.deepEqual(fitting(texts, { ...room, columns: 2 }), texts);
  assert.deepEqual(fitting(texts, { ...room, height: 1 }), texts.slice(0, 1));
  assert.deepEqual(fitting([], room), []);
});

test("a column of the board shows pinned ideas first, then supported, then early ones", () => {
  const posts = [
    post(1),
    post(2, { support: 3 }),
    post(3, { is_pinned: true }),
    post(4),
    post(5, { column_id: 312 }),
  ];
  const [offer, ask] = stageBoard(board(), posts, WIDE, 88).shown;
  assert.deepEqual(
    offer?.quotes.map((one) => one.id),
    [3, 2, 1, 4],
  );
  assert.deepEqual(
    ask?.quotes.map((one) => one.id),
    [5],
  );
  assert.equal(offer?.head.posts.length, 4);
});

test("at most five ideas of a column stand on the screen, and it knows of the others", () => {
  const posts = Array.from({ length: 9 }, (_, at) => post(at + 1));
  const [offer] = stageBoard(board(), posts, WIDE, 88).shown;
  assert.equal(offer?.quotes.length, 5);
  assert.equal(offer?.head.posts.length, 9);
});

test("of many clusters the four largest stand with ideas, in their order; the others with their number", () => {
  const clusters = [1, 2, 3, 4, 5].map((id) => ({ id, title: `Theme ${id}` }));
  const sizes: Record<number, number> = { 1: 1, 2: 3, 3: 2, 4: 5, 5: 2 };
  const posts = clusters.flatMap(({ id }) =>
    Array.from({ length: sizes[id] ?? 0 }, (_, at) => post(id * 10 + at, { cluster_id: id })),
  );
  const { shown, rest } = stageBoard(board({ clusters }), posts, WIDE, 88);
  assert.deepEqual(
    shown.map((one) => one.head.title),
    ["Theme 2", "Theme 3", "Theme 4", "Theme 5"],
  );
  assert.deepEqual(
    rest.map((head) => [head.title, head.posts.length]),
    [["Theme 1", 1]],
  );
});

test("four narrow columns make room for three when they would show one idea each", () => {
  const clusters = [1, 2, 3, 4].map((id) => ({ id, title: `Theme ${id}` }));
  const text = "We lend a trainer for two days a month to any small company in the region.";
  const posts = clusters.flatMap(({ id }) =>
    Array.from({ length: 2 + id }, (_, at) => post(id * 10 + at, { cluster_id: id, text })),
  );
  const { shown, rest } = stageBoard(board({ clusters }), posts, WIDE, 70);
  assert.deepEqual(
    shown.map((one) => [one.head.title, one.quotes.length]),
    [
      ["Theme 2", 2],
      ["Theme 3", 2],
      ["Theme 4", 2],
    ],
  );
  assert.deepEqual(
    rest.map((head) => head.title),
    ["Theme 1"],
  );
});

test("a long idea leaves room for others, and alone it has the whole column", () => {
  const long = "word ".repeat(60);
  const first = post(1, { text: long, support: 3 });
  const many = [first, ...[2, 3, 4, 5, 6].map((id) => post(id)), post(7, { column_id: 312 })];
  const [beside] = stageBoard(board(), many, WIDE, 70).shown;
  assert.deepEqual([beside?.quotes.length, beside?.lines], [4, 6]);
  const [alone] = stageBoard(board(), [first], WIDE, 70).shown;
  assert.ok((alone?.lines ?? 0) > 6);
});

test("points rank the ideas, once the voting has ended", () => {
  const posts = [post(1, { points: 2 }), post(2), post(3, { points: 7 })];
  assert.equal(rankingOf(board({ is_voting: true }), posts, WIDE, 88), null);
  assert.equal(rankingOf(board(), [post(1)], WIDE, 88), null);
  const ranking = rankingOf(board(), posts, WIDE, 88);
  assert.deepEqual(
    ranking?.shown.map((one) => one.id),
    [3, 1],
  );
  assert.deepEqual([ranking?.left, ranking?.points], [0, 9]);
});

test("every answer is one knot within the wave, also the sixtieth", () => {
  for (const count of [0, 1, 20, 21, 40, 41, 60]) {
    const dots = waveDots(count);
    assert.equal(dots.length, count);
    assert.ok(dots.every(({ x, y }) => x > 0 && x < WAVE.width && y > 0 && y < WAVE.height));
  }
});

test("a new answer does not move the knots that are there", () => {
  assert.deepEqual(waveDots(12).slice(0, 11), waveDots(11));
});
