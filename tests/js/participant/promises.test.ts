import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnCommitment } from "../../../static/src/generated/contract.ts";
import { sentenceOf, wholeOf } from "../../../static/src/models/commitments.ts";
import {
  checkPromise,
  emptyDraft,
  type PromiseDraft,
} from "../../../static/src/models/participant/promise_draft.ts";
import { PromiseBook, promiseSays } from "../../../static/src/models/participant/promises.ts";
import { nobody, START } from "../fakes/story.ts";
import { settle } from "../fakes/time.ts";
import { Phone, refused } from "./phone.ts";

const TODAY = "2027-03-12";
const DRAFT: PromiseDraft = {
  ...emptyDraft("en"),
  when_text: " our next call opens ",
  then_text: "we ask for childcare in it",
  owner: "organisation",
  organisation: "Chamber of Patras",
  due_on: "2027-04-01",
};

function sent(book: PromiseBook): void {
  const { args } = checkPromise(DRAFT, TODAY);
  assert.ok(args);
  book.send(args);
}

test("a commitment needs both parts, an owner with a name, and a day that has not passed", () => {
  const wrong = (part: Partial<PromiseDraft>) =>
    checkPromise({ ...DRAFT, ...part }, TODAY).wrong?.field;
  assert.equal(checkPromise(DRAFT, TODAY).args?.when_text, "our next call opens");
  assert.equal(wrong({ when_text: " " }), "when");
  assert.equal(wrong({ then_text: "x".repeat(201) }), "what");
  assert.equal(wrong({ owner: null }), "owner");
  assert.equal(wrong({ organisation: "" }), "organisation");
  assert.equal(wrong({ owner: "own", organisation: "" }), undefined);
  assert.equal(wrong({ due_on: "" }), "due");
  assert.equal(wrong({ due_on: "2027-03-11" }), "due");
  assert.equal(wrong({ due_on: TODAY }), undefined);
  assert.equal(wrong({ email: "elena at home" }), "email");
});

test("in one's own name no organisation is sent", () => {
  assert.equal(checkPromise({ ...DRAFT, owner: "own" }, TODAY).args?.organisation, "");
  const nobody = checkPromise({ ...DRAFT, organisation: "", email: "a@example.org" }, TODAY, false);
  assert.equal(nobody.args?.email, "");
});

test("the link is made here, kept over a reload, and found again by its receipt", async () => {
  const elena = new Phone().arrive(1);
  const book = new PromiseBook(elena.page);
  sent(book);
  const [waiting] = book.kept;
  assert.match(waiting?.token ?? "", /^[\w-]{22}$/);
  assert.equal(book.loose().length, 1);
  const back = new Phone(elena.drafts, elena.store.items);
  back.answersWith({ receipt: "7QK2-ABCD" });
  back.arrive(1);
  const again = new PromiseBook(back.page);
  await settle();
  const own = { receipt: "7QK2-ABCD" } as OwnCommitment;
  assert.equal(again.tokenOf(own), waiting?.token);
  assert.equal(again.tokenOf({ ...own, receipt: "other" }), null);
  assert.deepEqual(again.loose(), []);
});

test("a refused one stays until it is left", async () => {
  const elena = new Phone().arrive(1);
  const book = new PromiseBook(elena.page);
  elena.answersWith(refused("wrong_answer", "Choose a day from today on."));
  sent(book);
  await settle();
  const [loose] = book.loose();
  assert.equal(promiseSays(loose?.status ?? { state: "idle" }).text, "Choose a day from today on.");
  book.drop(loose?.kept.key ?? "");
  assert.deepEqual(book.kept, []);
});

test("what became of it is said once, wherever the reader is by then", async () => {
  const elena = new Phone().arrive(1);
  const own = { ...checkPromise(DRAFT, TODAY).args, id: 8, has_email: false, saved_at_ms: START };
  const me = { ...nobody(), commitments: { 8: own as unknown as OwnCommitment } };
  elena.hear({}, { me });
  const book = new PromiseBook(elena.page);
  const told: string[] = [];
  const stop = book.watch((words) => told.push(words));
  elena.answersWith({});
  sent(book);
  await settle();
  book.withdraw(own as unknown as OwnCommitment);
  await settle();
  assert.deepEqual(told, ["Commitment saved.", "Commitment withdrawn."]);
  stop();
});

test("a commitment is a sentence, with whose it is", () => {
  const parts = { when_text: "it rains", then_text: "we stay in" };
  assert.equal(sentenceOf(parts), "If it rains, then we stay in.");
  assert.equal(sentenceOf({ ...parts, then_text: "we stay in!" }), "If it rains, then we stay in!");
  assert.equal(wholeOf({ ...parts, organisation: "PES" }), "If it rains, then we stay in. PES");
});
