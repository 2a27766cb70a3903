/** What hosts tell everybody above the task, and what has begun elsewhere. */
import type { JSX } from "preact";
import type { SessionTopic } from "../../generated/contract";
import type { Task } from "../../models/participant/following";
import { timeOfDay } from "../../models/words";
import { offerWords } from "./telling";

/** The house rule of the session, for as long as it lasts. */
function HouseRule(props: { session: SessionTopic }): JSX.Element | null {
  if (!props.session.is_chatham) return null;
  return (
    <p class="meta">
      <strong>Chatham House mode.</strong> No names, organisations or groups are stored, shown or
      exported.
    </p>
  );
}

/** A note from the hosts to everybody. */
function HostNote(props: { session: SessionTopic }): JSX.Element | null {
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

/** What holds for everybody in the session now: a note from the hosts, the house rule. */
export function SessionNotes(props: { session: SessionTopic }): JSX.Element {
  return (
    <>
      <HostNote {...props} />
      <HouseRule {...props} />
    </>
  );
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
