import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkChoice,
  checkScale,
  countCharacters,
  draftOf,
  emptyDraft,
  toggleOption,
  toggleOther,
} from "../../../static/src/models/polls.ts";
import { checkLength, checkText, IDEA_LENGTH } from "../../../static/src/models/texts.ts";
import { ownAnswer, poll } from "../fakes/story.ts";

const EMPTY = emptyDraft("en");
const single = poll(9, { kind: "single", max_choices: 1 });
const several = poll(9, { min_choices: 2, max_choices: 3 });
const scale = poll(9, {
  kind: "scale",
  options: [],
  scale: { labels: ["Never", "Sometimes", "Often"], not_applicable: "Does not apply" },
});

test("of one choice the newest mark counts, and other is a mark like any", () => {
  const first = toggleOption(single, EMPTY, 11);
  const second = toggleOption(single, first, 12);
  assert.deepEqual(second.option_ids, [12]);
  assert.deepEqual(checkChoice(single, second), {
    answer: { kind: "choice", option_ids: [12], other_text: null },
    problem: null,
    counter: null,
  });
  const other = toggleOther(single, second);
  assert.deepEqual([other.option_ids, other.other_text], [[], ""]);
  assert.equal(toggleOption(single, other, 11).other_text, null);
});

test("of several choices the counter says how many, and other counts as one", () => {
  let draft = toggleOption(several, EMPTY, 11);
  assert.deepEqual(checkChoice(several, draft), {
    answer: null,
    problem: "Choose at least 2 answers.",
    counter: "1 of 3 chosen",
  });
  draft = { ...toggleOther(several, draft), other_text: "  Night shifts " };
  assert.deepEqual(checkChoice(several, draft), {
    answer: { kind: "choice", option_ids: [11], other_text: "Night shifts" },
    problem: null,
    counter: "2 of 3 chosen",
  });
  draft = toggleOption(several, toggleOption(several, draft, 12), 13);
  const tooMany = checkChoice(several, draft);
  assert.deepEqual(
    [tooMany.answer, tooMany.problem, tooMany.counter],
    [null, "Choose at most 3 answers.", "4 of 3 chosen"],
  );
  draft = toggleOther(several, toggleOption(several, draft, 11));
  assert.deepEqual(checkChoice(several, draft).answer, {
    kind: "choice",
    option_ids: [12, 13],
    other_text: null,
  });
});

test("nothing is no answer, even where no minimum is set", () => {
  const free = poll(9, { min_choices: 0 });
  assert.equal(checkChoice(free, EMPTY).problem, "Choose at least 1 answer.");
});

test("other needs words, and not too many", () => {
  const draft = toggleOther(single, EMPTY);
  assert.equal(checkChoice(single, draft).problem, "Write your own answer, or take the mark away.");
  const long = { ...draft, other_text: "x".repeat(142) };
  assert.equal(checkChoice(single, long).problem, "2 characters too many");
});

test("a step of a scale, or not applicable", () => {
  assert.equal(checkScale(scale, EMPTY).problem, "Choose one step.");
  assert.equal(checkScale(scale, { ...EMPTY, value: 4 }).answer, null);
  assert.deepEqual(checkScale(scale, { ...EMPTY, value: 3 }).answer, {
    kind: "scale",
    value: 3,
    not_applicable: false,
  });
  assert.deepEqual(checkScale(scale, { ...EMPTY, value: 3, not_applicable: true }).answer, {
    kind: "scale",
    value: null,
    not_applicable: true,
  });
});

test("an open text is trimmed, composed and counted", () => {
  const open = poll(9, { kind: "text", max_length: 12 });
  const draft = { ...EMPTY, text: "  Cafe\u0301 ", language: "fr" };
  assert.deepEqual(checkText(open, draft), {
    answer: { kind: "text", text: "Café", language: "fr" },
    problem: null,
    counter: "8 characters left",
  });
  assert.deepEqual(checkText(open, { ...EMPTY, text: " \n " }), {
    answer: null,
    problem: "Write something first.",
    counter: "12 characters left",
  });
  assert.equal(checkText(open, { ...EMPTY, text: "x".repeat(13) }).problem, "1 character too many");
});

test("characters are counted as the server counts them", () => {
  assert.equal(countCharacters("👩‍🏫"), 3, "code points, not what one sees");
  assert.equal(countCharacters("e\u0301"), 1);
  assert.equal(countCharacters("  Ωριμότητα  "), 9);
  assert.equal(checkLength("x".repeat(280), IDEA_LENGTH).problem, null);
  assert.equal(checkLength("x".repeat(281), IDEA_LENGTH).problem, "1 character too many");
});

test("a saved answer becomes a draft again, to be changed", () => {
  const draft = draftOf({ ...ownAnswer([11, 12]), other_text: "Night shifts" }, "en");
  assert.deepEqual(draft, {
    ...EMPTY,
    option_ids: [11, 12],
    picks: [11, 12].map((id) => ({ option_id: id, value: null, second: null })),
    other_text: "Night shifts",
  });
  assert.equal(draftOf({ ...ownAnswer([]), text: "Да", language: "bg" }, "en").language, "bg");
});
