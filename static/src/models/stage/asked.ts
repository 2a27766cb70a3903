/** How many questions to the speakers fit on the big screen. */
import type { QuestionPayload } from "../../generated/contract";
import { fitting, MORE, roomOf } from "./layout.ts";

/** More than so many nobody reads before the speaker goes on. */
const MOST = 5;
/** The votes at the end of a line. */
const VOTES = 26;
/** What the line between two texts takes beside the gap that every text has. */
const BETWEEN = 2;

/** The first texts that fit below one another with lines between them: five at most, one at least. */
export function between<T extends { text: string }>(
  all: readonly T[],
  width: number,
  height: number,
): T[] {
  for (let count = Math.min(MOST, all.length); count > 1; count -= 1) {
    const wanted = all.slice(0, count);
    const room = roomOf(width, height - count * BETWEEN, 1);
    if (fitting(wanted, room).length === count) return wanted;
  }
  return all.slice(0, 1);
}

/** The questions that fit, in the order given, and how many are left for people's own devices. */
export function askedOnStage(
  questions: readonly QuestionPayload[],
  width: number,
  height: number,
): { shown: QuestionPayload[]; left: number } {
  const shown = between(questions, width - VOTES, height - MORE);
  return { shown, left: questions.length - shown.length };
}
