import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { QUESTION_DRAFT, QuestionBook } from "../../models/participant/asked";
import { hasDraft } from "../../models/participant/follower";
import type { Task } from "../../models/participant/following";
import type { IdeaBook, IdeaDraft } from "../../models/participant/ideas";
import type { PromiseDraft } from "../../models/participant/promise_draft";
import { promisesOf } from "../../models/participant/promises";
import type { AnswerDraft } from "../../models/polls";
import type { SessionModel } from "../../models/session";
import { OwnAnswer } from "./own-answer";
import { sentDraft } from "./question";

type Words = Pick<IdeaDraft, "text" | "language">;

function ideasOf(model: SessionModel, book: IdeaBook, task: Task): Words[] {
  const draft = model.drafts.get<IdeaDraft>(task.key);
  return [...book.loose(task.id).map((idea) => idea.args), ...(draft ? [draft] : [])];
}

function answerOf(model: SessionModel, task: Task): AnswerDraft | null {
  if (hasDraft(model, task.key)) return model.drafts.get<AnswerDraft>(task.key);
  const status = model.answerStatus(task.id);
  const isLost = status.state === "refused" || status.state === "not_sent";
  return isLost ? sentDraft(model, task.id, status) : null;
}

/** Questions to the speakers that did not arrive, and the one that was being written. */
function questionsOf(model: SessionModel, book: QuestionBook): Words[] {
  const draft = model.drafts.get<Words>(QUESTION_DRAFT);
  return [...book.loose().map(({ args }) => args), ...(draft ? [draft] : [])];
}

/** Commitments that did not arrive, and the one that was being written. */
function promisedOf(model: SessionModel, tasks: readonly Task[]): Words[] {
  const drafts = tasks
    .filter((task) => task.kind === "commitment")
    .map((task) => model.drafts.get<PromiseDraft>(task.key))
    .filter((draft) => draft !== null);
  const left = [
    ...promisesOf(model)
      .loose()
      .map(({ kept }) => kept),
    ...drafts,
  ];
  return left.map(({ when_text, then_text, language }) => ({
    text: `If ${when_text}, then ${then_text}`,
    language,
  }));
}

function Quoted(props: { label: string; words: readonly Words[] }): JSX.Element {
  return (
    <ul class="quotes" aria-label={props.label}>
      {props.words.map(({ text, language }) => (
        <li key={text} class="quote" lang={language}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function One(props: { model: SessionModel; book: IdeaBook; task: Task }): JSX.Element | null {
  const { model, book, task } = props;
  if (task.kind === "board") {
    const ideas = ideasOf(model, book, task);
    return ideas.length === 0 ? null : <Quoted label={task.title} words={ideas} />;
  }
  const [poll, draft] = [model.poll(task.id), answerOf(model, task)];
  return poll && draft && <OwnAnswer {...{ poll, draft }} label={poll.title} />;
}

/** What did not arrive before the session ended: nothing that was written disappears. */
export function Unsent(props: {
  model: SessionModel;
  book: IdeaBook;
  tasks: readonly Task[];
}): JSX.Element | null {
  const { model, book, tasks } = props;
  const questions = useMemo(() => new QuestionBook(model), [model]);
  const isLeft = (task: Task): boolean =>
    task.kind === "commitment"
      ? false
      : task.kind === "board"
        ? ideasOf(model, book, task).length > 0
        : answerOf(model, task) !== null;
  const left = tasks.filter(isLeft);
  const asked = questionsOf(model, questions);
  const promised = promisedOf(model, tasks);
  if (left.length + asked.length + promised.length === 0) return null;
  return (
    <section class="banner banner--warn" aria-labelledby="unsent">
      <h2 id="unsent">Not sent before the end</h2>
      <p>The session ended before this arrived. It was not counted. It is still on this device.</p>
      {left.map((task) => (
        <One key={task.key} {...{ model, book, task }} />
      ))}
      {promised.length > 0 && <Quoted label="Commitments" words={promised} />}
      {asked.length > 0 && <Quoted label="Questions to the speaker" words={asked} />}
    </section>
  );
}
