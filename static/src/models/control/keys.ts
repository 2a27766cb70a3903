/** The keys of the control room: which key means what, and when a key press is not for us. */

/** What a key asks for. */
export type KeyAct =
  | "launch"
  | "open"
  | "close"
  | "results"
  | "phones"
  | "undo"
  | "blank"
  | "join"
  | "message"
  | "pulse"
  | "accept"
  | "turn"
  | "next_knot"
  | "previous_knot"
  | "approve"
  | "decline"
  | "group"
  | "send"
  | "same"
  | "beside"
  | "differ"
  | "help"
  | "region"
  | "region_back"
  | "escape";

/** One line of the list of keys. `aria` is the value for `aria-keyshortcuts`. */
export interface KeyLine {
  act: KeyAct;
  aria: string;
  shown: string;
  says: string;
}

/** Single keys, in the order of the list. They can be switched off. */
export const SINGLE_KEYS: readonly KeyLine[] = [
  { act: "launch", aria: "L", shown: "L", says: "Launch the next step" },
  { act: "open", aria: "O", shown: "O", says: "Open the next question or board of this step" },
  { act: "close", aria: "C", shown: "C", says: "Open, close or reopen the question in hand" },
  { act: "results", aria: "R", shown: "R", says: "Show or hide the results on the big screen" },
  { act: "phones", aria: "Shift+R", shown: "⇧ R", says: "Show or hide the results on phones" },
  { act: "undo", aria: "U", shown: "U", says: "Undo the last act, for 10 seconds" },
  { act: "blank", aria: "B", shown: "B", says: "Blank the big screen, or show it again" },
  { act: "join", aria: "Q", shown: "Q", says: "Show how to join on the big screen" },
  { act: "message", aria: "M", shown: "M", says: "Write a note to the room" },
  { act: "pulse", aria: "P", shown: "P", says: "Choose a pulse; then 1 to 4 asks it at once" },
  { act: "accept", aria: "Y", shown: "Y", says: "Accept the first proposal to catch up" },
  {
    act: "turn",
    aria: "T",
    shown: "T",
    says: "Count that somebody spoke; then 1 to 9 for the group",
  },
  { act: "next_knot", aria: "J", shown: "J", says: "Go down the run of show; Enter opens a step" },
  { act: "previous_knot", aria: "K", shown: "K", says: "Go up the run of show" },
  {
    act: "approve",
    aria: "A",
    shown: "A",
    says: "Approve the first idea that waits, or the focused one",
  },
  {
    act: "decline",
    aria: "X",
    shown: "X",
    says: "Decline the first idea that waits, or the focused one",
  },
  {
    act: "group",
    aria: "G",
    shown: "G",
    says: "Group ideas, or send the selected ones to a cluster",
  },
  { act: "send", aria: "1", shown: "1–9", says: "Send the selected ideas to that cluster" },
  { act: "same", aria: "S", shown: "S", says: "Let the first of two similar ideas stand for both" },
  { act: "beside", aria: "W", shown: "W", says: "Put two similar ideas into one cluster" },
  { act: "differ", aria: "N", shown: "N", says: "Put the suggestion of two similar ideas away" },
  { act: "help", aria: "?", shown: "?", says: "List the keys" },
];

/** Keys that type no letter and so always work. */
export const FIXED_KEYS: readonly KeyLine[] = [
  { act: "region", aria: "F6", shown: "F6", says: "Go to the next region; Shift F6 goes back" },
  {
    act: "escape",
    aria: "Escape",
    shown: "Esc",
    says: "Close what is open; it never changes the session",
  },
];

/** A key press, free of the browser. */
export interface Press {
  key: string;
  /** The place on the keyboard ("KeyL"), for layouts without Latin letters. */
  code: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  shift: boolean;
  /** The focus is in a text field, a list to choose from or an editable part. */
  inField: boolean;
  repeated: boolean;
}

/** What a press asks for, or null when it is not for the control room. */
export function keyAct(press: Press, singleKeysOn: boolean): KeyAct | null {
  if (press.ctrl || press.alt || press.meta) return null;
  if (press.key === "F6") return press.shift ? "region_back" : "region";
  if (press.key === "Escape") return "escape";
  if (!singleKeysOn || press.inField || press.repeated) return null;
  const letter = letterOf(press);
  const wanted = press.shift && letter !== "?" ? `Shift+${letter}` : letter;
  return SINGLE_KEYS.find((line) => line.aria === wanted)?.act ?? null;
}

/** The value for `aria-keyshortcuts`, or undefined when the key is switched off. */
export function ariaKey(act: KeyAct | undefined, singleKeysOn: boolean): string | undefined {
  return singleKeysOn ? SINGLE_KEYS.find((line) => line.act === act)?.aria : undefined;
}

/** The key as it is printed on a button, or undefined when it is switched off. */
export function shownKey(act: KeyAct | undefined, singleKeysOn: boolean): string | undefined {
  return singleKeysOn ? SINGLE_KEYS.find((line) => line.act === act)?.shown : undefined;
}

/** The Latin letter of a press: what it types, or, for other scripts, where the key sits. Digits are one key. */
function letterOf(press: Press): string {
  if (press.key === "?") return "?";
  if (/^[1-9]$/.test(press.key)) return "1";
  if (/^[a-z]$/i.test(press.key)) return press.key.toUpperCase();
  const isOtherScript = /^\p{L}$/u.test(press.key);
  return isOtherScript ? (/^Key([A-Z])$/.exec(press.code)?.[1] ?? "") : "";
}
