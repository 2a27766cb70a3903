import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnJoin, PostPayload } from "../../generated/contract";
import {
  countryOf,
  keepOrganisation,
  knownOrganisation,
  NOBODY,
  type Organisation,
} from "../../models/joins";
import type { SessionModel } from "../../models/session";

export type Side = OwnJoin["side"];
export const SIDES: Record<Side, string> = { offer: "can offer this", want: "wants this" };

export interface AtIdea {
  model: SessionModel;
  post: PostPayload;
}

function Field(props: {
  id: string;
  label: string;
  hint?: string;
  value: string;
  length: number;
  change: (value: string) => void;
}): JSX.Element {
  const { id, label, hint, value, length, change } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={length}
        autocomplete={id.startsWith("organisation") ? "organization" : "off"}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function Fields(props: {
  id: number;
  card: Organisation;
  edit: (change: Partial<Organisation>) => void;
}): JSX.Element {
  const { id, card, edit } = props;
  return (
    <>
      <Field
        id={`organisation-${id}`}
        label="Your organisation"
        hint="Everybody sees the name, and the organiser takes it away with the results."
        length={120}
        value={card.organisation}
        change={(organisation) => edit({ organisation })}
      />
      <Field
        id={`country-${id}`}
        label="Country, two letters (optional)"
        length={2}
        value={card.country}
        change={(country) => edit({ country })}
      />
      <Field
        id={`contact-${id}`}
        label="How to reach you (optional)"
        hint="Shown to nobody until you and the other side both agree. It is in no file."
        length={200}
        value={card.contact}
        change={(contact) => edit({ contact })}
      />
    </>
  );
}

/** Who one is, as an organisation, at one idea. */
export function JoinForm(props: AtIdea & { own: OwnJoin | null; side: Side; done: () => void }) {
  const { model, post, own, side, done } = props;
  const isNamed = model.session()?.is_chatham !== true;
  const [card, setCard] = useState<Organisation>(() => knownOrganisation(model, own));
  const [missing, setMissing] = useState(false);
  const edit = (change: Partial<Organisation>): void => setCard({ ...card, ...change });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isNamed && card.organisation.trim() === "") {
      setMissing(true);
      return;
    }
    const said = isNamed ? card : NOBODY;
    const country = countryOf(said.country);
    const contact = said.contact.trim() || null;
    const args = { post_id: post.id, side, organisation: said.organisation, country, contact };
    model.outbox.send("join_post", args, `join:${post.id}`);
    if (isNamed) keepOrganisation(model, card);
    done();
  };
  return (
    <form class="stack joining" onSubmit={send} noValidate>
      {missing && <p class="field__error">Write the name of your organisation first.</p>}
      {isNamed ? (
        <Fields id={post.id} card={card} edit={edit} />
      ) : (
        <p>Chatham House mode: it is kept that an organisation joins, and not which one.</p>
      )}
      <div class="row">
        <button type="submit" class="button button--primary">
          My organisation {SIDES[side]}
        </button>
        <button type="button" class="button button--quiet" onClick={done}>
          Cancel
        </button>
      </div>
    </form>
  );
}
