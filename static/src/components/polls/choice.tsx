import type { JSX } from "preact";
import { announce } from "../../lib/announce";
import {
  type AnswerDraft,
  checkChoice,
  OTHER_LENGTH,
  toggleOption,
  toggleOther,
} from "../../models/polls";
import type { AnswerKind, FieldsProps, Said } from "./kind";

const OTHER = "Something else, in my own words";

function OtherText(props: FieldsProps): JSX.Element {
  const { poll, draft, change } = props;
  const id = `poll-${poll.id}-other`;
  return (
    <div class="field own-words">
      <label for={id}>In my own words</label>
      <span class="field__hint" id={`${id}-hint`}>
        Up to {OTHER_LENGTH} characters
      </span>
      <input
        type="text"
        id={id}
        class="quote"
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        value={draft.other_text ?? ""}
        onInput={(event) => change({ ...draft, other_text: event.currentTarget.value })}
      />
    </div>
  );
}

/** Native radios or checkboxes; the marks are the browser's own, so every aid knows them. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, errorId } = props;
  const type = poll.max_choices === 1 ? "radio" : "checkbox";
  const { counter } = checkChoice(poll, draft);
  const mark = (next: AnswerDraft): void => {
    props.change(next);
    const told = checkChoice(poll, next).counter;
    if (told !== null) announce(told);
  };
  const shared = {
    type,
    name: `poll-${poll.id}`,
    "aria-describedby": errorId,
    "aria-invalid": errorId !== undefined && type === "checkbox" ? true : undefined,
  } as const;
  return (
    <>
      <div class="tiles">
        {poll.options.map((option) => (
          <label class="tile" key={option.id}>
            <input
              {...shared}
              checked={draft.option_ids.includes(option.id)}
              onChange={() => mark(toggleOption(poll, draft, option.id))}
            />
            <span class="tile__text">{option.text}</span>
          </label>
        ))}
        {poll.has_other && (
          <label class="tile">
            <input
              {...shared}
              checked={draft.other_text !== null}
              onChange={() => mark(toggleOther(poll, draft))}
            />
            <span class="tile__text">{OTHER}</span>
          </label>
        )}
      </div>
      {draft.other_text !== null && <OtherText {...props} />}
      {counter !== null && <p class="meta">{counter}</p>}
    </>
  );
}

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  const picked: Said[] = poll.options
    .filter((option) => draft.option_ids.includes(option.id))
    .map((option) => ({ text: option.text, language: null }));
  if (draft.other_text) picked.push({ text: draft.other_text, language: draft.language });
  return picked;
}

/** Pick exactly one. */
export const single: AnswerKind = { check: checkChoice, Fields, say };
/** Pick some of several. */
export const multiple: AnswerKind = single;
