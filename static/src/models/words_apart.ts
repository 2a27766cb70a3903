/**
 * What only hosts' pages and doors say: how a plan is kept, what is wrong with a code or a link.
 * It stands apart so that a phone in the room need not carry it.
 */
import { fill, type Message, type Values } from "./words.ts";

const ENGLISH = {
  "agenda.ahead": {
    one: "{count} minute ahead of plan",
    other: "{count} minutes ahead of plan",
  },
  "agenda.behind": {
    one: "{count} minute behind plan",
    other: "{count} minutes behind plan",
  },
  "agenda.left": "{time} left",
  "agenda.minutes": { one: "{count} minute", other: "{count} minutes" },
  "agenda.on_plan": "on plan",
  "agenda.over": "{time} over",
  "agenda.spent": { one: "{spent} of {count} minute", other: "{spent} of {count} minutes" },
  "agenda.spent_added": {
    one: "{spent} of {count} minute, {added} added",
    other: "{spent} of {count} minutes, {added} added",
  },
  "agenda.spent_fewer": {
    one: "{spent} of {count} minute, {fewer} fewer than planned",
    other: "{spent} of {count} minutes, {fewer} fewer than planned",
  },
  "code.incomplete": {
    one: "{count} character is missing. The code has {length}.",
    other: "{count} characters are missing. The code has {length}.",
  },
  "code.too_long": "The code has {length} characters. Check the code on the screen.",
  "code.wrong_characters":
    "A code has no {characters}. Check the code on the screen: it uses only letters and digits that look different.",
  "enter.missing":
    "This link is not complete. Nothing was changed. Open it again from the message that it came in.",
  "enter.no_reply":
    "Your link could not be checked yet, because there is no connection. It stays valid. We keep trying.",
  "enter.strange":
    "Your link could not be opened. Nothing was changed. Ask the organiser for a new one.",
} as const satisfies Record<string, Message>;

export type WordApart = keyof typeof ENGLISH;

/** The message with its values filled in. */
export function sayApart(word: WordApart, values: Values = {}): string {
  return fill(word, ENGLISH[word], values);
}
