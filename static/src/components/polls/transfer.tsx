import type { JSX } from "preact";
import type { AskPayload } from "../../generated/contract";
import { checkTransfer } from "../../models/kinds";
import type { AnswerDraft } from "../../models/polls";
import { LanguageField } from "../participant/language-field";
import { WordsField } from "../participant/words-field";
import type { AnswerKind, FieldsProps, Said } from "./kind";

function Part(props: {
  name: string;
  ask: AskPayload;
  step: number | null;
  errorId: string | undefined;
  choose: (step: number) => void;
}): JSX.Element {
  const { name, ask, step, errorId, choose } = props;
  return (
    <fieldset class="part">
      <legend>{ask.title}</legend>
      <div class="tiles tiles--three">
        {ask.labels.map((label, at) => (
          <label class="tile" key={label}>
            <input
              type="radio"
              name={name}
              aria-describedby={errorId}
              checked={step === at + 1}
              onChange={() => choose(at + 1)}
            />
            <span class="tile__text">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Two questions to tap, one to write, which may stay empty. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, change, errorId } = props;
  const id = `poll-${poll.id}`;
  const [relevant, copy, needs] = poll.asks ?? [];
  return (
    <div class="stack">
      {relevant && (
        <Part
          name={`${id}-value`}
          ask={relevant}
          step={draft.value}
          errorId={errorId}
          choose={(value) => change({ ...draft, value })}
        />
      )}
      {copy && (
        <Part
          name={`${id}-second`}
          ask={copy}
          step={draft.second}
          errorId={errorId}
          choose={(second) => change({ ...draft, second })}
        />
      )}
      <WordsField
        id={`${id}-needs`}
        label={`${needs?.title ?? ""} You can leave this empty.`}
        text={draft.text}
        limit={poll.max_length}
        language={draft.language}
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

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  const steps = [draft.value, draft.second];
  const said: Said[] = (poll.asks ?? []).flatMap((ask, at) => {
    const label = ask.labels[(steps[at] ?? 0) - 1];
    return label ? [{ text: `${ask.title} ${label}`, language: null }] : [];
  });
  if (draft.text) said.push({ text: draft.text, language: draft.language });
  return said;
}

/** Could a practice move to us? */
export const transfer: AnswerKind = { check: checkTransfer, Fields, say };
