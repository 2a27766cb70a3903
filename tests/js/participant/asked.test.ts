import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnQuestion } from "../../../static/src/generated/contract.ts";
import {
  ownWords,
  QuestionBook,
  questionSays,
  watchQuestions,
} from "../../../static/src/models/participant/asked.ts";
import { nobody, question, START } from "../fakes/story.ts";
import { settle } from "../fakes/time.ts";
import { Phone, refused } from "./phone.ts";

const COST = { text: "What did it cost?", language: "en" };
const OWN: OwnQuestion = { id: 8, ...COST, status: "waiting", at_ms: START };

test("an own question says what became of it", () => {
  assert.equal(ownWords(OWN, undefined), "Waiting for the host");
  assert.equal(ownWords({ ...OWN, status: "not_shown" }, undefined), "Not shown");
  assert.equal(ownWords({ ...OWN, status: "shown" }, question(8)), "Everybody can see it");
  const answered = question(8, { is_answered: true });
  assert.equal(ownWords({ ...OWN, status: "shown" }, answered), "Answered");
});

test("a question on its way is listed until the server has it, and over a reload", async () => {
  const elena = new Phone().arrive(1);
  const book = new QuestionBook(elena.page);
  assert.deepEqual(book.last(), { state: "idle" });
  book.send(COST);
  const texts = (of: QuestionBook) => of.loose().map(({ args }) => args.text);
  assert.deepEqual(texts(book), [COST.text]);
  const back = new Phone(elena.drafts, elena.store.items).arrive(1);
  assert.deepEqual(texts(new QuestionBook(back.page)), [COST.text]);
  back.answersWith({});
  await settle();
});

test("a refused question stays until it is written again or left", async () => {
  const elena = new Phone().arrive(1);
  const book = new QuestionBook(elena.page);
  elena.answersWith(refused("questions_closed", "The speakers take no questions now."));
  book.send(COST);
  await settle();
  const [loose] = book.loose();
  assert.equal(loose?.status.state, "refused");
  assert.equal(questionSays(book.last(), true).text, "The speakers take no questions now.");
  book.drop(loose?.key ?? "");
  assert.deepEqual(book.loose(), []);
});

test("what became of a question is said once; a button that is pressed speaks for itself", async () => {
  const elena = new Phone().arrive(1);
  const me = { ...nobody(), questions: { 8: OWN } };
  elena.hear({}, { questions: { 9: question(9) }, me });
  const book = new QuestionBook(elena.page);
  const told: string[] = [];
  const stop = watchQuestions(elena.page, book, (words) => told.push(words));
  elena.answersWith({});
  elena.page.outbox.send("upvote_question", { question_id: 9, upvoted: true }, "upvote:9");
  elena.page.outbox.send("withdraw_question", { question_id: 8 }, "ask:8");
  await settle();
  assert.deepEqual(told, ["Question withdrawn."]);
  stop();
});
