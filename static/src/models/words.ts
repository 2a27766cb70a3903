/**
 * Everything the models say, in one catalogue, so that another language is another catalogue.
 *
 * A message is a sentence with {names}, or one sentence for each plural form that its `count` needs.
 * Numbers are written as the language writes them.
 */
import type { WordApart } from "./words_apart.ts";
import type { WordOfKinds } from "./words_kinds.ts";
import type { WordOfResults } from "./words_results.ts";
import type { WordOfRounds } from "./words_rounds.ts";

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Message = string | Plural;
export type Values = Record<string, string | number>;

const ENGLISH = {
  "agenda.step": "{step} of {count}",
  "answer.announce_closed": "Voting has closed; not counted.",
  "answer.announce_not_sent": "Not sent yet, trying again.",
  "answer.announce_saved": "Answer saved.",
  "answer.not_sent": "Not sent yet. Your answer is kept on this device. We keep trying.",
  "answer.not_kept":
    "Not sent yet. This browser cannot keep your answer: leave the page open. We keep trying.",
  "answer.saved": "Saved {time}",
  "answer.sending": "Sending…",
  "banner.offline":
    "You are offline. Your answers are kept on this device and sent when you are back.",
  "banner.reconnecting": "Reconnecting… Your answers are kept.",
  "choice.counter": "{count} of {max} chosen",
  "choice.other_empty": "Write your own answer, or take the mark away.",
  "choice.too_few": {
    one: "Choose at least {count} answer.",
    other: "Choose at least {count} answers.",
  },
  "choice.too_many": {
    one: "Choose at most {count} answer.",
    other: "Choose at most {count} answers.",
  },
  "connection.connected": "Connected",
  "connection.connecting": "Connecting…",
  "connection.offline": "Offline. Your answers are kept.",
  "connection.over_http": "Connected, updates every 2 seconds",
  "connection.reconnecting": "Reconnecting…",
  "idea.announce_not_sent": "Idea not sent yet, trying again.",
  "idea.not_sent": "Not sent yet. Your idea is kept on this device. We keep trying.",
  "idea.sent": "Sent. The host reviews ideas before they appear.",
  "idea.sent_at_once": "Sent. It is on the board.",
  "kept.no_answer":
    "We do not know whether this happened: the connection broke. Look at the screen, then decide.",
  "kept.offline": "You are offline. Nothing was changed. Try again when you are connected.",
  "scale.missing": "Choose one step.",
  "text.over": { one: "{count} character too many", other: "{count} characters too many" },
  "time.in_minutes": { one: "in {count} minute", other: "in {count} minutes" },
  "time.now": "in a moment",
} as const satisfies Record<string, Message>;

export type Word = keyof typeof ENGLISH;
type AnyWord = Word | WordApart | WordOfKinds | WordOfResults | WordOfRounds;
export type Catalogue = Partial<Record<AnyWord, Message>>;

/** English is written as in Europe: "A, B and C". */
const EUROPEAN_ENGLISH = "en-GB";

let language = EUROPEAN_ENGLISH;
let catalogue: Catalogue = ENGLISH;
let plurals = new Intl.PluralRules(language);
let numbers = new Intl.NumberFormat(language);

/** Speak another language; messages that its catalogue lacks stay English. */
export function speak(newLanguage: string, messages: Catalogue): void {
  language = newLanguage === "en" ? EUROPEAN_ENGLISH : newLanguage;
  catalogue = messages;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
}

/** The message with its values filled in. */
export function say(word: Word, values: Values = {}): string {
  return fill(word, ENGLISH[word], values);
}

/** A message in the language that is spoken, else in English, with its values filled in. */
export function fill(word: AnyWord, english: Message, values: Values): string {
  const message = catalogue[word] ?? english;
  const sentence = typeof message === "string" ? message : choosePlural(message, values.count);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => written(values[name] ?? ""));
}

function choosePlural(message: Plural, count: string | number | undefined): string {
  return message[plurals.select(Number(count ?? 0))] ?? message.other;
}

function written(value: string | number): string {
  return typeof value === "number" ? numbers.format(value) : value;
}

/** "A, B and C", or with `or` "A, B or C", as the language joins a list. */
export function joined(parts: readonly string[], by: "and" | "or" = "and"): string {
  const type = by === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(language, { type }).format(parts);
}

/** "10:42" in the reader's time zone, or in the one that is named. */
export function timeOfDay(at_ms: number, timeZone?: string): string {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat(language, shape).format(at_ms);
}
