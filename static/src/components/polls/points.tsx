import type { JSX } from "preact";
import { announce } from "../../lib/announce";
import { checkPoints, pickOf, pointsLeft, withPoints } from "../../models/kinds";
import type { AnswerDraft } from "../../models/polls";
import { sayKind } from "../../models/words_kinds";
import type { AnswerKind, FieldsProps, Said } from "./kind";

function Row(props: FieldsProps & { id: number; label: string }): JSX.Element {
  const { poll, draft, id, label, change } = props;
  const value = pickOf(draft, id).value ?? 0;
  const left = pointsLeft(poll, draft);
  const field = `poll-${poll.id}-points-${id}`;
  const give = (points: number): void => {
    const next = withPoints(poll, draft, id, points);
    change(next);
    announce(checkPoints(poll, next).counter ?? "");
  };
  return (
    <li class="pointed">
      <label class="pointed__label" for={field}>
        {label}
      </label>
      <div class="pointed__acts">
        <button
          type="button"
          class="button"
          aria-disabled={value === 0}
          onClick={() => value > 0 && give(value - 1)}
        >
          <span aria-hidden="true">−</span>
          <span class="visually-hidden">One point less: {label}</span>
        </button>
        <input
          id={field}
          type="number"
          inputMode="numeric"
          min={0}
          max={value + Math.max(0, left)}
          value={value}
          onChange={(event) => {
            give(event.currentTarget.valueAsNumber);
            event.currentTarget.value = String(
              pickOf(withPoints(poll, draft, id, event.currentTarget.valueAsNumber), id).value ?? 0,
            );
          }}
        />
        <button
          type="button"
          class="button"
          aria-disabled={left <= 0}
          onClick={() => left > 0 && give(value + 1)}
        >
          <span aria-hidden="true">+</span>
          <span class="visually-hidden">One point more: {label}</span>
        </button>
      </div>
    </li>
  );
}

/** A number for each option with a button on either side; what is left stands above and below. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, errorId } = props;
  const { counter } = checkPoints(poll, draft);
  return (
    <div class="stack" aria-describedby={errorId}>
      <p class="points-left">
        <strong>{counter}</strong>
      </p>
      <ul class="pointing">
        {poll.options.map((option) => (
          <Row key={option.id} {...props} id={option.id} label={option.text} />
        ))}
      </ul>
    </div>
  );
}

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  return poll.options.flatMap((option) => {
    const count = pickOf(draft, option.id).value;
    const number = sayKind("points.number", { count: count ?? 0 });
    return count ? [{ text: `${option.text}: ${number}`, language: null }] : [];
  });
}

/** Share points out. */
export const points: AnswerKind = { check: checkPoints, Fields, say };
