import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { heightUnder, type StageHead, stageBoard } from "../../models/stage/layout";
import { Quotes } from "../results/quotes";
import { StageTitle } from "./question";
import { useWidth } from "./width";

function Column(props: { of: StageHead }): JSX.Element {
  const { head, quotes } = props.of;
  const left = head.posts.length - quotes.length;
  return (
    <section class="stage-board__column">
      <h2>
        {head.title} <span class="stage-board__count">{head.posts.length}</span>
      </h2>
      <Quotes quotes={quotes} label={head.title} />
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </section>
  );
}

/** A board with its columns or clusters as headings, and as many ideas as can be read from the last row. */
export function BoardScene(props: {
  board: BoardTopic;
  posts: readonly PostPayload[];
}): JSX.Element {
  const { board, posts } = props;
  const width = useWidth();
  const { shown, rest } = stageBoard(board, posts, width, heightUnder(board.title, width));
  return (
    <div class="stage__scene stage-board">
      <StageTitle text={board.title} />
      <div class="stage-board__columns">
        {shown.map((one) => (
          <Column key={one.head.key} of={one} />
        ))}
      </div>
      {rest.length > 0 && (
        <ul class="stage-board__rest" aria-label="Also on the board">
          {rest.map((head) => (
            <li key={head.key}>
              {head.title} <span class="stage-board__count">{head.posts.length}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
