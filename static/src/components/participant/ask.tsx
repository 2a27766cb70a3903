import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { SessionTopic } from "../../generated/contract";
import { alarm, announce, hush } from "../../lib/announce";
import {
  type LooseQuestion,
  QUESTION_DRAFT,
  QuestionBook,
  questionSays,
  watchQuestions,
} from "../../models/participant/asked";
import { tidy } from "../../models/polls";
import { QUESTION_LENGTH } from "../../models/questions";
import type { SessionModel } from "../../models/session";
import { checkLength } from "../../models/texts";
import { useRedraw } from "../redraw";
import { AskedList } from "./asked-list";
import { LanguageField } from "./language-field";
import { MyQuestions } from "./my-questions";
import { WordsField } from "./words-field";

/** A question while it is written. */
interface Words {
  text: string;
  language: string;
}

function useWords(model: SessionModel): [Words, (words: Words) => void] {
  const [words, setWords] = useState<Words>(
    () =>
      model.drafts.get<Words>(QUESTION_DRAFT) ?? {
        text: "",
        language: document.documentElement.lang,
      },
  );
  const write = (next: Words): void => {
    setWords(next);
    model.drafts.put(QUESTION_DRAFT, next.text === "" ? null : next);
  };
  return [words, write];
}

/** Write a question and send it. The field empties and the focus stays, to write the next. */
function AskForm(props: {
  model: SessionModel;
  book: QuestionBook;
  isReviewed: boolean;
  words: Words;
  write: (words: Words) => void;
}): JSX.Element {
  const { model, book, isReviewed, words, write } = props;
  const [error, setError] = useState<string | null>(null);
  const last = book.last();
  const told = last.state === "refused" ? "" : questionSays(last, isReviewed).text;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { problem } = checkLength(words.text, QUESTION_LENGTH);
    setError(problem);
    if (problem !== null) {
      alarm(problem);
      document.getElementById("ask-text")?.focus();
      return;
    }
    book.send({ text: tidy(words.text), language: words.language });
    write({ ...words, text: "" });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WordsField
        id="ask-text"
        label="Your question to the speaker"
        limit={QUESTION_LENGTH}
        error={error}
        {...words}
        change={(text) => {
          if (error !== null) hush();
          setError(null);
          write({ ...words, text });
        }}
      />
      <LanguageField
        id="ask-language"
        label="Language of my question"
        language={words.language}
        change={(language) => write({ ...words, language })}
      />
      <div class="row">
        <button type="submit" class="button button--primary button--big">
          Send question
        </button>
      </div>
      {told !== "" && (
        <p class="status" data-state={last.state}>
          {told}
        </p>
      )}
      {!model.outbox.isKept && (
        <p class="meta">
          This browser cannot keep your question: leave the page open until it is sent.
        </p>
      )}
    </form>
  );
}

function Closed(props: { words: Words }): JSX.Element {
  const { text, language } = props.words;
  return (
    <>
      <p>The speakers take no questions now.</p>
      {text !== "" && (
        <div class="banner banner--warn">
          <p>You had not sent this. It stays on this device.</p>
          <p class="quote" lang={language}>
            {text}
          </p>
        </div>
      )}
    </>
  );
}

/** Ask the speaker, beside whatever the session does now. */
export function Ask(props: { model: SessionModel; session: SessionTopic }): JSX.Element {
  const { model, session } = props;
  const book = useMemo(() => new QuestionBook(model), [model]);
  const [words, write] = useWords(model);
  useRedraw(
    useCallback(() => {
      model.state.value;
      for (const { key } of book.watched()) model.outbox.status(key).value;
    }, [model, book]),
  );
  useEffect(
    () =>
      watchQuestions(model, book, (told, isUrgent) => (isUrgent ? alarm(told) : announce(told))),
    [model, book],
  );
  const rewrite = ({ key, args }: LooseQuestion): void => {
    write({
      text: words.text ? `${words.text}\n${args.text}` : args.text,
      language: args.language,
    });
    book.drop(key);
    document.getElementById("ask-text")?.focus();
  };
  const isReviewed = session.reviews_questions;
  return (
    <div class="stack stack--loose big-screen__picture">
      {session.takes_questions ? (
        <AskForm {...{ model, book, isReviewed, words, write }} />
      ) : (
        <Closed words={words} />
      )}
      <MyQuestions {...{ model, book, session, rewrite }} />
      <AskedList model={model} />
    </div>
  );
}
