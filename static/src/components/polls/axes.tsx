import type { JSX } from "preact";
import type { AxisPayload } from "../../generated/contract";
import { checkAxes, pickOf, withPick } from "../../models/kinds";
import type { AnswerDraft, Pick } from "../../models/polls";
import { sayKind } from "../../models/words_kinds";
import type { AnswerKind, FieldsProps, Said } from "./kind";

const STEPS = [1, 2, 3, 4, 5];
/** So many options are unfolded at first; of more, one unfolds what one knows. */
const UNFOLDED = 4;

/** A step as it is read: the two ends have words. */
function stepWords(axis: AxisPayload, step: number): string {
  if (step === 1) return `1, ${axis.low}`;
  return step === STEPS.length ? `${step}, ${axis.high}` : String(step);
}

function Axis(props: {
  name: string;
  axis: AxisPayload;
  about: string;
  step: number | null;
  choose: (step: number) => void;
}): JSX.Element {
  const { name, axis, about, step, choose } = props;
  return (
    <fieldset class="axis">
      <legend>
        {axis.title}
        <span class="visually-hidden"> “{about}”</span>
      </legend>
      <div class="axis__steps">
        {STEPS.map((one) => (
          <label class="tile" key={one}>
            <input
              type="radio"
              name={name}
              aria-label={stepWords(axis, one)}
              checked={step === one}
              onChange={() => choose(one)}
            />
            <span class="tile__text">{one}</span>
          </label>
        ))}
      </div>
      <div class="axis__ends" aria-hidden="true">
        <span>{axis.low}</span>
        <span>{axis.high}</span>
      </div>
    </fieldset>
  );
}

function ratingWords(axes: readonly AxisPayload[], pick: Pick): string {
  const [first, second] = axes;
  if (pick.value === null && pick.second === null) return "Not rated";
  return sayKind("axes.rating", {
    first: first?.title ?? "",
    second: second?.title ?? "",
    value: pick.value ?? "–",
    other: pick.second ?? "–",
  });
}

function Rated(props: FieldsProps & { id: number; label: string }): JSX.Element {
  const { poll, draft, id, label, change } = props;
  const axes = poll.axes ?? [];
  const pick = pickOf(draft, id);
  const isRated = pick.value !== null || pick.second !== null;
  const set = (part: "value" | "second", step: number): void =>
    change(withPick(draft, { ...pick, [part]: step }));
  return (
    <details class="rated" open={isRated || poll.options.length <= UNFOLDED || undefined}>
      <summary>
        <span class="rated__label">{label}</span>
        <span class="meta">{ratingWords(axes, pick)}</span>
      </summary>
      <div class="stack">
        {axes.map((axis, at) => {
          const part = at === 0 ? "value" : "second";
          return (
            <Axis
              key={axis.title}
              name={`poll-${poll.id}-${id}-${part}`}
              axis={axis}
              about={label}
              step={pick[part]}
              choose={(step) => set(part, step)}
            />
          );
        })}
        {isRated && (
          <button
            type="button"
            class="button button--quiet"
            onClick={() => change(withPick(draft, { option_id: id, value: null, second: null }))}
          >
            Clear<span class="visually-hidden"> “{label}”</span>
          </button>
        )}
      </div>
    </details>
  );
}

/** Each option unfolds into its two scales; one rates those that one knows. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft } = props;
  return (
    <div class="stack stack--tight">
      <p class="meta">Rate those that you know. {checkAxes(poll, draft).counter}.</p>
      {poll.options.map((option) => (
        <Rated key={option.id} {...props} id={option.id} label={option.text} />
      ))}
    </div>
  );
}

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  return poll.options.flatMap((option) => {
    const pick = pickOf(draft, option.id);
    const isRated = pick.value !== null || pick.second !== null;
    const text = `${option.text}. ${ratingWords(poll.axes ?? [], pick)}`;
    return isRated ? [{ text, language: null }] : [];
  });
}

/** Rate each option on two scales. */
export const axes: AnswerKind = { check: checkAxes, Fields, say };
