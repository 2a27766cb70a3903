import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnPost } from "../../../static/src/generated/contract.ts";
import { sceneOf } from "../../../static/src/models/participant/following.ts";
import { IdeaBook } from "../../../static/src/models/participant/ideas.ts";
import { watchSends } from "../../../static/src/models/participant/sends.ts";
import { board, poll, START } from "../fakes/story.ts";
import { Phone, refused } from "./phone.ts";

const CHOICE = { poll_id: 9, answer: { kind: "choice", option_ids: [11], other_text: null } };
const WORDS = { text: "Schnuppertage", language: "de" };
const IDEA = { board_id: 21, column_id: 31, ...WORDS };

function listen(phone: Phone) {
  const told: [string, boolean][] = [];
  const book = new IdeaBook(phone.page);
  const scene = () => sceneOf(phone.page);
  const stop = watchSends(phone.page, scene, book, (words, isUrgent) => {
    told.push([words, isUrgent]);
  });
  return { told, book, stop };
}

test("a saved answer is said once, politely", async () => {
  const elena = new Phone().arrive(2, { "poll:9": poll(9, { item_id: 2 }) });
  const { told } = listen(elena);
  elena.answersWith({});
  elena.page.outbox.send("respond", CHOICE, "poll:9");
  await elena.timers.pass(5_000);
  assert.deepEqual(told, [["Answer saved.", false]]);
});

test("an answer that came too late is said at once, also when another question is shown by then", async () => {
  const elena = new Phone().arrive(2, { "poll:9": poll(9, { item_id: 2 }) });
  const { told } = listen(elena);
  elena.page.outbox.send("respond", CHOICE, "poll:9");
  await elena.timers.pass(4_000);
  elena.hostGoesTo(3, {
    "poll:9": poll(9, { item_id: 2, state: "closed" }),
    "board:21": board(21),
  });
  elena.answersWith(refused("poll_closed", "Voting closed before your answer arrived."));
  elena.socket.fail();
  await elena.timers.pass(100);
  elena.socket.says.up();
  await elena.timers.pass(20_000);
  assert.deepEqual(told, [
    ["Not sent yet, trying again.", false],
    ["Voting has closed; not counted.", true],
  ]);
});

test("what was said in an earlier visit is not said again", () => {
  const nack = refused("poll_closed", "Voting closed before your answer arrived.");
  const kept = { op_id: "op-1", key: "poll:9", name: "respond" as const, args: CHOICE, nack };
  const elena = new Phone({}, [kept]).arrive(2, { "poll:9": poll(9, { item_id: 2 }) });
  assert.deepEqual(listen(elena).told, []);
});

test("ideas, changes and withdrawals have their own words", async () => {
  const elena = new Phone().arrive(3, { "board:21": board(21) });
  const { told, book, stop } = listen(elena);
  const own: OwnPost = { id: 5, ...IDEA, status: "waiting", merged_into_id: null, at_ms: START };
  elena.answersWith({ me: { posts: { 5: own } } });
  book.send(IDEA);
  await elena.timers.pass(10);
  elena.page.outbox.send("edit_post", { post_id: 5, ...WORDS }, "post:5");
  await elena.timers.pass(10);
  elena.answersWith({ me: { posts: { 5: null } } });
  elena.page.outbox.send("withdraw_post", { post_id: 5 }, "post:5");
  await elena.timers.pass(10);
  stop();
  book.send(IDEA);
  await elena.timers.pass(10);
  assert.deepEqual(
    told.map(([words]) => words),
    ["Sent. The host reviews ideas before they appear.", "Idea changed.", "Idea withdrawn."],
  );
});
