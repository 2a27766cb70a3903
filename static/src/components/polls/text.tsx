import type { JSX } from "preact";
import type { AnswerDraft } from "../../models/polls";
import { checkText } from "../../models/texts";
import { LanguageField } from "../participant/language-field";
import { WordsField } from "../participant/words-field";
import type { AnswerKind, FieldsProps, Said } from "./kind";

/** A text in any language; the question above is its label. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, change, errorId } = props;
  const id = `poll-${poll.id}-text`;
  return (
    <div class="stack">
      <WordsField
        id={id}
        label="Your answer"
        text={draft.text}
        limit={poll.max_length}
        language={draft.language}
        errorId={errorId}
        change={(text) => change({ ...draft, text })}
      />
      <LanguageField
        id={`${id}-language`}
        label="Language of my answer"
        language={draft.language}
        change={(language) => change({ ...draft, language })}
      />
    </div>
  );
}

function say(_poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  return draft.text ? [{ text: draft.text, language: draft.language }] : [];
}

/** Write an answer. */
export const text: AnswerKind = { check: checkText, Fields, say };
