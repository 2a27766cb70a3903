import type { JSX } from "preact";
import type { PollTopic } from "../../generated/contract";
import { figureOf } from "../../models/figure";
import { readingOf } from "../../models/figure_kinds";
import {
  fitting,
  heightUnder,
  listedBeside,
  MORE,
  roomOf,
  rowsLayout,
} from "../../models/stage/layout";
import { ResultFigure } from "../results/figure";
import { StageTitle } from "./question";
import { useWidth } from "./width";

interface Fitted {
  /** The poll with the texts that have room: the newest. */
  poll: PollTopic;
  layout: string;
  /** The height under the question, in per cent of the screen's. */
  room: number;
  /** How many rows are drawn. */
  most: number;
  /** How many rows or texts stand on people's own devices only. */
  left: number;
}

const MEAN_HEIGHT = 8;
/** Two questions within a question side by side, and the heading of the texts below them. */
const PARTS_HEIGHT = 36;
/** What the two axes are, in words above the list. */
const AXES_HEIGHT = 12;

/** A poll as it fits on the big screen. */
function fitted(poll: PollTopic, width: number): Fitted {
  const { results } = poll;
  if (!results) return { poll, layout: "big", room: 0, most: 0, left: 0 };
  const under = heightUnder(poll.title, width) - (results.mean === null ? 0 : MEAN_HEIGHT);
  const height = under - (readingOf(poll, results) === "" ? 0 : MORE);
  const { lines, rest, besides } = figureOf(poll, results, null);
  const labels = [...lines, ...(rest ? [rest] : [])].map((line) =>
    "among" in line && line.among ? `${line.label} ${line.among}` : line.label,
  );
  const { density, shown, left } = rowsLayout(labels, width, height, besides.length > 0);
  const room = roomOf(width, height - MORE - (poll.asks ? PARTS_HEIGHT : 0), 2);
  const quotes = fitting(results.quotes.toReversed(), room).toReversed();
  const listed = poll.axes ? listedBeside(labels, width, height - MORE - AXES_HEIGHT) : shown;
  const unlisted = poll.axes ? labels.length - Math.min(listed, labels.length) : left;
  return {
    poll: { ...poll, results: { ...results, quotes } },
    room: height - (unlisted > 0 ? MORE : 0),
    layout: poll.asks ? "parts" : density,
    most: listed,
    left: unlisted + (results.left ?? 0) + results.quotes.length - quotes.length,
  };
}

/** Results that the host shows, live or final. */
export function ResultsScene(props: { poll: PollTopic; asTable: boolean }): JSX.Element {
  const { poll, layout, room, most, left } = fitted(props.poll, useWidth());
  const reading = poll.results ? readingOf(poll, poll.results) : "";
  return (
    <div class="stage__scene stage-results" data-layout={layout} style={{ "--room": room }}>
      <StageTitle text={poll.title} />
      <ResultFigure
        poll={poll}
        own={null}
        size="stage"
        paused={false}
        asTable={props.asTable}
        most={most}
      />
      {reading !== "" && <p class="stage__small">{reading}</p>}
      {left > 0 && <p class="stage__small">{left} more on your device.</p>}
    </div>
  );
}
