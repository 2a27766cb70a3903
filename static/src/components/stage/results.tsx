import type { JSX } from "preact";
import type { PollTopic } from "../../generated/contract";
import { figureOf } from "../../models/figure";
import { fitting, heightUnder, MORE, roomOf, rowsLayout } from "../../models/stage/layout";
import { ResultFigure } from "../results/figure";
import { StageTitle } from "./question";
import { useWidth } from "./width";

interface Fitted {
  /** The poll with the texts that have room: the newest. */
  poll: PollTopic;
  layout: string;
  /** How many rows are drawn. */
  most: number;
  /** How many rows or texts stand on people's own devices only. */
  left: number;
}

const MEAN_HEIGHT = 8;

/** A poll as it fits on the big screen. */
function fitted(poll: PollTopic, width: number): Fitted {
  const { results } = poll;
  if (!results) return { poll, layout: "big", most: 0, left: 0 };
  const height = heightUnder(poll.title, width) - (results.mean === null ? 0 : MEAN_HEIGHT);
  const { lines, rest, besides } = figureOf(poll, results, null);
  const labels = [...lines, ...(rest ? [rest] : [])].map((line) => line.label);
  const { density, shown, left } = rowsLayout(labels, width, height, besides.length > 0);
  const room = roomOf(width, height - MORE, 2);
  const quotes = fitting(results.quotes.toReversed(), room).toReversed();
  return {
    poll: { ...poll, results: { ...results, quotes } },
    layout: density,
    most: shown,
    left: left + results.quotes.length - quotes.length,
  };
}

/** Results that the host shows, live or final. */
export function ResultsScene(props: { poll: PollTopic; asTable: boolean }): JSX.Element {
  const { poll, layout, most, left } = fitted(props.poll, useWidth());
  return (
    <div class="stage__scene stage-results" data-layout={layout}>
      <StageTitle text={poll.title} />
      <ResultFigure
        poll={poll}
        own={null}
        size="stage"
        paused={false}
        asTable={props.asTable}
        most={most}
      />
      {left > 0 && <p class="stage__small">{left} more on your device.</p>}
    </div>
  );
}
