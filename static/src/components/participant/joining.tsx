import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { JoinPayload, OwnJoin, PartnerPayload } from "../../generated/contract";
import { joinsSay, partnerSays } from "../../models/joins";
import { answerSays } from "../../models/status";
import { type AtIdea, JoinForm, SIDES, type Side } from "./join-form";

function Organisations(props: { joins: readonly JoinPayload[]; side: Side; language: string }) {
  const { joins, side, language } = props;
  const there = joins.filter((join) => join.side === side);
  if (there.length === 0) return null;
  return (
    <p class="joined">
      <strong>{side === "offer" ? "Offered by" : "Wanted by"}:</strong> {joinsSay(there, language)}
    </p>
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
        <span class="chip chip--own">You</span> {own.organisation || "Your organisation"}{" "}
        {SIDES[own.side]}.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={change}>
          Change
        </button>
        <button type="button" class="button button--quiet" onClick={leave}>
          Take it back
        </button>
      </div>
      {own.organisation !== "" && own.partners.length > 0 && (
        <>
          <ul class="partners">
            {own.partners.map((partner) => (
              <Partner
                key={partner.join_id}
                {...{ model, post, partner }}
                hasContact={own.contact !== null}
              />
            ))}
          </ul>
          <p class="meta">The organiser learns how many exchange contacts, never who.</p>
        </>
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
        <div class="row row--tight joining__ask">
          <span class="meta" aria-hidden="true">
            My organisation
          </span>
          {(["offer", "want"] as const).map((each) => (
            <button key={each} type="button" class="button" onClick={() => setSide(each)}>
              <span class="visually-hidden">My organisation </span>
              {SIDES[each]}
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
