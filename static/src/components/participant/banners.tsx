import type { JSX } from "preact";
import type { SessionTopic } from "../../generated/contract";
import type { Task } from "../../models/participant/following";
import type { SessionModel } from "../../models/session";
import { bannerSays } from "../../models/status";
import { timeOfDay } from "../../models/words";

/** The connection is away: what that means for the answers, and one thing to do. */
export function ConnectionBanner(props: { model: SessionModel }): JSX.Element | null {
  const { model } = props;
  const told = bannerSays(model.banner.value);
  if (told === null) return null;
  return (
    <div class="banner banner--warn">
      <p>{told}</p>
      {model.banner.value === "offline" && (
        <button type="button" class="button" onClick={() => model.tryNow()}>
          Try now
        </button>
      )}
    </div>
  );
}

/** The house rule of the session, for as long as it lasts. */
export function HouseRule(props: { session: SessionTopic }): JSX.Element | null {
  if (!props.session.is_chatham) return null;
  return (
    <p class="meta">
      <strong>Chatham House mode.</strong> No names, organisations or groups are stored, shown or
      exported.
    </p>
  );
}

/** A note from the hosts to everybody. */
export function HostNote(props: { session: SessionTopic }): JSX.Element | null {
  const { message, language } = props.session;
  if (message === null) return null;
  return (
    <aside class="banner banner--info" aria-label="Note from the host">
      <p>
        <strong>From the host</strong> <span class="meta">{timeOfDay(message.at_ms)}</span>
      </p>
      <p lang={language}>{message.text}</p>
    </aside>
  );
}

/** What the bar says, by what has begun. */
export function offerWords(task: Task | null): string {
  if (task === null) return "The session has moved on";
  if (task.kind === "form") return "New questions are open";
  if (task.kind === "commitment") return "You can make a commitment";
  return task.kind === "poll" ? "A new question is open" : "The board for ideas is open";
}

/** Something new has begun while the reader is busy: it waits until they go to it. */
export function OfferBar(props: { task: Task | null; go: () => void }): JSX.Element {
  return (
    <section class="offer-bar" aria-label="New">
      <p>{offerWords(props.task)}</p>
      <button type="button" class="button button--primary" onClick={props.go}>
        Go to it
      </button>
    </section>
  );
}
