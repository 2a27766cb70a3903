/** Questions to the speakers: in which order they are read, and how people who want to know are counted. */
import type { QuestionPayload } from "../generated/contract";

/** The most characters of a question. */
export const QUESTION_LENGTH = 280;

/** What a list of questions is sorted by. Pinned ones stand before, answered ones after the others. */
export type Order = "support" | "time";

/** The questions in order: by support the most wanted first, by time the newest first. */
export function inOrder(questions: readonly QuestionPayload[], order: Order): QuestionPayload[] {
  return questions.toSorted(
    (a, b) =>
      Number(a.is_answered) - Number(b.is_answered) ||
      Number(b.is_pinned) - Number(a.is_pinned) ||
      (order === "support" ? b.votes - a.votes || a.at_ms - b.at_ms : b.at_ms - a.at_ms) ||
      a.id - b.id,
  );
}

/** Who is seen keeps the place, who is new comes last, who is gone goes: nothing moves under a thumb. */
export function heldOrder(held: readonly number[], ordered: readonly number[]): number[] {
  const here = new Set(ordered);
  const known = new Set(held);
  return [...held.filter((id) => here.has(id)), ...ordered.filter((id) => !known.has(id))];
}

/** "1 person wants to know too", "7 people want to know too". */
export function wantWords(votes: number): string {
  return `${people(votes)} ${votes === 1 ? "wants" : "want"} to know too`;
}

/** "7 people". */
export function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
