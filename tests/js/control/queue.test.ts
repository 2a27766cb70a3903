import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arrived,
  EMPTY_QUEUE,
  heldWords,
  linesOf,
  queueTarget,
  revealed,
  tidied,
} from "../../../static/src/models/control/queue.ts";
import { post } from "./scenes.ts";

const three = [post(1), post(2), post(3)];

test("into an empty queue ideas come at once, newest at the bottom", () => {
  assert.deepEqual(arrived(EMPTY_QUEUE, three), { shown: [1, 2, 3], held: [] });
});

test("later ideas wait behind the button and move nothing", () => {
  const queue = arrived(arrived(EMPTY_QUEUE, three), [...three, post(4), post(5)]);
  assert.deepEqual(queue, { shown: [1, 2, 3], held: [4, 5] });
  assert.equal(heldWords(queue), "2 new – show");
  assert.deepEqual(revealed(queue, [...three, post(4), post(5)]), {
    shown: [1, 2, 3, 4, 5],
    held: [],
  });
});

test("a settled idea stays in its place until the moderator looks away", () => {
  const posts = [post(1, { state: "approved" }), post(2), post(3)];
  const queue = arrived(arrived(EMPTY_QUEUE, three), posts);
  assert.deepEqual(
    linesOf(queue, posts).map((line) => [line.post.id, line.settled]),
    [
      [1, "approved"],
      [2, null],
      [3, null],
    ],
  );
  assert.deepEqual(tidied(queue, posts).shown, [2, 3]);
});

test("an idea that was approved elsewhere before it was shown never enters the queue", () => {
  const queue = arrived(arrived(EMPTY_QUEUE, three), [...three, post(4)]);
  assert.deepEqual(arrived(queue, [...three, post(4, { state: "approved" })]).held, []);
});

test("a withdrawn idea leaves the queue", () => {
  const queue = arrived(arrived(EMPTY_QUEUE, three), [post(1), post(3)]);
  assert.deepEqual(queue.shown, [1, 3]);
});

test("once all are settled and gone, what was held comes in", () => {
  const settled = three.map((one) => ({ ...one, state: "declined" as const }));
  const held = arrived(arrived(EMPTY_QUEUE, three), [...settled, post(4)]);
  assert.deepEqual(held.held, [4]);
  const posts = [...settled, post(4)];
  assert.deepEqual(arrived(tidied(held, posts), posts), { shown: [4], held: [] });
});

test("A and X act on the focused idea, else on the first that waits", () => {
  const posts = [post(1, { state: "approved" }), post(2), post(3)];
  const lines = linesOf({ shown: [1, 2, 3], held: [] }, posts);
  assert.equal(queueTarget(lines, null)?.id, 2);
  assert.equal(queueTarget(lines, 3)?.id, 3);
  assert.equal(queueTarget(lines, 1)?.id, 2, "a settled idea is never acted on again");
  assert.equal(queueTarget([], null), null);
});
