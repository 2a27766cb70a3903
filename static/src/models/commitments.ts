/** Commitments as sentences. */
import type { PublicCommitment } from "../generated/contract";

type Parts = Pick<PublicCommitment, "when_text" | "then_text">;

/** "If our next call opens, then we ask for childcare in it." */
export function sentenceOf({ when_text, then_text }: Parts): string {
  const end = /[.!?…]$/u.test(then_text) ? "" : ".";
  return `If ${when_text}, then ${then_text}${end}`;
}

/** Whose commitment it is, to its owner; in Chatham House mode no name of an organisation is kept. */
export function ownerWords(owner: "organisation" | "own", organisation: string): string {
  if (owner === "own") return "In your own name";
  return organisation || "Your organisation, without its name";
}

/** The sentence with whose it is, as long as it is drawn. */
export function wholeOf(one: Parts & Pick<PublicCommitment, "organisation">): string {
  return one.organisation ? `${sentenceOf(one)} ${one.organisation}` : sentenceOf(one);
}
