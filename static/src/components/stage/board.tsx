import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { heightUnder, roomOf, type StageColumn, stageColumns } from "../../models/stage/layout";
import { Quotes } from "../results/quotes";
import { StageTitle } from "./question";
import { useWidth } from "./width";

function Column(props: { of: StageColumn }): JSX.Element {
  const { column, count, quotes } = props.of;
  const left = count - quotes.length;
  return (
    <section class="stage-board__column">
      <h2>
        {column.title} <span class="stage-board__count">{count}</span>
      </h2>
      <Quotes quotes={quotes} label={column.title} />
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </section>
  );
}

/** A board with its columns as headings, and as many ideas as can be read from the last row. */
export function BoardScene(props: {
  board: BoardTopic;
  posts: readonly PostPayload[];
}): JSX.Element {
  const { board, posts } = props;
  const width = useWidth();
  const room = roomOf(width, heightUnder(board.title, width), board.columns.length);
  return (
    <div class="stage__scene stage-board">
      <StageTitle text={board.title} />
      <div class="stage-board__columns">
        {stageColumns(board.columns, posts, room).map((one) => (
          <Column key={one.column.id} of={one} />
        ))}
      </div>
    </div>
  );
}
