/**
 * What the later kinds of questions say: places, points, words, two axes, practices. It stands apart
 * so that a phone which only chooses need not carry it.
 */
import { fill, type Message, type Values } from "./words.ts";

const ENGLISH = {
  "axes.half": "Rate “{label}” on both scales, or clear it.",
  "axes.missing": "Rate at least one of them.",
  "axes.rated": { one: "{count} rated", other: "{count} rated" },
  "axes.rating": "{first}: {value}. {second}: {other}.",
  "points.left": { one: "{count} of {max} points left", other: "{count} of {max} points left" },
  "points.missing": "Give at least one point.",
  "points.number": { one: "{count} point", other: "{count} points" },
  "points.reading": "The big number is points, of {count} in all.",
  "points.over": { one: "{count} point too many", other: "{count} points too many" },
  "ranking.how": {
    one: "Tap what comes first. There is {count} place.",
    other:
      "Tap what comes first, then what comes second, and so on. There are {count} places; you can stop earlier.",
  },
  "ranking.moved": "{label} is now in place {place} of {count}.",
  "ranking.missing": {
    one: "Give at least {count} place.",
    other: "Give at least {count} places.",
  },
  "ranking.out": "{label} has no place now.",
  "ranking.place": "Place {place}",
  "ranking.firsts_short": { one: "{count} first", other: "{count} first" },
  "ranking.reading":
    "The average place, and a dot for each first place. Left out counts as place {place}.",
  "text.left": { one: "{count} character left", other: "{count} characters left" },
  "text.missing": "Write something first.",
  "transfer.missing": "Answer both questions. What you would need can stay empty.",
  "words.long": "“{word}” is too long: a word or short phrase has up to {count} characters.",
  "words.missing": "Write at least one word.",
} as const satisfies Record<string, Message>;

export type WordOfKinds = keyof typeof ENGLISH;

/** The message with its values filled in. */
export function sayKind(word: WordOfKinds, values: Values = {}): string {
  return fill(word, ENGLISH[word], values);
}
