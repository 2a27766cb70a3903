import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { JoinPayload, OwnJoin, PartnerPayload, PostPayload } from "../../generated/contract";
import {
  countryOf,
  joinSays,
  keepOrganisation,
  knownOrganisation,
  type Organisation,
  partnerSays,
} from "../../models/joins";
import type { SessionModel } from "../../models/session";
import { answerSays } from "../../models/status";

type Side = OwnJoin["side"];
const SIDES: Record<Side, string> = { offer: "can offer this", want: "wants this" };

interface AtIdea {
  model: SessionModel;
  post: PostPayload;
}

function Organisations(props: { joins: readonly JoinPayload[]; side: Side; language: string }) {
  const { joins, side, language } = props;
  const there = joins.filter((join) => join.side === side);
  if (there.length === 0) return null;
  return (
    <p class="joined">
      <strong>{side === "offer" ? "Offered by" : "Wanted by"}:</strong>{" "}
      {there.map((join) => joinSays(join, language)).join("; ")}
    </p>
  );
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

/** Who one is, as an organisation, at one idea. */
function JoinForm(props: AtIdea & { own: OwnJoin | null; side: Side; done: () => void }) {
  const { model, post, own, side, done } = props;
  const [card, setCard] = useState<Organisation>(() => knownOrganisation(model, own));
  const [missing, setMissing] = useState(false);
  const edit = (change: Partial<Organisation>): void => setCard({ ...card, ...change });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (card.organisation.trim() === "") {
      setMissing(true);
      return;
    }
    const { organisation, contact } = card;
    const country = countryOf(card.country);
    const args = { post_id: post.id, side, organisation, country, contact: contact.trim() || null };
    model.outbox.send("join_post", args, `join:${post.id}`);
    keepOrganisation(model, card);
    done();
  };
  return (
    <form class="stack joining" onSubmit={send} noValidate>
      {missing && <p class="field__error">Write the name of your organisation first.</p>}
      <Field
        id={`organisation-${post.id}`}
        label="Your organisation"
        hint="Everybody sees the name."
        length={120}
        value={card.organisation}
        change={(organisation) => edit({ organisation })}
      />
      <Field
        id={`country-${post.id}`}
        label="Country, two letters (optional)"
        length={2}
        value={card.country}
        change={(country) => edit({ country })}
      />
      <Field
        id={`contact-${post.id}`}
        label="How to reach you (optional)"
        hint="Shown to nobody until you and the other side both agree."
        length={200}
        value={card.contact}
        change={(contact) => edit({ contact })}
      />
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

function Partner(props: AtIdea & { partner: PartnerPayload; hasContact: boolean }): JSX.Element {
  const { model, post, partner, hasContact } = props;
  const { join_id, have_i_agreed } = partner;
  const agree = (): void => {
    const args = { post_id: post.id, with_join_id: join_id, agreed: !have_i_agreed };
    model.outbox.send("agree_contact", args, `contact:${join_id}`);
  };
  return (
    <li class="partners__one">
      <div>
        <p>
          <strong>{partner.organisation}</strong>
        </p>
        <p class="partners__says">{partnerSays(partner)}</p>
      </div>
      {hasContact ? (
        <button type="button" class="button" aria-pressed={have_i_agreed} onClick={agree}>
          Exchange contacts<span class="visually-hidden"> with {partner.organisation}</span>
        </button>
      ) : (
        <p class="meta">Add how to reach you, then you can exchange contacts.</p>
      )}
    </li>
  );
}

function Own(props: AtIdea & { own: OwnJoin; change: () => void }): JSX.Element {
  const { model, post, own, change } = props;
  const leave = (): void =>
    model.outbox.send("leave_post", { post_id: post.id }, `join:${post.id}`);
  return (
    <div class="stack stack--tight">
      <p>
        <span class="chip chip--own">You</span> {own.organisation} {SIDES[own.side]}.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={change}>
          Change
        </button>
        <button type="button" class="button button--quiet" onClick={leave}>
          Take it back
        </button>
      </div>
      {own.partners.length > 0 && (
        <ul class="partners">
          {own.partners.map((partner) => (
            <Partner
              key={partner.join_id}
              {...{ model, post, partner }}
              hasContact={own.contact !== null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** The organisations at an idea, and the own one: joining, changing, exchanging contacts. */
export function Joining(props: AtIdea & { language: string }): JSX.Element {
  const { model, post, language } = props;
  const [side, setSide] = useState<Side | null>(null);
  const joins = model.joins(post.id);
  const own = model.me()?.joins[post.id] ?? null;
  const status = model.outbox.status(`join:${post.id}`).value;
  const isOnItsWay = status.state !== "idle" && status.state !== "saved";
  return (
    <div class="stack stack--tight">
      <Organisations {...{ joins, language }} side="offer" />
      <Organisations {...{ joins, language }} side="want" />
      {side !== null && <JoinForm {...{ model, post, own, side }} done={() => setSide(null)} />}
      {side === null && own !== null && (
        <Own {...{ model, post, own }} change={() => setSide(own.side)} />
      )}
      {side === null && own === null && (
        <div class="row">
          {(["offer", "want"] as const).map((each) => (
            <button key={each} type="button" class="button" onClick={() => setSide(each)}>
              My organisation {SIDES[each]}
            </button>
          ))}
        </div>
      )}
      {isOnItsWay && (
        <p class="status" data-state={status.state}>
          {answerSays(status, model.outbox.isKept).text}
        </p>
      )}
    </div>
  );
}
