import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkAxes,
  checkPoints,
  checkRanking,
  checkTransfer,
  checkWords,
  pickOf,
  pointsLeft,
  putAt,
  takeOut,
  withPick,
  withPoints,
} from "../../../static/src/models/kinds.ts";
import { type AnswerDraft, draftOf, emptyDraft } from "../../../static/src/models/polls.ts";
import { ownAnswer, poll } from "../fakes/story.ts";

const EMPTY = emptyDraft("el");
const ranking = poll(9, { kind: "ranking", max_choices: 2 });
const points = poll(9, { kind: "points", budget: 10 });
const words = poll(9, { kind: "words", options: [], max_choices: 3 });
const axes = poll(9, {
  kind: "axes",
  axes: [
    { title: "How much it helps", low: "Hardly", high: "A lot" },
    { title: "How hard to copy", low: "Easy", high: "Very hard" },
  ],
});
const transfer = poll(9, { kind: "transfer", options: [], max_length: 20 });
const [first, second, third] = ranking.options.map((option) => option.id) as [
  number,
  number,
  number,
];

const order = (draft: AnswerDraft) => draft.option_ids;

test("an option that is put at a place moves the others on, and never stands twice", () => {
  const draft = putAt(putAt(putAt(EMPTY, first, 1), second, 2), third, 3);
  assert.deepEqual(order(putAt(draft, third, 1)), [third, first, second]);
  assert.deepEqual(order(putAt(draft, first, 2)), [second, first, third]);
  assert.deepEqual(order(putAt(draft, first, 99)), [second, third, first]);
  assert.deepEqual(order(takeOut(draft, second)), [first, third]);
});

test("an order is sent as it stands, from one place on", () => {
  assert.equal(checkRanking(ranking, EMPTY).problem, "Give at least 1 place.");
  const { answer, problem } = checkRanking(ranking, putAt(EMPTY, second, 1));
  assert.deepEqual([answer, problem], [{ kind: "ranking", option_ids: [second] }, null]);
});

test("a saved order comes back in its order", () => {
  assert.deepEqual(order(draftOf(ownAnswer([third, first]), "el")), [third, first]);
});

test("nobody gives more points than there are", () => {
  const six = withPoints(points, EMPTY, first, 6);
  const most = withPoints(points, six, second, 99);
  assert.deepEqual([pickOf(most, second).value, pointsLeft(points, most)], [4, 0]);
  assert.equal(checkPoints(points, most).counter, "0 of 10 points left");
  assert.equal(pickOf(withPoints(points, most, first, -3), first).value, null);
  assert.equal(pickOf(withPoints(points, most, first, Number.NaN), first).value, null);
});

test("some points may be kept, but not all", () => {
  assert.equal(checkPoints(points, EMPTY).problem, "Give at least one point.");
  const { answer } = checkPoints(points, withPoints(points, EMPTY, first, 3));
  const picks = [{ option_id: first, value: 3, second: null }];
  assert.deepEqual(answer, { kind: "points", picks });
});

test("when the host has taken points away, what is too much is said", () => {
  const draft = withPoints(points, EMPTY, first, 10);
  assert.equal(checkPoints({ ...points, budget: 8 }, draft).problem, "2 points too many");
});

test("empty fields are no words, and long ones are named", () => {
  assert.equal(
    checkWords(words, { ...EMPTY, terms: ["", "  "] }).problem,
    "Write at least one word.",
  );
  const { answer } = checkWords(words, { ...EMPTY, terms: ["", " Χρόνος "] });
  assert.deepEqual(answer, { kind: "words", terms: ["Χρόνος"], language: "el" });
  const long = "a".repeat(41);
  const said = `“${long}” is too long: a word or short phrase has up to 40 characters.`;
  assert.equal(checkWords(words, { ...EMPTY, terms: [long] }).problem, said);
});

test("a rating is whole or is not there", () => {
  assert.equal(checkAxes(axes, EMPTY).problem, "Rate at least one of them.");
  const half = withPick(EMPTY, { option_id: first, value: 4, second: null });
  const label = axes.options[0]?.text;
  assert.equal(checkAxes(axes, half).problem, `Rate “${label}” on both scales, or clear it.`);
  const whole = withPick(half, { option_id: first, value: 4, second: 2 });
  const picks = [{ option_id: first, value: 4, second: 2 }];
  assert.deepEqual(checkAxes(axes, whole).answer, { kind: "axes", picks });
  assert.deepEqual(withPick(whole, { option_id: first, value: null, second: null }).picks, []);
});

test("a practice needs both answers, and what one would need may stay empty", () => {
  const missing = checkTransfer(transfer, { ...EMPTY, value: 1 });
  assert.equal(missing.problem, "Answer both questions. What you would need can stay empty.");
  const draft = { ...EMPTY, value: 1, second: 2 };
  const answer = { kind: "transfer", value: 1, second: 2, text: "", language: "el" };
  assert.deepEqual(checkTransfer(transfer, draft).answer, answer);
  const over = checkTransfer(transfer, { ...draft, text: "a".repeat(21) });
  assert.equal(over.problem, "1 character too many");
});
