import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { QuestionPayload } from "../../generated/contract";
import { askedButtons, questionButtons } from "../../models/control/asked";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { inOrder, type Order, wantWords } from "../../models/questions";
import { ActButton } from "./act-button";
import { AskedQueue } from "./asked-queue";

/** Questions to the speakers: what waits for review, what everybody sees, what was kept back. */
export function Asked(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  if (scene.session.state === "ended" && scene.questions.length === 0) return null;
  const kept = scene.questions.filter((one) => one.state === "declined" || one.state === "hidden");
  return (
    <section class="region region--asked" aria-labelledby="asked-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="asked-title" class="region__title">
          Questions to the speakers
        </h2>
      </div>
      <div class="row row--tight">
        {askedButtons(scene).map((button) => (
          <ActButton key={button.id} control={control} button={button} class="button--small" />
        ))}
      </div>
      <AskedQueue control={control} questions={scene.questions} />
      <Seen control={control} questions={scene.questions} />
      {kept.length > 0 && (
        <details>
          <summary>Not shown: {kept.length}</summary>
          <List control={control} questions={kept} label="Questions not shown" />
        </details>
      )}
    </section>
  );
}

function Seen(props: { control: Control; questions: readonly QuestionPayload[] }): JSX.Element {
  const { control, questions } = props;
  const [order, setOrder] = useState<Order>("support");
  const seen = questions.filter((question) => question.state === "approved");
  const choices: [Order, string][] = [
    ["support", "Most wanted"],
    ["time", "Newest"],
  ];
  return (
    <section class="stack stack--tight" aria-labelledby="asked-seen">
      <h3 class="small-title" id="asked-seen">
        Everybody sees: {seen.length}
      </h3>
      {seen.length > 1 && (
        <div class="row row--tight">
          {choices.map(([value, words]) => (
            <button
              key={value}
              type="button"
              class="button button--small"
              aria-pressed={order === value}
              onClick={() => setOrder(value)}
            >
              {words}
            </button>
          ))}
        </div>
      )}
      <List control={control} questions={inOrder(seen, order)} label="Questions everybody sees" />
    </section>
  );
}

function List(props: {
  control: Control;
  questions: readonly QuestionPayload[];
  label: string;
}): JSX.Element {
  const { control, questions, label } = props;
  return (
    <ul class="queue" aria-label={label}>
      {questions.map((question) => (
        <li key={question.id} class="idea">
          <p class="quote" lang={question.language}>
            {question.text}
          </p>
          <p class="meta">
            {wantWords(question.votes)}
            {question.is_answered && " · Answered"}
            {question.is_pinned && " · Pinned"}
          </p>
          <div class="row row--tight idea__acts">
            {questionButtons(question).map((button) => (
              <ActButton
                key={button.id}
                control={control}
                button={button}
                class="button--small"
                about={question.text}
              />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
