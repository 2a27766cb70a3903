import type { JSX } from "preact";
import type { CommitmentsTopic } from "../../generated/contract";
import { sentenceOf, wholeOf } from "../../models/commitments";
import { between } from "../../models/stage/asked";
import { heightUnder } from "../../models/stage/layout";
import { Count } from "./answers";
import { StageTitle } from "./question";
import { useWidth } from "./width";

/** The number above the sentences, with the gap below it. */
const NUMBER = 18;
/** The words about what else everybody may read. */
const LEFT = 7.8;

/** How many commitments there are, and those that everybody may read, the newest first. */
export function CommitmentsScene(props: { title: string; topic: CommitmentsTopic }): JSX.Element {
  const { title, topic } = props;
  const width = useWidth();
  if (topic.public.length === 0) {
    return (
      <div class="stage__scene">
        <StageTitle text={title} />
        <Count count={topic.count} one="commitment so far" many="commitments so far" />
      </div>
    );
  }
  const texts = topic.public.map((one) => ({ ...one, text: wholeOf(one) }));
  const height = heightUnder(title, width) - NUMBER;
  const all = between(texts, width, height);
  const shown = all.length === texts.length ? all : between(texts, width, height - LEFT);
  const left = texts.length - shown.length;
  return (
    <div class="stage__scene">
      <StageTitle text={title} />
      <p class="stage-promises__count">
        <strong>{topic.count}</strong>{" "}
        {topic.count === 1 ? "commitment so far" : "commitments so far"}
      </p>
      <ul class="stage-asked">
        {shown.map((one) => (
          <li key={one.id}>
            <span class="quote" lang={one.language}>
              {sentenceOf(one)}
              {one.organisation && <span class="stage-promises__who"> {one.organisation}</span>}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </div>
  );
}
