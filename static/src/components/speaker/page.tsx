import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { QuestionPayload, SessionTopic } from "../../generated/contract";
import { nextSecond_ms } from "../../models/agenda";
import { goneWords } from "../../models/control/words";
import { inOrder, wantWords } from "../../models/questions";
import type { SessionModel } from "../../models/session";
import { ownClock } from "../../models/speaker";
import { connectionSays } from "../../models/status";
import { timeOfDay } from "../../models/words";
import { HouseRule } from "../house-rule";

/** The server's time, anew with every second that is shown. */
function useNow(model: SessionModel): number {
  const [now, setNow] = useState(() => model.clock.now());
  useEffect(() => {
    let timer = 0;
    const beat = (): void => {
      const at = model.clock.now();
      setNow(at);
      timer = window.setTimeout(beat, Math.ceil(nextSecond_ms(model.agenda(), at)));
    };
    beat();
    return () => clearTimeout(timer);
  }, [model]);
  return now;
}

function Clock(props: {
  model: SessionModel;
  session: SessionTopic;
  itemId: number | null;
}): JSX.Element | null {
  const { model, session, itemId } = props;
  const now_ms = useNow(model);
  const items = model.agenda();
  const own = items.find((item) => item.id === itemId);
  const current = model.currentItem();
  const clock = own && ownClock(items, own, now_ms, session.timezone);
  return (
    <section class="speaker__clock" aria-label="Your clock">
      {own && clock && (
        <div data-state={clock.state}>
          <h2 lang={session.language}>{own.title}</h2>
          <p class="speaker__time">{clock.large}</p>
          {clock.small && <p class="meta">{clock.small}</p>}
        </div>
      )}
      <p class="speaker__now">
        <span>{timeOfDay(now_ms, session.timezone)}</span>{" "}
        {current && current.id !== own?.id && (
          <span>
            Now: <span lang={session.language}>{current.title}</span>
          </span>
        )}
        {!current && <span>The session is not live yet.</span>}
      </p>
    </section>
  );
}

function One(props: { question: QuestionPayload }): JSX.Element {
  const { question } = props;
  return (
    <li>
      <p class="quote" lang={question.language}>
        {question.text}
      </p>
      {(question.is_pinned || question.votes > 0) && (
        <p class="row meta">
          {question.is_pinned && <span class="chip">Pinned by the host</span>}
          {question.votes > 0 && <span>{wantWords(question.votes)}</span>}
        </p>
      )}
    </li>
  );
}

function Questions(props: { questions: readonly QuestionPayload[] }): JSX.Element {
  const ordered = inOrder(props.questions, "support");
  const open = ordered.filter((question) => !question.is_answered);
  const answered = ordered.filter((question) => question.is_answered);
  return (
    <section class="stack" aria-labelledby="questions">
      <h2 id="questions">Questions for you{open.length > 0 && `: ${open.length}`}</h2>
      {open.length === 0 && <p>No question is waiting for an answer.</p>}
      <ul class="ideas">
        {open.map((question) => (
          <One key={question.id} question={question} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>Answered: {answered.length}</summary>
          <ul class="ideas">
            {answered.map((question) => (
              <One key={question.id} question={question} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A speaker's page, to be read: their clock and the questions that everybody sees. */
export function SpeakerPage(props: {
  model: SessionModel;
  itemId: number | null;
  name: string;
}): JSX.Element {
  const { model, itemId, name } = props;
  const bye = model.bye.value;
  const session = model.session();
  if (bye !== null) {
    const words = goneWords(bye);
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.says}</p>
      </div>
    );
  }
  if (session === null) return <p class="lead">Connecting to the session…</p>;
  return (
    <div class="stack stack--loose">
      <header class="row row--apart">
        <div>
          <h1 lang={session.language}>{session.title}</h1>
          <p class="meta">{session.is_chatham ? "A speaker" : `Speaker: ${name}`}</p>
        </div>
        <p class="pill" data-state={model.connection.value}>
          {connectionSays(model.connection.value)}
        </p>
      </header>
      <HouseRule session={session} />
      {session.state === "ended" ? (
        <p class="lead">The session is over. Thank you.</p>
      ) : (
        <Clock {...{ model, session, itemId }} />
      )}
      {session.message && <p class="banner">{session.message.text}</p>}
      <Questions questions={model.questions()} />
    </div>
  );
}
