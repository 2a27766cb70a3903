/** A commitment while it is written, and what is wrong with it. */
import type { CommitmentOwner, MakeCommitment } from "../../generated/contract";
import { tidy } from "../polls.ts";
import { checkLength } from "../texts.ts";

export const PART_LENGTH = 200;
export const ORGANISATION_LENGTH = 120;

/** A commitment while it is written. */
export interface PromiseDraft {
  when_text: string;
  then_text: string;
  language: string;
  owner: CommitmentOwner | null;
  organisation: string;
  due_on: string;
  is_public: boolean;
  email: string;
}

/** A draft without anything in it. */
export function emptyDraft(language: string): PromiseDraft {
  return {
    ...{ when_text: "", then_text: "", language, owner: null, organisation: "", due_on: "" },
    ...{ is_public: false, email: "" },
  };
}

/** Which field is wrong, and what is wrong with it. */
export interface Wrong {
  field: "when" | "what" | "owner" | "organisation" | "due" | "email";
  problem: string;
}

/**
 * What can be sent, or what is wrong. `today` is a date such as 2027-03-12. Where nobody `isNamed`, neither an
 * organisation nor an address goes with it.
 */
export function checkPromise(
  draft: PromiseDraft,
  today: string,
  isNamed = true,
): { args: Omit<MakeCommitment, "token">; wrong: null } | { args: null; wrong: Wrong } {
  const wrong = (field: Wrong["field"], problem: string) => ({
    args: null,
    wrong: { field, problem },
  });
  const { owner } = draft;
  const [when, what] = [draft.when_text, draft.then_text].map((part) =>
    checkLength(part, PART_LENGTH),
  );
  if (when?.problem) return wrong("when", when.problem);
  if (what?.problem) return wrong("what", what.problem);
  if (owner === null) return wrong("owner", "Choose whose commitment it is.");
  if (owner === "organisation" && isNamed) {
    const { problem } = checkLength(draft.organisation, ORGANISATION_LENGTH);
    if (problem) return wrong("organisation", problem);
  }
  if (draft.due_on === "") return wrong("due", "Choose a day.");
  if (draft.due_on < today) return wrong("due", "Choose a day from today on.");
  const email = isNamed ? draft.email.trim() : "";
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return wrong("email", "This is no e-mail address. Correct it, or leave it empty.");
  }
  const args = {
    when_text: tidy(draft.when_text),
    then_text: tidy(draft.then_text),
    language: draft.language,
    owner,
    organisation: owner === "organisation" && isNamed ? tidy(draft.organisation) : "",
    due_on: draft.due_on,
    is_public: draft.is_public,
    email,
  };
  return { args, wrong: null };
}
