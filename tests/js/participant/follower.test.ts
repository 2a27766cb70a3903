import assert from "node:assert/strict";
import { test } from "node:test";
import { Follower } from "../../../static/src/models/participant/follower.ts";
import { alsoHere } from "../../../static/src/models/participant/following.ts";
import { board, poll } from "../fakes/story.ts";
import { Phone, refused } from "./phone.ts";

const QUESTION = { "poll:9": poll(9, { item_id: 2 }) };
const CHOICE = { poll_id: 9, answer: { kind: "choice", option_ids: [11], other_text: null } };

test("a phone shows nothing before the first snapshot, then where the host is", () => {
  const elena = new Phone();
  const follower = new Follower(elena.page, () => false);
  assert.equal(follower.place.value, null);
  elena.arrive(1);
  assert.deepEqual(follower.place.value, { shown: "step:1", offered: null });
  elena.hostGoesTo(2, QUESTION);
  assert.deepEqual(follower.place.value, { shown: "poll:9", offered: null });
  assert.equal(follower.wasAsked, false);
});

test("who writes stays, and goes when they want to", () => {
  const elena = new Phone().arrive(2, QUESTION);
  let isWriting = true;
  const follower = new Follower(elena.page, () => isWriting);
  elena.hostGoesTo(3, { "board:21": board(21) });
  assert.deepEqual(follower.place.value, { shown: "poll:9", offered: "board:21" });
  isWriting = false;
  elena.hear({ "poll:9": poll(9, { answered: 4 }) });
  assert.deepEqual(follower.place.value, { shown: "poll:9", offered: "board:21" });
  follower.go("board:21");
  assert.deepEqual(follower.place.value, { shown: "board:21", offered: null });
  assert.equal(follower.wasAsked, true);
});

test("an unsent choice keeps a phone where it is", () => {
  const elena = new Phone().arrive(2, QUESTION);
  const follower = new Follower(elena.page, () => false);
  elena.page.drafts.put("poll:9", { option_ids: [11] });
  elena.hostGoesTo(1);
  assert.deepEqual(follower.place.value, { shown: "poll:9", offered: "step:1" });
});

test("a sent answer keeps nobody", async () => {
  const elena = new Phone().arrive(2, QUESTION);
  elena.answersWith({});
  const follower = new Follower(elena.page, () => false);
  elena.page.outbox.send("respond", CHOICE, "poll:9");
  await elena.timers.pass(10);
  elena.hear({ "poll:10": poll(10, { item_id: 2 }) });
  assert.equal(follower.place.value?.shown, "poll:10");
});

test("who comes back begins at the draft that they left, if it can still be sent", () => {
  const drafts = { "poll:9": { option_ids: [11] } };
  const elena = new Phone(drafts).arrive(3, { ...QUESTION, "board:21": board(21) });
  const follower = new Follower(elena.page, () => false);
  assert.deepEqual(follower.place.value, { shown: "poll:9", offered: "board:21" });

  const closed = { "poll:9": poll(9, { item_id: 2, state: "closed" }) };
  const late = new Phone(drafts).arrive(3, { ...closed, "board:21": board(21) });
  const lateFollower = new Follower(late.page, () => false);
  assert.deepEqual(lateFollower.place.value, { shown: "board:21", offered: null });
});

test("a closed follower follows no more", () => {
  const elena = new Phone().arrive(1);
  const follower = new Follower(elena.page, () => false);
  follower.close();
  elena.hostGoesTo(2, QUESTION);
  assert.equal(follower.place.value?.shown, "step:1");
});

test("a refusal is listed until it was seen", async () => {
  const elena = new Phone().arrive(2, { ...QUESTION, "poll:10": poll(10, { item_id: 2 }) });
  const follower = new Follower(elena.page, () => false);
  elena.answersWith(refused("poll_closed", "Voting closed before your answer arrived."));
  elena.page.outbox.send("respond", { ...CHOICE, poll_id: 10 }, "poll:10");
  await elena.timers.pass(10);
  const listed = () => {
    const shown = follower.place.value?.shown ?? "";
    return alsoHere(follower.scene.value, shown, follower.seenRefused).map((task) => task.key);
  };
  const closed = { item_id: 2, state: "closed" as const };
  elena.hostGoesTo(1, { "poll:9": poll(9, closed), "poll:10": poll(10, closed) });
  assert.deepEqual(listed(), ["poll:10"]);
  follower.go("poll:10");
  follower.go("step:1");
  assert.deepEqual(listed(), []);
});
