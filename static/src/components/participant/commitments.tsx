import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { OwnCommitment, SessionTopic } from "../../generated/contract";
import { emptyDraft, type PromiseDraft } from "../../models/participant/promise_draft";
import { type PromiseBook, promiseSays, promisesOf } from "../../models/participant/promises";
import type { SessionModel } from "../../models/session";
import { useRedraw } from "../redraw";
import { Heading } from "./heading";
import { MyCommitment } from "./my-commitment";
import { PromiseForm } from "./promise-form";

function Loose(props: {
  book: PromiseBook;
  rewrite: (draft: Partial<PromiseDraft>) => void;
}): JSX.Element {
  const { book, rewrite } = props;
  return (
    <>
      {book.loose().map(({ kept, status }) => (
        <li key={kept.key}>
          <p class="quote" lang={kept.language}>
            If {kept.when_text}, then {kept.then_text}
          </p>
          <p class="status" data-state={status.state}>
            {promiseSays(status).text}
          </p>
          {status.state === "refused" && (
            <div class="row">
              <button
                type="button"
                class="button"
                onClick={() => {
                  const { token, ...args } = { token: "", ...(status.args as object) };
                  rewrite(args);
                  book.drop(kept.key);
                }}
              >
                Write it again
              </button>
              <button
                type="button"
                class="button button--quiet"
                onClick={() => book.drop(kept.key)}
              >
                Remove it from this device
              </button>
            </div>
          )}
        </li>
      ))}
    </>
  );
}

function Mine(props: {
  model: SessionModel;
  book: PromiseBook;
  rewrite: (draft: Partial<PromiseDraft>) => void;
}): JSX.Element | null {
  const { model, book, rewrite } = props;
  const own = Object.values(model.me()?.commitments ?? {}) as OwnCommitment[];
  own.sort((a, b) => a.saved_at_ms - b.saved_at_ms || a.id - b.id);
  if (own.length + book.loose().length === 0) return null;
  return (
    <section class="stack" aria-labelledby="my-commitments">
      <h2 id="my-commitments" tabIndex={-1}>
        My commitments
      </h2>
      <ul class="ideas">
        {own.map((one) => (
          <MyCommitment key={one.id} {...{ model, book }} own={one} />
        ))}
        <Loose {...{ book, rewrite }} />
      </ul>
    </section>
  );
}

/** Promise something, and follow what one promised. */
export function Commitments(props: {
  model: SessionModel;
  session: SessionTopic;
  draftKey: string;
}): JSX.Element {
  const { model, session, draftKey } = props;
  const book = promisesOf(model);
  const [draft, setDraft] = useState<PromiseDraft>(
    () => model.drafts.get(draftKey) ?? emptyDraft(document.documentElement.lang),
  );
  useRedraw(
    useCallback(() => {
      [model.state.value, book.last(), book.loose()];
      for (const id of Object.keys(model.me()?.commitments ?? {})) {
        model.outbox.status(`promise:${id}`).value;
        model.outbox.status(`withdraw:${id}`).value;
      }
    }, [model, book]),
  );
  const write = (next: PromiseDraft): void => {
    setDraft(next);
    const isEmpty = next.when_text === "" && next.then_text === "";
    model.drafts.put(draftKey, isEmpty ? null : next);
  };
  const item = model.agenda().find((one) => draftKey.endsWith(`:${one.id}`));
  const last = book.last();
  const count = model.commitments()?.count ?? 0;
  return (
    <div class="stack stack--loose">
      <div class="stack">
        <Heading language={session.language}>{item?.title}</Heading>
        {item?.instruction && (
          <p class="help" lang={session.language}>
            {item.instruction}
          </p>
        )}
        <PromiseForm
          id="commitment"
          {...{ draft, write }}
          submitWords="Save my commitment"
          isNamed={!session.is_chatham}
          save={(args) => {
            book.send(args);
            const { owner, organisation, language, email } = draft;
            write({ ...emptyDraft(language), owner, organisation, email });
          }}
        />
        {last.state !== "idle" && last.state !== "refused" && (
          <p class="status" data-state={last.state}>
            {promiseSays(last).text}
          </p>
        )}
        {!model.outbox.isKept && (
          <p class="meta">
            This browser cannot keep your commitment: leave the page open until it is saved.
          </p>
        )}
      </div>
      <Mine {...{ model, book }} rewrite={(part) => write({ ...draft, ...part })} />
      <p class="meta">
        {count === 1 ? "1 commitment so far." : `${count} commitments so far.`} Who made them is not
        shown.
      </p>
    </div>
  );
}
