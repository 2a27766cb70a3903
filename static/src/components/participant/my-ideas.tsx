import type { JSX } from "preact";
import type { BoardTopic } from "../../generated/contract";
import type { IdeaBook, LooseIdea } from "../../models/participant/ideas";
import type { SessionModel } from "../../models/session";
import { ideaSays } from "../../models/status";
import { OwnIdea } from "./own-idea";

function Loose(props: {
  idea: LooseIdea;
  board: BoardTopic;
  rewrite: (idea: LooseIdea) => void;
  leave: () => void;
}): JSX.Element {
  const { idea, board, rewrite, leave } = props;
  const { args, status } = idea;
  return (
    <li>
      <p class="quote" lang={args.language}>
        {args.text}
      </p>
      <p class="status" data-state={status.state}>
        {ideaSays(status, board.needs_approval).text}
      </p>
      {status.state === "refused" && (
        <div class="row">
          {board.state === "open" && (
            <button type="button" class="button" onClick={() => rewrite(idea)}>
              Write it again
            </button>
          )}
          <button type="button" class="button button--quiet" onClick={leave}>
            Remove it from this device
          </button>
        </div>
      )}
    </li>
  );
}

/** One's own ideas with what became of each; those on their way come last. */
export function MyIdeas(props: {
  model: SessionModel;
  board: BoardTopic;
  book: IdeaBook;
  language: string;
  rewrite: (idea: LooseIdea) => void;
}): JSX.Element | null {
  const { model, board, book, language, rewrite } = props;
  const posts = model.ownPosts(board.id);
  const loose = book.loose(board.id);
  if (posts.length + loose.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="my-ideas">
      <h2 id="my-ideas" tabIndex={-1}>
        My ideas
      </h2>
      <ul class="ideas">
        {posts.map((post) => (
          <OwnIdea key={post.id} {...{ model, board, post, language }} />
        ))}
        {loose.map((idea) => (
          <Loose
            key={idea.key}
            {...{ idea, board, rewrite }}
            leave={() => book.drop(board.id, idea.key)}
          />
        ))}
      </ul>
    </section>
  );
}
