import type { JSX } from "preact";
import type { QuestionPayload } from "../../generated/contract";
import { askedOnStage } from "../../models/stage/asked";
import { heightUnder } from "../../models/stage/layout";
import { StageTitle } from "./question";
import { useWidth } from "./width";

const TITLE = "Questions to the speakers";

/** Questions to the speakers: as many as can be read from the last row. */
export function AskedScene(props: { questions: readonly QuestionPayload[] }): JSX.Element {
  const width = useWidth();
  const { shown, left } = askedOnStage(props.questions, width, heightUnder(TITLE, width));
  return (
    <div class="stage__scene">
      <StageTitle text={TITLE} />
      {shown.length === 0 && <p class="stage__lead">Ask on your own device.</p>}
      <ol class="stage-asked">
        {shown.map((question) => (
          <li key={question.id} data-pinned={question.is_pinned}>
            <span class="quote" lang={question.language}>
              {question.text}
            </span>
            <span class="stage-asked__votes">
              {question.is_pinned && <span class="chip">Pinned</span>}
              {question.votes > 0 && (
                <span>
                  <span class="visually-hidden">Want to know too: </span>+{question.votes}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </div>
  );
}
