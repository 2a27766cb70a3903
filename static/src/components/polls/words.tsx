import type { JSX } from "preact";
import { checkWords, WORD_LENGTH } from "../../models/kinds";
import type { AnswerDraft } from "../../models/polls";
import { LanguageField } from "../participant/language-field";
import type { AnswerKind, FieldsProps, Said } from "./kind";

const LABELS = ["First word", "Second word, if you like", "Third word, if you like"];

/** A short field for each word. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, change, errorId } = props;
  const id = `poll-${poll.id}-word`;
  const write = (at: number, text: string): void => {
    const terms = Array.from({ length: poll.max_choices }, (_, place) => draft.terms[place] ?? "");
    change({ ...draft, terms: terms.with(at, text) });
  };
  return (
    <div class="stack">
      <p class="meta" id={`${id}-hint`}>
        A word or a short phrase each, up to {WORD_LENGTH} characters.
      </p>
      {Array.from({ length: poll.max_choices }, (_, at) => (
        <div class="field" key={at}>
          <label for={`${id}-${at}`}>{poll.max_choices === 1 ? "Your word" : LABELS[at]}</label>
          <input
            type="text"
            id={`${id}-${at}`}
            class="quote"
            lang={draft.language}
            autocomplete="off"
            aria-describedby={errorId ? `${errorId} ${id}-hint` : `${id}-hint`}
            aria-invalid={errorId !== undefined && at === 0 ? true : undefined}
            value={draft.terms[at] ?? ""}
            onInput={(event) => write(at, event.currentTarget.value)}
          />
        </div>
      ))}
      <LanguageField
        id={`${id}-language`}
        label="Language of my words"
        language={draft.language}
        change={(language) => change({ ...draft, language })}
      />
    </div>
  );
}

function say(_poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  const said = draft.terms.filter((text) => text !== "");
  return said.map((text) => ({ text, language: draft.language }));
}

/** Name it in a few words. */
export const words: AnswerKind = { check: checkWords, Fields, say };
