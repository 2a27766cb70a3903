import type { JSX } from "preact";
import type { BoardTopic } from "../../generated/contract";
import { type Head, headsOf } from "../../models/heads";
import type { SessionModel } from "../../models/session";
import { PointsLeft } from "./give-points";
import { SharedIdea } from "./shared-idea";

function Under(props: {
  model: SessionModel;
  board: BoardTopic;
  head: Head;
  language: string;
}): JSX.Element {
  const { model, board, head, language } = props;
  const count = head.posts.length;
  return (
    <section class="stack" aria-labelledby={head.key}>
      <h3 id={head.key}>
        <span lang={head.isOurs ? undefined : language}>{head.title}</span>,{" "}
        {count === 1 ? "1 idea" : `${count} ideas`}
      </h3>
      <ul class="ideas">
        {head.posts.map((post) => (
          <SharedIdea key={post.id} {...{ model, board, post, language }} />
        ))}
      </ul>
    </section>
  );
}

/** Everybody's ideas, once the host has revealed them: a heading for each cluster or column, and lists. */
export function SharedIdeas(props: {
  model: SessionModel;
  board: BoardTopic;
  language: string;
}): JSX.Element {
  const { model, board, language } = props;
  const posts = model.posts(board.id);
  return (
    <section class="stack stack--loose" aria-labelledby="shared-ideas">
      <h2 id="shared-ideas" tabIndex={-1}>
        Ideas on the board
      </h2>
      {board.is_voting && <PointsLeft {...{ model, board }} />}
      {posts.length === 0 && <p>No ideas are on the board yet.</p>}
      {headsOf(board, posts).map((head) => (
        <Under key={head.key} {...{ model, board, head, language }} />
      ))}
    </section>
  );
}
