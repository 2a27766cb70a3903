import assert from "node:assert/strict";
import { test } from "node:test";
import { Follower } from "../../../static/src/models/participant/follower.ts";
import { alsoHere, pagesOf } from "../../../static/src/models/participant/following.ts";
import { item, nobody, ownAnswer, poll } from "../fakes/story.ts";
import { Phone } from "./phone.ts";

const CHOICE = { poll_id: 9, answer: { kind: "choice", option_ids: [11], other_text: null } };
const STEPS = {
  agenda: {
    items: [
      item(1, { kind: "talk" }),
      item(2, { title: "What was it like", poll_ids: [9, 10, 12], is_form: true }),
    ],
  },
};
const OPEN = {
  ...STEPS,
  "poll:9": poll(9, { item_id: 2 }),
  "poll:10": poll(10, { item_id: 2 }),
  "poll:12": poll(12, { item_id: 2, is_pulse: true, state: "closed" }),
};

test("a form is one page in every list, answered when all its open questions are", async () => {
  const elena = new Phone().arrive(2, OPEN);
  const follower = new Follower(elena.page, () => false);
  assert.equal(follower.place.value?.shown, "form:2");
  const pages = () => pagesOf(elena.page, follower.scene.value.tasks);
  const [form, pulse] = pages();
  assert.deepEqual(
    [form?.key, form?.kind, form?.title, form?.isOpen, form?.isAnswered],
    ["form:2", "form", "What was it like", true, false],
  );
  assert.equal(pulse?.key, "poll:12");
  elena.answersWith({});
  elena.page.outbox.send("respond", CHOICE, "poll:9");
  await elena.timers.pass(10);
  assert.equal(pages()[0]?.isAnswered, false);
  elena.page.outbox.send("respond", { ...CHOICE, poll_id: 10 }, "poll:10");
  await elena.timers.pass(10);
  assert.equal(pages()[0]?.isAnswered, true);
  assert.deepEqual(pagesOf(elena.page, alsoHere(follower.scene.value, "form:2")), []);
});

test("who has begun one question of a form stays when the host goes on", () => {
  const elena = new Phone().arrive(2, OPEN);
  const follower = new Follower(elena.page, () => false);
  elena.page.drafts.put("poll:10", { option_ids: [11] });
  elena.hostGoesTo(1);
  assert.deepEqual(follower.place.value, { shown: "form:2", offered: "step:1" });
});

test("an answer that the host put aside is not saved any more, until it comes back", async () => {
  const elena = new Phone().arrive(2, { ...STEPS, "poll:9": poll(9, { item_id: 2 }) });
  const mine = { ...nobody(), responses: { 9: ownAnswer([11]) } };
  elena.answersWith({ at_ms: 500, me: { responses: mine.responses } });
  elena.page.outbox.send("respond", CHOICE, "poll:9");
  await elena.timers.pass(10);
  assert.equal(elena.page.answerStatus(9).state, "saved");
  elena.hear({ "poll:9": poll(9, { item_id: 2, restarted_at_ms: 600 }) });
  elena.socket.says.me(9, nobody());
  assert.deepEqual(elena.page.answerStatus(9), { state: "idle" });
  assert.equal(elena.page.ownAnswer(9), null);
  elena.hear({ "poll:9": poll(9, { item_id: 2 }) });
  elena.socket.says.me(10, mine);
  assert.equal(elena.page.answerStatus(9).state, "saved");
});
