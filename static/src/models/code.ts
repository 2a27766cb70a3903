/** The join code as people type, paste and read it. */
import { joined } from "./words.ts";
import { sayApart } from "./words_apart.ts";

/** 28 symbols that cannot be taken for one another: no 0 O, 1 I L, U V, E. */
export const ALPHABET = "23456789ABCDFGHJKMNPQRSTWXYZ";
export const CODE_LENGTH = 6;

/** Upper case without spaces and dashes; of a pasted join link only the code. */
export function normaliseCode(typed: string): string {
  const ofLink = /\/j\/([^/?#\s]+)/i.exec(typed) ?? /[?&]code=([^&#\s]+)/i.exec(typed);
  return (ofLink?.[1] ?? typed).replace(/[\s\p{Pd}\u2212_.]/gu, "").toUpperCase();
}

/** "K7P-4QM": how a code is shown and read aloud. */
export function groupCode(code: string): string {
  return code.length === CODE_LENGTH ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}

/** What is wrong with a normalised code, in words; null when it can be a code. */
export function codeProblem(code: string): string | null {
  const strange = [...new Set(code)].filter((symbol) => !ALPHABET.includes(symbol));
  if (strange.length > 0)
    return sayApart("code.wrong_characters", { characters: joined(strange, "or") });
  const missing = CODE_LENGTH - code.length;
  if (missing > 0) return sayApart("code.incomplete", { count: missing, length: CODE_LENGTH });
  return missing < 0 ? sayApart("code.too_long", { length: CODE_LENGTH }) : null;
}
