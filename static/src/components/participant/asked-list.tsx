import type { JSX } from "preact";
import { useReducer, useRef, useState } from "preact/hooks";
import type { QuestionPayload } from "../../generated/contract";
import { heldOrder, inOrder, type Order, people } from "../../models/questions";
import type { SessionModel } from "../../models/session";

function Want(props: { model: SessionModel; question: QuestionPayload }): JSX.Element {
  const { model, question } = props;
  const key = `upvote:${question.id}`;
  const { state, args } = model.outbox.status(key).value;
  const isPending = state === "sending" || state === "not_sent";
  const saved = model.me()?.upvotes[question.id] === true;
  const isOn = isPending && args && "upvoted" in args ? args.upvoted : saved;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isOn}
      onClick={() => {
        const wish = { question_id: question.id, upvoted: !isOn };
        model.outbox.send("upvote_question", wish, key);
      }}
    >
      I want to know too, {people(question.votes)}
    </button>
  );
}

function One(props: { model: SessionModel; question: QuestionPayload }): JSX.Element {
  const { model, question } = props;
  return (
    <li>
      <p class="quote" lang={question.language}>
        {question.text}
      </p>
      <div class="row">
        {question.is_pinned && <span class="chip">Pinned by the host</span>}
        {question.is_answered ? (
          <>
            <span class="chip">Answered</span>
            {question.votes > 0 && (
              <span class="meta">{people(question.votes)} wanted to know too</span>
            )}
          </>
        ) : (
          <Want {...{ model, question }} />
        )}
      </div>
    </li>
  );
}

/** The order in which the list stays until the reader asks for another one. */
function useHeld(ordered: readonly number[], order: Order): [readonly number[], () => void] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const held = useRef({ order, ids: ordered });
  const kept = held.current.order === order ? held.current.ids : [];
  held.current = { order, ids: heldOrder(kept, ordered) };
  const sortAnew = (): void => {
    held.current = { order, ids: ordered };
    redraw(null);
  };
  return [held.current.ids, sortAnew];
}

/** The others' questions. While one reads, nothing moves: new ones come last until one sorts anew. */
export function AskedList(props: { model: SessionModel }): JSX.Element {
  const { model } = props;
  const [order, setOrder] = useState<Order>("support");
  const mine = model.me()?.questions ?? {};
  const ordered = inOrder(model.questions(), order).filter((one) => !mine[one.id]);
  const byId = new Map(ordered.map((question) => [question.id, question]));
  const ids = ordered.map((question) => question.id);
  const [stable, sortAnew] = useHeld(ids, order);
  const isSorted = stable.every((id, place) => id === ids[place]);
  const choices: [Order, string][] = [
    ["support", "Most wanted"],
    ["time", "Newest"],
  ];
  return (
    <section class="stack" aria-labelledby="asked-list">
      <h2 id="asked-list" tabIndex={-1}>
        Questions of others
      </h2>
      {ids.length === 0 && <p>No questions of others are here yet.</p>}
      {ids.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: two buttons are no form
        <div class="row" role="group" aria-label="Order of the questions">
          {choices.map(([value, words]) => (
            <button
              key={value}
              type="button"
              class="button button--small"
              aria-pressed={order === value}
              onClick={() => setOrder(value)}
            >
              {words}
            </button>
          ))}
          {!isSorted && (
            <button
              type="button"
              class="button button--quiet button--small"
              onClick={() => {
                sortAnew();
                document.getElementById("asked-list")?.focus();
              }}
            >
              Sort anew
            </button>
          )}
        </div>
      )}
      <ul class="ideas">
        {stable.map((id) => {
          const question = byId.get(id);
          return question && <One key={id} {...{ model, question }} />;
        })}
      </ul>
    </section>
  );
}
