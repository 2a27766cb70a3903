/** What figures say in words. It stands apart so that a phone need not wait for it before it can answer. */
import { fill, type Message, type Values } from "./words.ts";

const ENGLISH = {
  "results.answers": { one: "{count} answer", other: "{count} answers" },
  "results.average": "Average: {mean} of {max}.",
  "results.best_place": "First: {label}, average place {number}.",
  "results.most_points": "Most points: {label}, {number}.",
  "results.most_chosen": "Most chosen: {label}, {count}.",
  "results.most_chosen_tie": "Most chosen: {labels}, {count} each.",
  "results.none": "No answers yet.",
  "results.share": "{count} of {base} ({share} %)",
} as const satisfies Record<string, Message>;

export type WordOfResults = keyof typeof ENGLISH;

/** The message about results with its values filled in. */
export function sayResults(word: WordOfResults, values: Values = {}): string {
  return fill(word, ENGLISH[word], values);
}
