import type { JSX } from "preact";
import { announce } from "../../lib/announce";
import { leftAnnouncement } from "../../models/participant/counting";
import { checkLength } from "../../models/texts";

/** A text area for people's own words, with the characters left below it. */
export function WordsField(props: {
  id: string;
  label: string;
  text: string;
  limit: number;
  language: string;
  /** The id of a sentence elsewhere that says what is wrong, or that sentence itself. */
  errorId?: string | undefined;
  error?: string | null;
  change: (text: string) => void;
}): JSX.Element {
  const { id, label, text, limit, language, change } = props;
  const error = props.error ?? null;
  const errorId = error === null ? props.errorId : `${id}-error`;
  const { counter } = checkLength(text, limit);
  const write = (next: string): void => {
    const told = leftAnnouncement(text, next, limit);
    if (told !== null) announce(told);
    change(next);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {error !== null && (
        <span class="field__error" id={errorId}>
          {error}
        </span>
      )}
      <textarea
        id={id}
        class="quote"
        rows={4}
        lang={language}
        aria-describedby={errorId ? `${errorId} ${id}-count` : `${id}-count`}
        aria-invalid={errorId !== undefined}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <span class="field__hint" id={`${id}-count`}>
        {counter}
      </span>
    </div>
  );
}
