import type { ReadonlySignal } from "@preact/signals-core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PollTopic, SessionTopic } from "../../generated/contract";
import { announce } from "../../lib/announce";
import { dayWords } from "../../models/participant/days";
import type { Scene } from "../../models/participant/following";
import type { IdeaBook } from "../../models/participant/ideas";
import { promisesOf } from "../../models/participant/promises";
import type { SessionModel } from "../../models/session";
import { ResultFigure } from "../results/figure";
import { focusHeading, Heading } from "./heading";
import { PersonalLink } from "./my-commitment";
import { Unsent } from "./unsent";

function Forget(props: { forget: () => void }): JSX.Element {
  return (
    <section class="stack stack--tight" aria-labelledby="on-device">
      <h2 id="on-device">On this device</h2>
      <p>
        This device keeps a key to your answers, and what you had not sent. Deleting it does not
        delete your saved answers, but this device can no longer show them.
      </p>
      <div>
        <button type="button" class="button" onClick={props.forget}>
          Delete my data on this device
        </button>
      </div>
    </section>
  );
}

function Shown(props: { model: SessionModel; session: SessionTopic }): JSX.Element | null {
  const { model, session } = props;
  const polls = model.agenda().flatMap((item) => item.poll_ids.map((id) => model.poll(id)));
  const shown = polls.filter((poll): poll is PollTopic => Boolean(poll?.results));
  if (shown.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="shown">
      <h2 id="shown">Results that were shown</h2>
      {shown.map((poll) => (
        <details key={poll.id}>
          <summary lang={session.language}>{poll.title}</summary>
          <ResultFigure poll={poll} own={model.ownAnswer(poll.id)} size="phone" />
        </details>
      ))}
    </section>
  );
}

/** The links of one's commitments, which this device alone knows. */
function Links(props: { model: SessionModel }): JSX.Element | null {
  const saved = promisesOf(props.model).kept.filter((one) => one.receipt !== null);
  if (saved.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="my-commitments">
      <h2 id="my-commitments">My commitments</h2>
      <ul class="ideas">
        {saved.map((one) => (
          <li key={one.key}>
            <p class="quote" lang={one.language}>
              If {one.when_text}, then {one.then_text}
            </p>
            <PersonalLink id={`link-${one.key}`} token={one.token} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The session is over: thanks, what happens to the answers, and what this device keeps. */
export function Ended(props: {
  model: SessionModel;
  session: SessionTopic;
  scene: ReadonlySignal<Scene>;
  book: IdeaBook;
  forget: () => void;
}): JSX.Element {
  const { model, session, scene, book, forget } = props;
  const [isForgotten, setForgotten] = useState(false);
  const forgetAll = (): void => {
    forget();
    setForgotten(true);
    announce("Your data was deleted from this device.");
    focusHeading();
  };
  return (
    <div class="stack stack--loose">
      <div class="stack">
        <Heading>Thank you</Heading>
        <p class="lead">
          The session has ended. {session.organiser} has your answers and ideas, without your name.
          They are deleted on {dayWords(session.delete_on, document.documentElement.lang)}.
        </p>
      </div>
      {!isForgotten && <Unsent {...{ model, book }} tasks={scene.value.tasks} />}
      {!isForgotten && <Links model={model} />}
      <Shown {...{ model, session }} />
      {isForgotten ? (
        <p class="status" data-state="saved">
          Your data was deleted from this device.
        </p>
      ) : (
        <Forget forget={forgetAll} />
      )}
    </div>
  );
}
