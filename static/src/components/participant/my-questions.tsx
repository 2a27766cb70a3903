import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OwnQuestion, QuestionPayload, SessionTopic } from "../../generated/contract";
import {
  type LooseQuestion,
  ownWords,
  type QuestionBook,
  questionSays,
} from "../../models/participant/asked";
import { wantWords } from "../../models/questions";
import type { SessionModel } from "../../models/session";
import { useFocusNext } from "./focus-next";

/** Take a question back: asked once more, because it cannot be undone. */
function Withdraw(props: { id: string; withdraw: () => void }): JSX.Element {
  const { id, withdraw } = props;
  const [isAsking, setAsking] = useState(false);
  const focusNext = useFocusNext();
  const ask = (isAsked: boolean): void => {
    setAsking(isAsked);
    focusNext(isAsked ? `#${id}-really` : `#${id}-withdraw`);
  };
  return isAsking ? (
    <div class="row">
      <button
        type="button"
        class="button button--danger"
        id={`${id}-really`}
        onClick={() => {
          withdraw();
          document.getElementById("my-questions")?.focus();
        }}
      >
        Withdraw this question
      </button>
      <button type="button" class="button button--quiet" onClick={() => ask(false)}>
        Keep it
      </button>
    </div>
  ) : (
    <div class="row">
      <button type="button" class="button" id={`${id}-withdraw`} onClick={() => ask(true)}>
        Withdraw
      </button>
    </div>
  );
}

function Mine(props: {
  model: SessionModel;
  own: OwnQuestion;
  shown: QuestionPayload | undefined;
}): JSX.Element {
  const { model, own, shown } = props;
  const key = `ask:${own.id}`;
  const status = model.outbox.status(key).value;
  const isPending = status.state === "sending" || status.state === "not_sent";
  const canWithdraw = own.status !== "not_shown" && !shown?.is_answered && !isPending;
  return (
    <li>
      <p class="quote" lang={own.language}>
        {own.text}
      </p>
      <p class="meta">
        {ownWords(own, shown)}
        {shown && shown.votes > 0 && `. ${wantWords(shown.votes)}`}
      </p>
      {(isPending || status.state === "refused") && (
        <p class="status" data-state={status.state}>
          {questionSays(status, true).text}
        </p>
      )}
      {canWithdraw && (
        <Withdraw
          id={`question-${own.id}`}
          withdraw={() => model.outbox.send("withdraw_question", { question_id: own.id }, key)}
        />
      )}
    </li>
  );
}

function Loose(props: {
  question: LooseQuestion;
  isOpen: boolean;
  rewrite: () => void;
  leave: () => void;
}): JSX.Element {
  const { question, isOpen, rewrite, leave } = props;
  return (
    <li>
      <p class="quote" lang={question.args.language}>
        {question.args.text}
      </p>
      <p class="status" data-state={question.status.state}>
        {questionSays(question.status, true).text}
      </p>
      {question.status.state === "refused" && (
        <div class="row">
          {isOpen && (
            <button type="button" class="button" onClick={rewrite}>
              Write it again
            </button>
          )}
          <button type="button" class="button button--quiet" onClick={leave}>
            Remove it from this device
          </button>
        </div>
      )}
    </li>
  );
}

/** One's own questions with what became of each; those on their way come last. */
export function MyQuestions(props: {
  model: SessionModel;
  book: QuestionBook;
  session: SessionTopic;
  rewrite: (question: LooseQuestion) => void;
}): JSX.Element | null {
  const { model, book, session, rewrite } = props;
  const own = model.ownQuestions();
  const loose = book.loose();
  if (own.length + loose.length === 0) return null;
  const shown = new Map(model.questions().map((question) => [question.id, question]));
  return (
    <section class="stack" aria-labelledby="my-questions">
      <h2 id="my-questions" tabIndex={-1}>
        My questions
      </h2>
      <ul class="ideas">
        {own.map((one) => (
          <Mine key={one.id} model={model} own={one} shown={shown.get(one.id)} />
        ))}
        {loose.map((one) => (
          <Loose
            key={one.key}
            question={one}
            isOpen={session.takes_questions}
            rewrite={() => rewrite(one)}
            leave={() => book.drop(one.key)}
          />
        ))}
      </ul>
    </section>
  );
}
