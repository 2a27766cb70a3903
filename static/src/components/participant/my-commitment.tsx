import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnCommitment } from "../../generated/contract";
import { announce } from "../../lib/announce";
import { ownerWords } from "../../models/commitments";
import { dayWords } from "../../models/participant/days";
import type { PromiseDraft } from "../../models/participant/promise_draft";
import { linkOf, type PromiseBook, promiseSays } from "../../models/participant/promises";
import type { SessionModel } from "../../models/session";
import { useFocusNext } from "./focus-next";
import { PromiseForm } from "./promise-form";

/** The personal link, to be kept by its owner: it works without an account, also after the session. */
export function PersonalLink(props: { id: string; token: string }): JSX.Element {
  const { id, token } = props;
  const copy = async (): Promise<void> => {
    const field = document.getElementById(id) as HTMLInputElement;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      announce("Copied.");
    } catch {
      announce("The link is selected. Copy it with your keyboard or menu.");
    }
  };
  return (
    <div class="field">
      <label for={id}>Your personal link</label>
      <span class="field__hint" id={`${id}-hint`}>
        Keep it: with it you say later what became of this, without an account. Only this device
        knows it.
      </span>
      <div class="row">
        <input id={id} type="text" readOnly aria-describedby={`${id}-hint`} value={linkOf(token)} />
        <button type="button" class="button" onClick={() => void copy()}>
          Copy the link
        </button>
      </div>
    </div>
  );
}

function draftOf(own: OwnCommitment): PromiseDraft {
  const { when_text, then_text, language, owner, organisation, due_on, is_public } = own;
  return { when_text, then_text, language, owner, organisation, due_on, is_public, email: "" };
}

function Edit(props: { model: SessionModel; own: OwnCommitment; leave: () => void }): JSX.Element {
  const { model, own, leave } = props;
  const [draft, write] = useState(() => draftOf(own));
  const hint = own.has_email
    ? "An address is kept for a reminder. Leave this empty to keep it; your link can erase it."
    : undefined;
  return (
    <PromiseForm
      id={`promise-${own.id}`}
      {...{ draft, write }}
      {...(hint && { emailHint: hint })}
      submitWords="Save changes"
      isNamed={model.session()?.is_chatham !== true}
      save={({ email, ...words }) => {
        const args = { commitment_id: own.id, ...words, ...(email && { email }) };
        model.outbox.send("edit_commitment", args, `promise:${own.id}`);
        leave();
      }}
    >
      <button type="button" class="button button--quiet" onClick={leave}>
        Leave it as it was
      </button>
    </PromiseForm>
  );
}

function Acts(props: { own: OwnCommitment; edit: () => void; withdraw: () => void }): JSX.Element {
  const { own, edit, withdraw } = props;
  const [isAsking, setAsking] = useState(false);
  const focusNext = useFocusNext();
  const id = `promise-${own.id}`;
  const ask = (isAsked: boolean): void => {
    setAsking(isAsked);
    focusNext(isAsked ? `#${id}-really` : `#${id}-withdraw`);
  };
  return isAsking ? (
    <div class="row">
      <button
        type="button"
        id={`${id}-really`}
        class="button button--danger"
        onClick={() => {
          withdraw();
          document.getElementById("my-commitments")?.focus();
        }}
      >
        Withdraw this commitment
      </button>
      <button type="button" class="button button--quiet" onClick={() => ask(false)}>
        Keep it
      </button>
    </div>
  ) : (
    <div class="row">
      <button type="button" class="button" id={`${id}-edit`} onClick={edit}>
        Edit
      </button>
      <button type="button" class="button" id={`${id}-withdraw`} onClick={() => ask(true)}>
        Withdraw
      </button>
    </div>
  );
}

/** One own commitment: its words, its link, and what can still be done with it. */
export function MyCommitment(props: {
  model: SessionModel;
  book: PromiseBook;
  own: OwnCommitment;
}): JSX.Element {
  const { model, book, own } = props;
  const [isEditing, setEditing] = useState(false);
  const focusNext = useFocusNext();
  const token = book.tokenOf(own);
  const edited = model.outbox.status(`promise:${own.id}`).value;
  const taken = model.outbox.status(`withdraw:${own.id}`).value;
  const status = taken.state === "idle" ? edited : taken;
  const isPending = status.state === "sending" || status.state === "not_sent";
  const leave = (): void => {
    setEditing(false);
    focusNext(`#promise-${own.id}-edit`);
  };
  const about = [
    ownerWords(own.owner, own.organisation),
    `by ${dayWords(own.due_on, document.documentElement.lang)}`,
    own.is_public ? "everybody may read it" : "only the hosts get it",
    ...(own.has_email ? ["with a reminder"] : []),
  ];
  return (
    <li>
      <p class="quote" lang={own.language}>
        If {own.when_text}, then {own.then_text}
      </p>
      <p class="meta">{about.join(", ")}</p>
      {(isPending || status.state === "refused") && (
        <p class="status" data-state={status.state}>
          {promiseSays(status).text}
        </p>
      )}
      {token !== null && <PersonalLink id={`promise-${own.id}-link`} token={token} />}
      {isEditing ? (
        <Edit {...{ model, own, leave }} />
      ) : (
        !isPending && (
          <Acts
            own={own}
            edit={() => {
              setEditing(true);
              focusNext(`#promise-${own.id}-when`);
            }}
            withdraw={() => book.withdraw(own)}
          />
        )
      )}
    </li>
  );
}
