import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { QuestionPayload } from "../../generated/contract";
import { questionButtons } from "../../models/control/asked";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import {
  arrived,
  EMPTY_QUEUE,
  heldWords,
  linesOf,
  revealed,
  tidied,
} from "../../models/control/queue";
import { ActButton } from "./act-button";

/** Questions that wait for review, newest at the bottom. Nothing moves under the pointer. */
export function AskedQueue(props: {
  control: Control;
  questions: readonly QuestionPayload[];
}): JSX.Element | null {
  const { control, questions } = props;
  const box = useRef<HTMLElement>(null);
  const [kept, keep] = useState(EMPTY_QUEUE);
  const queue = arrived(kept, questions);
  const lines = linesOf(queue, questions);
  const waiting = questions.filter((question) => question.state === "waiting").length;
  const settled = lines.filter((line) => line.settled !== null).length;
  const tidy = (): void => keep(arrived(tidied(queue, questions), questions));
  useEffect(() => {
    const isWatched = box.current?.matches(":hover, :focus-within") ?? false;
    keep(queue);
    if (settled > 0 && !isWatched) tidy();
  }, [questions]);
  if (lines.length === 0) return null;
  return (
    <section
      class="stack stack--tight"
      aria-labelledby="asked-queue"
      ref={box}
      onMouseLeave={tidy}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) tidy();
      }}
    >
      <h3 class="small-title" id="asked-queue" tabIndex={-1}>
        Questions that wait for you: {waiting}
      </h3>
      <ol class="queue" data-asked>
        {lines.map(({ post: question, settled: became }) => (
          <li
            key={question.id}
            class="idea"
            data-question={question.id}
            data-settled={became ?? undefined}
          >
            <p class="quote" lang={question.language}>
              {question.text}
            </p>
            <div class="row row--tight idea__acts">
              {became ? (
                <span class="chip">{became === "approved" ? "Approved" : "Not shown"}</span>
              ) : (
                questionButtons(question).map((button) => (
                  <ActButton
                    key={button.id}
                    control={control}
                    button={button}
                    class="button--small"
                    about={question.text}
                    press={() => {
                      focusNext(question.id, button);
                      void control.press(button);
                    }}
                  />
                ))
              )}
            </div>
          </li>
        ))}
      </ol>
      {queue.held.length > 0 && (
        <button type="button" class="button" onClick={() => keep(revealed(queue, questions))}>
          {heldWords(queue)}
        </button>
      )}
    </section>
  );
}

/** Hand the focus on before the pressed button goes: to the same button of the next question. */
function focusNext(questionId: number, button: Button): void {
  const lines = [...document.querySelectorAll<HTMLElement>("[data-asked] [data-question]")];
  const place = lines.findIndex((line) => line.dataset.question === String(questionId));
  const waiting = [...lines.slice(place + 1), ...lines.slice(0, place)].find(
    (line) => line.dataset.settled === undefined,
  );
  const which = button.id === "approve" ? 0 : 1;
  const target = waiting?.querySelectorAll<HTMLElement>("button")[which];
  (target ?? document.getElementById("asked-queue"))?.focus();
}
