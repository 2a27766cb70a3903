/** What results say of hands that were counted and of the round before, and forms of how far one is. */
import { fill, type Message, type Values } from "./words.ts";
import { sayResults } from "./words_results.ts";

const ENGLISH = {
  "form.progress": "{saved} of {count} saved",
  "hands.count": { one: "{count} hand", other: "{count} hands" },
  "hands.beside": "{answers}, {hands}",
  "round.before": "First round: {answers}",
  "round.mean": "First round: {mean}.",
  "poll.restarted":
    "The host has started this question again. Earlier answers do not count any more.",
} as const satisfies Record<string, Message>;

export type WordOfRounds = keyof typeof ENGLISH;

/** The message with its values filled in. */
export function sayRound(word: WordOfRounds, values: Values = {}): string {
  return fill(word, ENGLISH[word], values);
}

/** "4 hands". */
export function handsSay(count: number): string {
  return sayRound("hands.count", { count });
}

/** "12 answers", or with hands "12 answers, 5 hands": told beside one another, never added. */
export function answersSay(results: { answered: number; hands?: number }): string {
  const answers = sayResults("results.answers", { count: results.answered });
  return results.hands
    ? sayRound("hands.beside", { answers, hands: handsSay(results.hands) })
    : answers;
}
