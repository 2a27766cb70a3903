/** Words in the control room: which stand together, and the buttons that hide them or put them together. */
import type { CommandArgs, PollTopic, TermPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import type { Scene } from "./scene.ts";

/** The commands about single words. */
export type TermCommand = "merge_term" | "hide_term";
type TermAct = { [N in TermCommand]: { name: N; args: CommandArgs[N] } }[TermCommand];

/** Whether an act is about a word. */
export function isTermAct(act: Act): act is TermAct {
  return act.name === "merge_term" || act.name === "hide_term";
}

/** The act that turns one about a word back: the word as it was before. */
export function turnedTerm(act: TermAct, before: Scene): Act {
  if (act.name === "hide_term") {
    return { name: act.name, args: { ...act.args, hidden: !act.args.hidden } };
  }
  const { poll_id, folded, language } = act.args;
  const terms = before.polls.get(poll_id)?.results?.terms ?? [];
  const found = terms.find((one) => one.folded === folded && one.language === language);
  return { name: act.name, args: { ...act.args, into: found?.merged_into ?? null } };
}

/** What an act about a word has done, in one sentence. */
export function toldTerm(act: TermAct): string {
  if (act.name === "hide_term") {
    return act.args.hidden ? "Hid the word." : "The word can be seen again.";
  }
  return act.args.into === null ? "Took the words apart." : "Put the words together.";
}

/** A word with those that were put together with it. */
export interface TermGroup {
  head: TermPayload;
  members: TermPayload[];
}

/** So many words stand in the desk at first; the others unfold. */
export const MOST_SHOWN = 12;

/** The words that stand for themselves, each with those merged into it; the most said first. */
export function groupsOf(terms: readonly TermPayload[]): TermGroup[] {
  const heads = terms.filter((term) => term.merged_into === null);
  return heads.map((head) => ({
    head,
    members: terms.filter(
      (term) =>
        term !== head && rootOf(terms, term) === head.folded && term.language === head.language,
    ),
  }));
}

function rootOf(terms: readonly TermPayload[], term: TermPayload): string {
  let at = term;
  for (let step = 0; step < terms.length && at.merged_into !== null; step += 1) {
    const into = at.merged_into;
    const next = terms.find((one) => one.folded === into && one.language === at.language);
    if (!next) return into;
    at = next;
  }
  return at.folded;
}

/** The words that one can be put together with: others of its language that stand for themselves. */
export function targetsOf(groups: readonly TermGroup[], { head }: TermGroup): TermPayload[] {
  const heads = groups.map((group) => group.head);
  return heads.filter((one) => one !== head && one.language === head.language);
}

function argsOf(poll: PollTopic, term: TermPayload) {
  const { language, folded } = term;
  return { poll_id: poll.id, version: poll.version ?? 0, language, folded };
}

/** Keep a word from the screens, or let it be seen again. */
export function hideButton(poll: PollTopic, term: TermPayload): Button {
  const act: Act = {
    name: "hide_term",
    args: { ...argsOf(poll, term), hidden: !term.is_hidden },
  };
  return { id: `hide-${term.folded}`, says: term.is_hidden ? "Show" : "Hide", act, off: null };
}

/** Put a word together with another one; null takes it apart. */
export function mergeAct(poll: PollTopic, term: TermPayload, into: string | null): Act {
  return { name: "merge_term", args: { ...argsOf(poll, term), into } };
}

/** Take a word apart again. */
export function splitButton(poll: PollTopic, term: TermPayload): Button {
  const act = mergeAct(poll, term, null);
  return { id: `split-${term.folded}`, says: "Take apart", act, off: null };
}
