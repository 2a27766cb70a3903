/** When to say aloud how many characters are left: often enough to plan, seldom enough to write. */
import { countCharacters } from "../polls.ts";
import { say } from "../words.ts";
import { sayKind } from "../words_kinds.ts";

const MARKS = [40, 20, 0];

/** The words to announce after a change of the text: at 40, 20 and 0 left, and when it gets too long. */
export function leftAnnouncement(before: string, now: string, limit: number): string | null {
  const leftBefore = limit - countCharacters(before);
  const left = limit - countCharacters(now);
  if (left < 0) return leftBefore < 0 ? null : say("text.over", { count: -left });
  const isCrossed = MARKS.some((mark) => leftBefore > mark && left <= mark);
  return isCrossed ? sayKind("text.left", { count: left }) : null;
}
