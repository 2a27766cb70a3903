/** How many questions to the speakers fit on the big screen. */
import type { QuestionPayload } from "../../generated/contract";
import { fitting, MORE, roomOf } from "./layout.ts";

/** More than so many nobody reads before the speaker goes on. */
const MOST = 5;
/** The votes at the end of a line, and the line between two questions with its gaps. */
const VOTES = 26;
const BETWEEN = 3.2;

/** The questions that fit, in the order given, and how many are left for people's own devices. */
export function askedOnStage(
  questions: readonly QuestionPayload[],
  width: number,
  height: number,
): { shown: QuestionPayload[]; left: number } {
  const room = roomOf(width - VOTES, height - MORE - MOST * BETWEEN, 1);
  const shown = fitting(questions.slice(0, MOST), room);
  return { shown, left: questions.length - shown.length };
}
