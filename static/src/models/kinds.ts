/** Answers to the later kinds of questions: how they are made step by step, and whether they can be sent. */
import type { PollTopic } from "../generated/contract";
import { type AnswerDraft, type Check, type Pick, tidy } from "./polls.ts";
import { checkLength } from "./texts.ts";
import { sayKind } from "./words_kinds.ts";

/** How many places one can give. */
export function placesOf(poll: PollTopic): number {
  return Math.min(poll.max_choices, poll.options.length);
}

/** Put an option at a place, counted from 1; the others move on. One that had no place gets one. */
export function putAt(draft: AnswerDraft, optionId: number, place: number): AnswerDraft {
  const others = draft.option_ids.filter((id) => id !== optionId);
  const at = Math.max(0, Math.min(others.length, place - 1));
  return { ...draft, option_ids: [...others.slice(0, at), optionId, ...others.slice(at)] };
}

/** Take an option's place away. */
export function takeOut(draft: AnswerDraft, optionId: number): AnswerDraft {
  return { ...draft, option_ids: draft.option_ids.filter((id) => id !== optionId) };
}

/** Check an order; the first places are enough. */
export function checkRanking(poll: PollTopic, draft: AnswerDraft): Check {
  const fewest = Math.max(1, poll.min_choices);
  const counter = sayKind("ranking.how", { count: placesOf(poll) });
  if (draft.option_ids.length < fewest) {
    return { answer: null, problem: sayKind("ranking.missing", { count: fewest }), counter };
  }
  return { answer: { kind: "ranking", option_ids: draft.option_ids }, problem: null, counter };
}

/** The pick of an option, or an empty one. */
export function pickOf(draft: AnswerDraft, optionId: number): Pick {
  const found = draft.picks.find((pick) => pick.option_id === optionId);
  return found ?? { option_id: optionId, value: null, second: null };
}

/** The draft with another pick of an option; one that says nothing is dropped. */
export function withPick(draft: AnswerDraft, pick: Pick): AnswerDraft {
  const others = draft.picks.filter((one) => one.option_id !== pick.option_id);
  const isEmpty = pick.value === null && pick.second === null;
  return { ...draft, picks: isEmpty ? others : [...others, pick] };
}

/** How many points are not given yet; below 0 there are too many. */
export function pointsLeft(poll: PollTopic, draft: AnswerDraft): number {
  return (poll.budget ?? 0) - draft.picks.reduce((sum, pick) => sum + (pick.value ?? 0), 0);
}

/** The draft with so many points for an option: whole ones, as far as there are any left. */
export function withPoints(
  poll: PollTopic,
  draft: AnswerDraft,
  optionId: number,
  points: number,
): AnswerDraft {
  const most = pointsLeft(poll, draft) + (pickOf(draft, optionId).value ?? 0);
  const value = Math.max(0, Math.min(most, Math.trunc(points) || 0));
  return withPick(draft, { option_id: optionId, value: value || null, second: null });
}

/** Check points that were shared out. */
export function checkPoints(poll: PollTopic, draft: AnswerDraft): Check {
  const max = poll.budget ?? 0;
  const left = pointsLeft(poll, draft);
  const counter =
    left < 0
      ? sayKind("points.over", { count: -left })
      : sayKind("points.left", { count: left, max });
  if (left < 0) return { answer: null, problem: counter, counter };
  if (left === max) return { answer: null, problem: sayKind("points.missing"), counter };
  return { answer: { kind: "points", picks: draft.picks }, problem: null, counter };
}

/** Characters of one word or short phrase. */
export const WORD_LENGTH = 40;

/** Check single words; empty fields are left out. */
export function checkWords(poll: PollTopic, draft: AnswerDraft): Check {
  const terms = draft.terms.slice(0, poll.max_choices).map(tidy).filter(Boolean);
  const long = terms.find((term) => [...term].length > WORD_LENGTH);
  const problem =
    long !== undefined
      ? sayKind("words.long", { word: long, count: WORD_LENGTH })
      : terms.length === 0
        ? sayKind("words.missing")
        : null;
  if (problem !== null) return { answer: null, problem, counter: null };
  const answer = { kind: "words", terms, language: draft.language };
  return { answer, problem: null, counter: null };
}

/** Check ratings on two axes; what one does not know is left out. */
export function checkAxes(poll: PollTopic, draft: AnswerDraft): Check {
  const counter = sayKind("axes.rated", { count: draft.picks.length });
  const half = draft.picks.find((pick) => pick.value === null || pick.second === null);
  const label = poll.options.find((option) => option.id === half?.option_id)?.text;
  if (half) return { answer: null, problem: sayKind("axes.half", { label: label ?? "" }), counter };
  if (draft.picks.length === 0) return { answer: null, problem: sayKind("axes.missing"), counter };
  return { answer: { kind: "axes", picks: draft.picks }, problem: null, counter };
}

/** Check whether a practice could move; the needs may stay empty. */
export function checkTransfer(poll: PollTopic, draft: AnswerDraft): Check {
  const { value, second, text, language } = draft;
  if (value === null || second === null) {
    return { answer: null, problem: sayKind("transfer.missing"), counter: null };
  }
  const { problem, counter } = checkLength(text, poll.max_length);
  if (problem !== null && tidy(text) !== "") return { answer: null, problem, counter };
  const answer = { kind: "transfer", value, second, text: tidy(text), language };
  return { answer, problem: null, counter };
}
