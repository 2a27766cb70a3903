import type { ComponentType } from "preact";
import type { PollTopic } from "../../generated/contract";
import type { AnswerDraft, Check } from "../../models/polls";

/** What the fields of a question get, whatever its kind. */
export interface FieldsProps {
  poll: PollTopic;
  draft: AnswerDraft;
  change: (draft: AnswerDraft) => void;
  /** The id of the sentence that says what is missing, while something is. */
  errorId: string | undefined;
}

/** One part of an answer in words. Own words come with the language they are in. */
export interface Said {
  text: string;
  language: string | null;
}

/** Everything a phone must know of one kind of question. */
export interface AnswerKind {
  check: (poll: PollTopic, draft: AnswerDraft) => Check;
  Fields: ComponentType<FieldsProps>;
  /** The answer as it is read back to the person who gave it. */
  say: (poll: PollTopic, draft: AnswerDraft) => Said[];
}
