import type { JSX } from "preact";
import type { PollTopic } from "../../generated/contract";
import { figureOf } from "../../models/figure";
import { fitting, heightUnder, roomOf, rowsLayout } from "../../models/stage/layout";
import { ResultFigure } from "../results/figure";
import { StageTitle } from "./question";
import { useWidth } from "./width";

interface Fitted {
  poll: PollTopic;
  layout: string;
  /** How many rows or texts stand on people's own devices only. */
  left: number;
}

const MEAN_HEIGHT = 8;
const MORE_HEIGHT = 8;

/** A poll as it fits on the big screen: the first rows, and of the texts the newest that have room. */
function fitted(poll: PollTopic, width: number): Fitted {
  const { results } = poll;
  if (!results) return { poll, layout: "big", left: 0 };
  const height = heightUnder(poll.title, width) - (results.mean === null ? 0 : MEAN_HEIGHT);
  const { lines, rest } = figureOf(poll, results, null);
  const labels = [...lines, ...(rest ? [rest] : [])].map((line) => line.label);
  const { density, shown, left } = rowsLayout(labels, width, height);
  const quotes = fitting(
    results.quotes.toReversed(),
    roomOf(width, height - MORE_HEIGHT, 2),
  ).toReversed();
  const rows = left > 0 ? results.rows.slice(0, shown) : results.rows;
  const more = left + results.quotes.length - quotes.length;
  return { poll: { ...poll, results: { ...results, rows, quotes } }, layout: density, left: more };
}

/** Results that the host shows, live or final. */
export function ResultsScene(props: { poll: PollTopic; asTable: boolean }): JSX.Element {
  const { poll, layout, left } = fitted(props.poll, useWidth());
  return (
    <div class="stage__scene stage-results" data-layout={layout}>
      <StageTitle text={poll.title} />
      <ResultFigure poll={poll} own={null} size="stage" paused={false} asTable={props.asTable} />
      {left > 0 && <p class="stage__small">{left} more on your device.</p>}
    </div>
  );
}
