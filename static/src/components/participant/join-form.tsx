import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnJoin, PostPayload } from "../../generated/contract";
import { alarm, hush } from "../../lib/announce";
import {
  countriesIn,
  countryOf,
  keepOrganisation,
  knownOrganisation,
  NOBODY,
  type Organisation,
} from "../../models/joins";
import type { SessionModel } from "../../models/session";
import { useFocusNext } from "./focus-next";
import { Line } from "./line";

export type Side = OwnJoin["side"];
export const SIDES: Record<Side, string> = { offer: "can offer this", want: "wants this" };
const MISSING = "Write the name of your organisation first.";

export interface AtIdea {
  model: SessionModel;
  post: PostPayload;
}

function Country(props: { id: string; kept: string; change: (code: string) => void }): JSX.Element {
  const { id, kept, change } = props;
  const known = countryOf(kept);
  return (
    <div class="field">
      <label for={id}>Country (optional)</label>
      <select id={id} value={known ?? ""} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">Not said</option>
        {countriesIn(document.documentElement.lang, known).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Fields(props: {
  id: number;
  card: Organisation;
  isMissing: boolean;
  edit: (change: Partial<Organisation>) => void;
}): JSX.Element {
  const { id, card, isMissing, edit } = props;
  return (
    <>
      <Line
        id={`organisation-${id}`}
        label="Your organisation"
        hint="Everybody sees the name, and the organiser takes it away with the results."
        error={isMissing ? MISSING : null}
        most={120}
        autocomplete="organization"
        value={card.organisation}
        change={(organisation) => edit({ organisation })}
      />
      <Country id={`country-${id}`} kept={card.country} change={(country) => edit({ country })} />
      <Line
        id={`contact-${id}`}
        label="How to reach you (optional)"
        hint="Shown to nobody until you and the other side both agree. It is in no file."
        error={null}
        most={200}
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
  const [isMissing, setMissing] = useState(false);
  const focusNext = useFocusNext();
  const edit = (change: Partial<Organisation>): void => {
    if (isMissing) hush();
    setMissing(false);
    setCard({ ...card, ...change });
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isNamed && card.organisation.trim() === "") {
      setMissing(true);
      alarm(MISSING);
      focusNext(`#organisation-${post.id}`);
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
      {isNamed ? (
        <Fields id={post.id} {...{ card, isMissing, edit }} />
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
