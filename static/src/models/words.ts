/**
 * Everything the models say, in one catalogue, so that another language is another catalogue.
 *
 * A message is a sentence with {names}, or one sentence for each plural form that its `count` needs.
 * Numbers are written as the language writes them.
 */

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type Message = string | Plural;
export type Values = Record<string, string | number>;

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
  "code.incomplete": {
    one: "{count} character is missing. The code has {length}.",
    other: "{count} characters are missing. The code has {length}.",
  },
  "code.too_long": "The code has {length} characters. Check the code on the screen.",
  "code.wrong_characters":
    "A code has no {characters}. Check the code on the screen: it uses only letters and digits that look different.",
  "connection.connected": "Connected",
  "connection.connecting": "Connecting…",
  "connection.offline": "Offline. Your answers are kept.",
  "connection.over_http": "Connected, updates every 2 seconds",
  "connection.reconnecting": "Reconnecting…",
  "enter.missing":
    "This link is not complete. Nothing was changed. Open it again from the message that it came in.",
  "enter.no_reply":
    "Your link could not be checked yet, because there is no connection. It stays valid. We keep trying.",
  "enter.strange":
    "Your link could not be opened. Nothing was changed. Ask the organiser for a new one.",
  "idea.announce_not_sent": "Idea not sent yet, trying again.",
  "idea.not_sent": "Not sent yet. Your idea is kept on this device. We keep trying.",
  "idea.sent": "Sent. The host reviews ideas before they appear.",
  "idea.sent_at_once": "Sent. It is on the board.",
  "kept.no_answer":
    "We do not know whether this happened: the connection broke. Look at the screen, then decide.",
  "kept.offline": "You are offline. Nothing was changed. Try again when you are connected.",
  "results.answers": { one: "{count} answer", other: "{count} answers" },
  "results.average": "Average: {mean} of {max}.",
  "results.most_chosen": "Most chosen: {label}, {count}.",
  "results.most_chosen_tie": "Most chosen: {labels}, {count} each.",
  "results.none": "No answers yet.",
  "results.share": "{count} of {base} ({share} %)",
  "scale.missing": "Choose one step.",
  "text.left": { one: "{count} character left", other: "{count} characters left" },
  "text.missing": "Write something first.",
  "text.over": { one: "{count} character too many", other: "{count} characters too many" },
  "time.in_minutes": { one: "in {count} minute", other: "in {count} minutes" },
  "time.now": "in a moment",
} as const satisfies Record<string, Message>;

export type Word = keyof typeof ENGLISH;
export type Catalogue = Partial<Record<Word, Message>>;

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
  const message = catalogue[word] ?? (ENGLISH[word] as Message);
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
