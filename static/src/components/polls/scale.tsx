import type { JSX } from "preact";
import { type AnswerDraft, checkScale } from "../../models/polls";
import type { AnswerKind, FieldsProps, Said } from "./kind";

/** The steps as radios, each in words; "not applicable" is one more, set apart. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, change, errorId } = props;
  const shared = { type: "radio", name: `poll-${poll.id}`, "aria-describedby": errorId } as const;
  const apart = poll.scale?.not_applicable ?? null;
  return (
    <div class="tiles">
      {poll.scale?.labels.map((label, place) => (
        <label class="tile" key={label}>
          <input
            {...shared}
            checked={draft.value === place + 1}
            onChange={() => change({ ...draft, value: place + 1, not_applicable: false })}
          />
          <span class="tile__text">{label}</span>
        </label>
      ))}
      {apart !== null && (
        <label class="tile tile--apart">
          <input
            {...shared}
            checked={draft.not_applicable}
            onChange={() => change({ ...draft, value: null, not_applicable: true })}
          />
          <span class="tile__text">{apart}</span>
        </label>
      )}
    </div>
  );
}

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  const label = draft.not_applicable
    ? poll.scale?.not_applicable
    : poll.scale?.labels[(draft.value ?? 0) - 1];
  return label ? [{ text: label, language: null }] : [];
}

/** Pick a step. */
export const scale: AnswerKind = { check: checkScale, Fields, say };
