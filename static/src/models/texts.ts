/** Texts in people's own words: whether they are there and fit. */
import type { PollTopic } from "../generated/contract";
import { type AnswerDraft, type Check, countCharacters, tidy } from "./polls.ts";
import { say } from "./words.ts";
import { sayKind } from "./words_kinds.ts";

/** Characters that an idea may have. */
export const IDEA_LENGTH = 280;

/** Check an open text. */
export function checkText(poll: PollTopic, draft: AnswerDraft): Check {
  const { problem, counter } = checkLength(draft.text, poll.max_length);
  if (problem !== null) return { answer: null, problem, counter };
  const answer = { kind: "text", text: tidy(draft.text), language: draft.language };
  return { answer, problem: null, counter };
}

/** Whether a text is there and fits; the counter says how many characters are left. */
export function checkLength(text: string, limit: number): Omit<Check, "answer"> {
  const left = limit - countCharacters(text);
  if (left < 0) {
    const over = say("text.over", { count: -left });
    return { problem: over, counter: over };
  }
  const counter = sayKind("text.left", { count: left });
  return { problem: tidy(text) === "" ? sayKind("text.missing") : null, counter };
}
