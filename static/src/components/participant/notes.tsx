/** What hosts tell everybody above the task, and what has begun elsewhere. */
import type { JSX } from "preact";
import type { SessionTopic } from "../../generated/contract";
import type { Task } from "../../models/participant/following";
import { timeOfDay } from "../../models/words";
import { HouseRule } from "../house-rule";
import { offerWords } from "./telling";

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
