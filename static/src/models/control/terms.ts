/** Words in the control room: which stand together, and the buttons that hide them or put them together. */
import type { PollTopic, TermPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";

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
