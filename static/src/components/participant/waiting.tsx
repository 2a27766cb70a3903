import type { JSX } from "preact";
import type { ItemPayload, PollTopic, SessionTopic } from "../../generated/contract";
import { untilWords } from "../../models/agenda";
import type { SessionModel } from "../../models/session";
import { timeOfDay } from "../../models/words";
import { Heading } from "./heading";
import { Later } from "./later";

const STATE_WORDS: Record<ItemPayload["state"], string> = {
  ahead: "",
  live: "now",
  done: "done",
  skipped: "left out",
};

/** The steps of the session as a thread. */
export function Agenda(props: { model: SessionModel; session: SessionTopic }): JSX.Element {
  const { model, session } = props;
  return (
    <ol class="thread" lang={session.language}>
      {model.agenda().map((item) => (
        <li
          key={item.id}
          class="thread__knot"
          data-state={item.state}
          aria-current={item.state === "live" ? "step" : undefined}
        >
          {item.title}{" "}
          {STATE_WORDS[item.state] && (
            <span class={item.state === "live" ? "chip chip--live" : "meta"} lang="en">
              {STATE_WORDS[item.state]}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The result that was shown last and closed last; null when none was. */
export function lastResult(model: SessionModel): PollTopic | null {
  const shown = model
    .agenda()
    .flatMap((item) => item.poll_ids.map((id) => model.poll(id)))
    .filter((poll) => poll?.results && poll.state === "closed") as PollTopic[];
  return shown.sort((a, b) => (b.closed_at_ms ?? 0) - (a.closed_at_ms ?? 0))[0] ?? null;
}

function WhenItStarts(props: { model: SessionModel; session: SessionTopic }): JSX.Element {
  const { planned_start_ms } = props.session;
  const now_ms = props.model.clock.now();
  return now_ms < planned_start_ms ? (
    <p class="lead">
      The session starts at <time>{timeOfDay(planned_start_ms)}</time>,{" "}
      {untilWords(planned_start_ms, now_ms)}. The first question appears here.
    </p>
  ) : (
    <p class="lead">The session starts soon. The first question appears here.</p>
  );
}

const isOf = (poll: PollTopic, item: ItemPayload | null): boolean =>
  item?.poll_ids.includes(poll.id) ?? false;

/** What was shown last; folded up where it is an earlier step's, lest it push aside what can be done now. */
function LastResult(props: {
  model: SessionModel;
  session: SessionTopic;
  poll: PollTopic;
  isOfStep: boolean;
}): JSX.Element {
  const { model, session, poll, isOfStep } = props;
  const figure = (
    <Later
      draw={({ ResultFigure }) => (
        <ResultFigure poll={poll} own={model.ownAnswer(poll.id)} size="phone" />
      )}
    />
  );
  if (!isOfStep) {
    return (
      <details>
        <summary>
          The last result: <span lang={session.language}>{poll.title}</span>
        </summary>
        <div class="big-screen__picture">{figure}</div>
      </details>
    );
  }
  return (
    <section class="stack" aria-labelledby="last-result">
      <h2 id="last-result" lang={session.language}>
        {poll.title}
      </h2>
      {figure}
    </section>
  );
}

/** Nothing to answer now: where the session is, and what comes. */
export function Waiting(props: {
  model: SessionModel;
  session: SessionTopic;
  item: ItemPayload | null;
}): JSX.Element {
  const { model, session, item } = props;
  const last = item === null ? null : lastResult(model);
  return (
    <div class="stack stack--loose">
      {item === null ? (
        <div class="stack">
          <Heading>You are in</Heading>
          <WhenItStarts {...{ model, session }} />
        </div>
      ) : (
        <div class="stack">
          <Heading language={session.language}>{item.title}</Heading>
          {item.instruction && (
            <p class="help" lang={session.language}>
              {item.instruction}
            </p>
          )}
          <p class="lead">You are in. The next question appears here.</p>
        </div>
      )}
      {last && <LastResult {...{ model, session }} poll={last} isOfStep={isOf(last, item)} />}
      <details open={item === null}>
        <summary>The steps of this session</summary>
        <Agenda {...{ model, session }} />
      </details>
    </div>
  );
}
