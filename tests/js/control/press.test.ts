import assert from "node:assert/strict";
import { test } from "node:test";
import { buttonFor, type Hand, openAllButtons } from "../../../static/src/models/control/press.ts";
import {
  activitiesNow,
  inHand,
  isLeftOpen,
  stillOpenWords,
} from "../../../static/src/models/control/scene.ts";
import { type Parts, poll, post, START_MS, scene, steps } from "./scenes.ts";

const none: Hand = { chosen: null, post: null, now_ms: START_MS };

function says(
  key: Parameters<typeof buttonFor>[0],
  parts: Parts,
  hand: Hand = none,
): string | undefined {
  return buttonFor(key, scene(parts), hand)?.says;
}

function act(key: Parameters<typeof buttonFor>[0], parts: Parts, hand: Hand = none) {
  return buttonFor(key, scene(parts), hand)?.act;
}

test("O opens the next ready question, C opens, closes and reopens the one in hand", () => {
  const ready = { polls: [poll(11, "One"), poll(12, "Two")] };
  assert.deepEqual(act("open", ready), { name: "open_poll", args: { poll_id: 11, version: 1 } });
  assert.equal(says("close", ready), "Open voting");
  const open = { polls: [poll(11, "One", { state: "open" }), poll(12, "Two")] };
  assert.deepEqual(act("open", open), { name: "open_poll", args: { poll_id: 12, version: 1 } });
  assert.deepEqual(act("close", open), { name: "close_poll", args: { poll_id: 11, version: 1 } });
  const closed = { polls: [poll(11, "One", { state: "closed" })] };
  assert.equal(says("close", closed), "Reopen voting");
});

test("after closing a question the keys stay with it, though another is ready", () => {
  const closed = { polls: [poll(11, "One", { state: "closed" }), poll(12, "Two")] };
  const hand = { chosen: "poll:11", post: null, now_ms: START_MS };
  assert.deepEqual(act("results", closed, hand), {
    name: "show_results",
    args: { poll_id: 11, version: 1, to: "stage", shown: true },
  });
  assert.equal(says("results", closed), undefined, "a ready question has no results to show");
});

test("Shift R shows the results on phones, R reveals a board", () => {
  const open = { polls: [poll(11, "One", { state: "open" })] };
  assert.equal(says("phones", open), "Show results on phones");
  const onBoard = { session: { current_item_id: 3 }, board: { state: "open" as const } };
  assert.equal(says("results", onBoard), "Reveal ideas to everybody");
  assert.equal(says("phones", onBoard), undefined);
});

test("in the lobby the questions of the first step can be opened, those of others cannot", () => {
  const lobby = { state: "open" as const, current_item_id: null };
  assert.equal(says("open", { session: lobby }), undefined, "the first step has no question");
  const items = steps().slice(1);
  assert.deepEqual(act("open", { session: lobby, items }), {
    name: "open_poll",
    args: { poll_id: 11, version: 1 },
  });
});

test("behind shut doors and after the end no key touches a question", () => {
  const items = steps().slice(1);
  for (const state of ["draft", "ended"] as const) {
    const parts = { session: { state, current_item_id: null }, items };
    assert.equal(says("open", parts), undefined, state);
    assert.equal(says("close", parts), undefined, state);
  }
});

test("A and X review the idea that is the target, and nothing without one", () => {
  const posts = [post(7, { version: 2 })];
  const hand = { chosen: null, post: posts[0] ?? null, now_ms: START_MS };
  assert.deepEqual(buttonFor("approve", scene({ posts }), hand)?.act, {
    name: "review_post",
    args: { post_id: 7, version: 2, state: "approved" },
  });
  assert.equal(buttonFor("decline", scene({ posts }), hand)?.says, "Decline");
  assert.equal(buttonFor("decline", scene({ posts }), none), null);
});

test("several ready questions can be opened together; one cannot", () => {
  const ids = openAllButtons(scene()).map((button) => button.act?.args);
  assert.deepEqual(ids, [
    { poll_id: 11, version: 1 },
    { poll_id: 12, version: 1 },
  ]);
  assert.deepEqual(openAllButtons(scene({ polls: [poll(11, "One")] })), []);
});

test("a question that was left open is still at hand after the next launch", () => {
  const left = scene({
    session: { current_item_id: 3 },
    polls: [poll(11, "One", { state: "open" }), poll(12, "Two")],
  });
  assert.deepEqual(
    activitiesNow(left).map((activity) => activity.key),
    ["board:31", "poll:11"],
  );
  assert.deepEqual(
    activitiesNow(left).map((activity) => isLeftOpen(left, activity)),
    [false, true],
  );
  assert.equal(inHand(left, "gone")?.key, "board:31", "the live step comes first");
  assert.equal(inHand(left, "poll:11")?.key, "poll:11");
  assert.equal(
    stillOpenWords(left),
    "“One” is still open. Launching leaves it open until it is closed.",
  );
  assert.equal(stillOpenWords(scene()), "");
});
