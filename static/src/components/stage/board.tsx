import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { type Ranking, rankingOf, type StageHead, stageBoard } from "../../models/stage/board";
import { heightUnder } from "../../models/stage/layout";
import { Quotes } from "../results/quotes";
import { StageTitle } from "./question";
import { useWidth } from "./width";

function Column(props: { of: StageHead }): JSX.Element {
  const { head, quotes, lines } = props.of;
  const left = head.posts.length - quotes.length;
  return (
    <section class="stage-board__column" style={{ "--lines": lines }}>
      <h2 class="stage-board__head">
        <span class="stage-board__title">{head.title}</span>{" "}
        <span class="stage-board__count">{head.posts.length}</span>
      </h2>
      <Quotes quotes={quotes} label={head.title} />
      {left > 0 && <p class="stage__small">{left} more</p>}
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
  const height = heightUnder(board.title, width);
  const ranking = rankingOf(board, posts, width, height);
  if (ranking) return <RankedScene board={board} ranking={ranking} />;
  const { shown, rest } = stageBoard(board, posts, width, height);
  return (
    <div class="stage__scene stage-board">
      <StageTitle text={board.title} />
      {board.is_voting && (
        <p class="stage__lead">
          Give your {board.budget === 1 ? "point" : `${board.budget} points`} on your own device now
        </p>
      )}
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

/** The ideas that got most points, and how many. */
function RankedScene(props: { board: BoardTopic; ranking: Ranking }): JSX.Element {
  const { board, ranking } = props;
  const { shown, left, points } = ranking;
  return (
    <div class="stage__scene stage-board">
      <StageTitle text={board.title} />
      <p class="stage__small">{counted(points)} given, most first</p>
      <ol class="stage-ranked">
        {shown.map((post) => (
          <li key={post.id} class="stage-ranked__idea">
            <span class="stage-ranked__points">
              {post.points}
              <span class="visually-hidden"> {post.points === 1 ? "point" : "points"}</span>
            </span>
            <span class="quote" lang={post.language}>
              {post.text}
            </span>
          </li>
        ))}
      </ol>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </div>
  );
}

function counted(points: number): string {
  return points === 1 ? "1 point" : `${points} points`;
}
