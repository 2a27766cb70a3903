import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { SessionTopic } from "../../generated/contract";
import { alarm, announce } from "../../lib/announce";
import type { Task } from "../../models/participant/following";
import { promisesOf } from "../../models/participant/promises";
import type { SessionModel } from "../../models/session";
import { AlsoHere } from "./also-here";
import { Ask } from "./ask";
import { BigScreen } from "./big-screen";

/** Whether something was asked that this person sees, also when nothing more can be. */
function hasQuestions(model: SessionModel): boolean {
  return model.questions().length + model.ownQuestions().length > 0;
}

/** What stands below the present thing: other open things, questions to the speaker, the big screen. */
export function Beside(props: {
  model: SessionModel;
  session: SessionTopic;
  others: readonly Task[];
  go: (key: string) => void;
}): JSX.Element {
  const { model, session, others, go } = props;
  const { language } = session;
  useEffect(
    () => promisesOf(model).watch((told, isUrgent) => (isUrgent ? alarm(told) : announce(told))),
    [model],
  );
  return (
    <>
      <AlsoHere tasks={others} {...{ language, go }} />
      {(session.takes_questions || hasQuestions(model)) && (
        <details class="big-screen">
          <summary>Ask the speaker</summary>
          <Ask {...{ model, session }} />
        </details>
      )}
      <details class="big-screen">
        <summary>On the big screen</summary>
        <BigScreen {...{ model, language }} />
      </details>
    </>
  );
}
