import assert from "node:assert/strict";
import { test } from "node:test";
import {
  alsoHere,
  arrive,
  follow,
  nextTask,
  type Scene,
  type Task,
} from "../../../static/src/models/participant/following.ts";

function task(key: string, itemId: number, changes: Partial<Task> = {}): Task {
  const [kind, id] = key.split(":") as ["poll" | "board", string];
  return {
    ...{ key, kind, id: Number(id), itemId, title: `Title of ${key}`, page: key },
    ...{ isOpen: true, isAnswered: false, hasResults: false, isRefused: false },
    ...changes,
  };
}

const closed = { isOpen: false };
const answered = { isAnswered: true };

function scene(itemId: number | null, ...tasks: Task[]): Scene {
  return { itemId, tasks };
}

test("before the first step one waits in the lobby", () => {
  assert.deepEqual(arrive(scene(null)), { shown: "lobby", offered: null });
});

test("the questions of a form are one page, and who begins there is not moved among them", () => {
  const form = { page: "form:5" };
  const before = scene(5, task("poll:1", 5, { ...form, isOpen: false }));
  const now = scene(5, task("poll:1", 5, form), task("poll:2", 5, form));
  assert.equal(arrive(now).shown, "form:5");
  assert.deepEqual(follow({ shown: "poll:9", offered: null }, before, now, true), {
    shown: "poll:9",
    offered: "form:5",
  });
  const place = follow({ shown: "step:5", offered: null }, before, now, false);
  assert.deepEqual(place, { shown: "form:5", offered: null });
  const pulse = scene(5, ...now.tasks, task("poll:3", 5));
  assert.deepEqual(follow(place, now, pulse, false), { shown: "form:5", offered: "poll:3" });
  const done = scene(
    5,
    ...["poll:1", "poll:2"].map((key) => task(key, 5, { ...form, ...answered })),
  );
  const later = scene(5, ...done.tasks, task("poll:3", 5));
  assert.equal(follow(place, done, later, false).shown, "poll:3");
  assert.deepEqual(alsoHere(later, "form:5"), later.tasks.slice(2));
});

test("a step without questions is shown itself", () => {
  assert.deepEqual(arrive(scene(5, task("poll:1", 4))), { shown: "step:5", offered: null });
});

test("whoever comes late begins with the first question that they have not answered", () => {
  const now = scene(5, task("poll:1", 5, answered), task("poll:2", 5), task("poll:3", 5));
  assert.equal(arrive(now).shown, "poll:2");
});

test("when all is answered the last open question is shown, and after that the last closed one", () => {
  assert.equal(
    arrive(scene(5, task("poll:1", 5, answered), task("poll:2", 5, answered))).shown,
    "poll:2",
  );
  assert.equal(
    arrive(scene(5, task("poll:1", 5, closed), task("poll:2", 5, closed))).shown,
    "poll:2",
  );
});

test("an idle phone goes with the host to the next step and to its question", () => {
  const before = scene(4);
  const now = scene(5, task("poll:2", 5));
  const place = follow({ shown: "step:4", offered: null }, before, now, false);
  assert.deepEqual(place, { shown: "poll:2", offered: null });
});

test("an idle phone that has answered gets the next question of the same step", () => {
  const before = scene(5, task("poll:1", 5, answered));
  const now = scene(5, task("poll:1", 5, answered), task("poll:2", 5));
  assert.equal(follow({ shown: "poll:1", offered: null }, before, now, false).shown, "poll:2");
});

test("an unanswered question of the same step stays, and the next one is offered", () => {
  const before = scene(5, task("poll:1", 5));
  const now = scene(5, task("poll:1", 5), task("poll:2", 5));
  const place = follow({ shown: "poll:1", offered: null }, before, now, false);
  assert.deepEqual(place, { shown: "poll:1", offered: "poll:2" });
});

test("an unanswered question of an earlier step does not hold an idle phone back", () => {
  const before = scene(4, task("poll:1", 4));
  const now = scene(5, task("poll:1", 4), task("poll:2", 5));
  assert.equal(follow({ shown: "poll:1", offered: null }, before, now, false).shown, "poll:2");
});

test("nobody who is busy is moved, not even when the question was closed under their hands", () => {
  const before = scene(4, task("poll:1", 4));
  const now = scene(5, task("poll:1", 4, closed), task("poll:2", 5));
  const place = follow({ shown: "poll:1", offered: null }, before, now, true);
  assert.deepEqual(place, { shown: "poll:1", offered: "poll:2" });
});

test("somebody busy is offered the step itself when it has no question", () => {
  const now = scene(5, task("poll:1", 4));
  const place = follow({ shown: "poll:1", offered: null }, scene(4, task("poll:1", 4)), now, true);
  assert.deepEqual(place, { shown: "poll:1", offered: "step:5" });
});

test("an offer stays while it can be taken, and goes when it was closed", () => {
  const open = scene(5, task("poll:1", 5), task("poll:2", 5));
  const place = { shown: "poll:1", offered: "poll:2" };
  assert.deepEqual(follow(place, open, open, true), place);
  const now = scene(5, task("poll:1", 5), task("poll:2", 5, closed));
  assert.deepEqual(follow(place, open, now, true), { shown: "poll:1", offered: null });
});

test("closing, results and answers do not move anybody", () => {
  const before = scene(5, task("poll:1", 5, answered));
  const now = scene(5, task("poll:1", 5, { ...answered, ...closed, hasResults: true }));
  const place = { shown: "poll:1", offered: null };
  assert.deepEqual(follow(place, before, now, false), place);
});

test("a thing that is gone gives way to what is there", () => {
  const before = scene(5, task("poll:1", 5));
  assert.equal(follow({ shown: "poll:1", offered: null }, before, scene(5), false).shown, "step:5");
});

test("beside what is shown stands what is open, what has results and what was refused", () => {
  const now = scene(
    5,
    task("poll:1", 4),
    task("poll:2", 4, { ...closed, hasResults: true }),
    task("poll:3", 4, { ...closed, isRefused: true }),
    task("poll:4", 5),
    task("poll:5", 5, { ...closed, hasResults: true }),
    task("poll:6", 5, closed),
    task("poll:7", 5),
  );
  const keys = alsoHere(now, "poll:7").map((one) => one.key);
  assert.deepEqual(keys, ["poll:4", "poll:5", "poll:1", "poll:3"]);
});

test("after an answer comes the next open question, then one that was left out before", () => {
  const board = task("board:9", 5);
  const now = scene(5, task("poll:1", 5), task("poll:2", 5, answered), board, task("poll:3", 5));
  assert.equal(nextTask(now, "poll:2")?.key, "poll:3");
  assert.equal(nextTask(now, "poll:3")?.key, "poll:1");
  assert.equal(nextTask(scene(5, task("poll:2", 5, answered), board), "poll:2"), null);
});
