import type { JSX } from "preact";
import type { ItemPayload, SessionTopic } from "../../generated/contract";
import { continuesAt_ms } from "../../models/stage/scene";
import { timeOfDay } from "../../models/words";
import { StageTitle } from "./question";

/** A step without anything to answer: a talk, a break, a welcome. */
export function StepScene(props: { item: ItemPayload; timezone: string }): JSX.Element {
  const { item, timezone } = props;
  const end_ms = continuesAt_ms(item);
  return (
    <div class="stage__scene stage__scene--quiet">
      <StageTitle text={item.title} />
      {item.instruction && <p class="stage__lead">{item.instruction}</p>}
      {end_ms !== null && <p class="stage__time">We continue at {timeOfDay(end_ms, timezone)}</p>}
    </div>
  );
}

/** The end. */
export function ThanksScene(props: { session: SessionTopic }): JSX.Element {
  return (
    <div class="stage__scene stage__scene--quiet">
      <p class="stage__lead">{props.session.title}</p>
      <StageTitle text="Thank you for thinking together" />
      <p class="stage__lead">Your answers are saved. You can close the page.</p>
    </div>
  );
}

/** Nothing but the title: all eyes on the people who speak. */
export function BlankScene(props: { title: string }): JSX.Element {
  return (
    <div class="stage__scene stage__scene--quiet">
      <StageTitle text={props.title} />
    </div>
  );
}

/** The link works no more: said calmly, before the session's title. */
export function ExpiredScene(): JSX.Element {
  return (
    <div class="stage__scene stage__scene--quiet">
      <StageTitle text="This big-screen link has ended" />
      <p class="stage__lead">All answers are safe. Ask a host for a new link.</p>
    </div>
  );
}
