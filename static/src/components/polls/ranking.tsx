import type { JSX } from "preact";
import { announce } from "../../lib/announce";
import { checkRanking, placesOf, putAt, takeOut } from "../../models/kinds";
import type { AnswerDraft } from "../../models/polls";
import { sayKind } from "../../models/words_kinds";
import { useFocusNext } from "../participant/focus-next";
import type { AnswerKind, FieldsProps, Said } from "./kind";

interface Mover {
  /** Put an option at a place; the focus goes to the first of these parts of its row that is there. */
  put: (id: number, place: number, ...focus: string[]) => void;
  out: (id: number) => void;
}

interface RowProps extends Mover {
  poll: FieldsProps["poll"];
  id: number;
  label: string;
  place: number;
  count: number;
}

function PlaceMenu(props: RowProps): JSX.Element {
  const { poll, id, label, place, count, put } = props;
  const field = `poll-${poll.id}-place-${id}`;
  return (
    <select
      id={field}
      class="ranked__place"
      aria-label={`Place of: ${label}`}
      value={place}
      onChange={(event) => put(id, Number(event.currentTarget.value), `#${field}`)}
    >
      {Array.from({ length: count }, (_, at) => (
        <option key={at} value={at + 1}>
          {at + 1}
        </option>
      ))}
    </select>
  );
}

function Row(props: RowProps): JSX.Element {
  const { poll, id, label, place, count, put, out } = props;
  const [up, down] = [`poll-${poll.id}-up-${id}`, `poll-${poll.id}-down-${id}`];
  return (
    <li class="ranked">
      <PlaceMenu {...props} />
      <span class="ranked__label">{label}</span>
      <div class="ranked__acts">
        <button
          type="button"
          class="button"
          id={up}
          aria-disabled={place === 1}
          onClick={() => place > 1 && put(id, place - 1, `#${up}`)}
        >
          Move up<span class="visually-hidden"> “{label}”</span>
        </button>
        <button
          type="button"
          class="button"
          id={down}
          aria-disabled={place === count}
          onClick={() => place < count && put(id, place + 1, `#${down}`)}
        >
          Move down<span class="visually-hidden"> “{label}”</span>
        </button>
        <button type="button" class="button button--quiet" onClick={() => out(id)}>
          Leave out<span class="visually-hidden"> “{label}”</span>
        </button>
      </div>
    </li>
  );
}

function useMover(props: FieldsProps): Mover {
  const { poll, draft, change } = props;
  const focusNext = useFocusNext();
  const label = (id: number): string => poll.options.find((one) => one.id === id)?.text ?? "";
  const put = (id: number, place: number, ...focus: string[]): void => {
    const next = putAt(draft, id, place);
    const count = next.option_ids.length;
    announce(sayKind("ranking.moved", { label: label(id), place, count }));
    focusNext(...focus);
    change(next);
  };
  const out = (id: number): void => {
    announce(sayKind("ranking.out", { label: label(id) }));
    focusNext(`#poll-${poll.id}-add-${id}`);
    change(takeOut(draft, id));
  };
  return { put, out };
}

/** The own order with its buttons, and below it what has no place yet: one tap gives it the next one. */
function Fields(props: FieldsProps): JSX.Element {
  const { poll, draft, errorId } = props;
  const mover = useMover(props);
  const { counter } = checkRanking(poll, draft);
  const order = draft.option_ids.filter((id) => poll.options.some((one) => one.id === id));
  const rest = poll.options.filter((option) => !order.includes(option.id));
  const isFull = order.length >= placesOf(poll);
  const add = (id: number, after: number | undefined): void => {
    const here = `#poll-${poll.id}-up-${id}`;
    mover.put(id, order.length + 1, after ? `#poll-${poll.id}-add-${after}` : here, here);
  };
  return (
    <div class="stack" aria-describedby={errorId}>
      <p class="meta">{counter}</p>
      {order.length > 0 && (
        <ol class="ranking" aria-label="Your order">
          {order.map((id, at) => (
            <Row
              key={id}
              {...mover}
              {...{ poll, id, count: order.length, place: at + 1 }}
              label={poll.options.find((one) => one.id === id)?.text ?? ""}
            />
          ))}
        </ol>
      )}
      {isFull && rest.length > 0 && (
        <p class="meta">All places are given. Leave one out to give its place away.</p>
      )}
      {!isFull && (
        <ul class="tiles" aria-label="Without a place">
          {rest.map((option, at) => (
            <li key={option.id}>
              <button
                type="button"
                class="tile tile--button"
                id={`poll-${poll.id}-add-${option.id}`}
                onClick={() => add(option.id, (rest[at + 1] ?? rest[at - 1])?.id)}
              >
                <span class="tile__text">{option.text}</span>
                <span class="tile__note">
                  {sayKind("ranking.place", { place: order.length + 1 })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function say(poll: FieldsProps["poll"], draft: AnswerDraft): Said[] {
  return draft.option_ids.map((id, at) => {
    const label = poll.options.find((option) => option.id === id)?.text ?? "";
    return { text: `${at + 1}. ${label}`, language: null };
  });
}

/** Put options in an order. */
export const ranking: AnswerKind = { check: checkRanking, Fields, say };
