/** What a person has chosen so far: whether it can be sent, what is missing, and how it is written. */
import type { OwnAnswer, PollTopic, Respond } from "../generated/contract";
import { say } from "./words.ts";

export type Answer = Respond["answer"];

/** One option with what is said about it: points, or a step on each of two axes. */
export interface Pick {
  option_id: number;
  value: number | null;
  second: number | null;
}

/** A half-made answer to any kind of question; the fields that a kind does not use stay empty. */
export interface AnswerDraft {
  /** Where the question asks for an order, in that order. */
  option_ids: number[];
  picks: Pick[];
  /** Null while "other" is not marked. */
  other_text: string | null;
  value: number | null;
  second: number | null;
  not_applicable: boolean;
  text: string;
  terms: string[];
  /** The language that the text is written in. */
  language: string;
}

/** The verdict on a draft. */
export interface Check {
  /** The answer to send; null while something is missing. */
  answer: Answer | null;
  /** What is missing, in words; null when it can be sent. */
  problem: string | null;
  /** "2 of 3 chosen" or "40 characters left"; null when there is nothing to count. */
  counter: string | null;
}

/** An untouched answer in the writer's language. */
export function emptyDraft(language: string): AnswerDraft {
  return {
    option_ids: [],
    picks: [],
    other_text: null,
    value: null,
    second: null,
    not_applicable: false,
    text: "",
    terms: [],
    language,
  };
}

/** The saved answer as a draft, to change it. */
export function draftOf(own: OwnAnswer, language: string): AnswerDraft {
  return {
    option_ids: [...own.option_ids],
    picks: [...own.picks],
    other_text: own.other_text,
    value: own.value,
    second: own.second,
    not_applicable: own.not_applicable,
    text: own.text ?? "",
    terms: [...own.terms],
    language: own.language ?? language,
  };
}

/** Mark or unmark an option. Where one answer is allowed, the new mark replaces the old one. */
export function toggleOption(poll: PollTopic, draft: AnswerDraft, optionId: number): AnswerDraft {
  if (poll.max_choices === 1) return { ...draft, option_ids: [optionId], other_text: null };
  const others = draft.option_ids.filter((id) => id !== optionId);
  const option_ids =
    others.length < draft.option_ids.length ? others : [...draft.option_ids, optionId];
  return { ...draft, option_ids };
}

/** Mark or unmark "other"; its text may follow. */
export function toggleOther(poll: PollTopic, draft: AnswerDraft): AnswerDraft {
  if (poll.max_choices === 1)
    return { ...draft, option_ids: [], other_text: draft.other_text ?? "" };
  return { ...draft, other_text: draft.other_text === null ? "" : null };
}

/** How many answers are marked; "other" counts as one. */
export function countChosen(draft: AnswerDraft): number {
  return draft.option_ids.length + (draft.other_text === null ? 0 : 1);
}

/** Check a single or multiple choice. */
export function checkChoice(poll: PollTopic, draft: AnswerDraft): Check {
  const count = countChosen(draft);
  const counter =
    poll.max_choices > 1 ? say("choice.counter", { count, max: poll.max_choices }) : null;
  const problem = choiceProblem(poll, draft, count);
  if (problem !== null) return { answer: null, problem, counter };
  const other_text = draft.other_text === null ? null : tidy(draft.other_text);
  const answer = { kind: "choice", option_ids: draft.option_ids, other_text };
  return { answer, problem: null, counter };
}

function choiceProblem(poll: PollTopic, draft: AnswerDraft, count: number): string | null {
  const least = Math.max(1, poll.min_choices);
  if (count < least) return say("choice.too_few", { count: least });
  if (count > poll.max_choices) return say("choice.too_many", { count: poll.max_choices });
  if (draft.other_text === null) return null;
  if (tidy(draft.other_text) === "") return say("choice.other_empty");
  const over = countCharacters(draft.other_text) - OTHER_LENGTH;
  return over > 0 ? say("text.over", { count: over }) : null;
}

/** Check a step of a scale, or "not applicable". */
export function checkScale(poll: PollTopic, draft: AnswerDraft): Check {
  const steps = poll.scale?.labels.length ?? 0;
  const isStep = draft.value !== null && draft.value >= 1 && draft.value <= steps;
  if (!isStep && !draft.not_applicable) {
    return { answer: null, problem: say("scale.missing"), counter: null };
  }
  const value = draft.not_applicable ? null : draft.value;
  const answer = { kind: "scale", value, not_applicable: draft.not_applicable };
  return { answer, problem: null, counter: null };
}

/** Characters that an own answer ("other") may have. */
export const OTHER_LENGTH = 140;

/** Characters as the server counts them: code points of the composed, trimmed text. */
export function countCharacters(text: string): number {
  return [...tidy(text)].length;
}

/** The text as it is sent: composed (NFC) and without space around it. */
export function tidy(text: string): string {
  return text.normalize("NFC").trim();
}
