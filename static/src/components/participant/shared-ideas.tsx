import type { JSX } from "preact";
import type { BoardTopic, ColumnPayload, PostPayload } from "../../generated/contract";
import type { SessionModel } from "../../models/session";

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

function SupportButton(props: { model: SessionModel; post: PostPayload }): JSX.Element {
  const { model, post } = props;
  const key = `support:${post.id}`;
  const { state, args } = model.outbox.status(key).value;
  const isPending = state === "sending" || state === "not_sent";
  const saved = model.me()?.supports[post.id] === true;
  const isOn = isPending && args && "supported" in args ? args.supported : saved;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isOn}
      onClick={() => {
        model.outbox.send("support_post", { post_id: post.id, supported: !isOn }, key);
      }}
    >
      Support, {people(post.support)}
    </button>
  );
}

function Idea(props: { model: SessionModel; post: PostPayload }): JSX.Element {
  const { model, post } = props;
  const isOwn = Boolean(model.me()?.posts[post.id]);
  return (
    <li>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <div class="row">
        {post.is_pinned && <span class="chip">Pinned by the host</span>}
        {isOwn && <span class="chip chip--own">You</span>}
        <SupportButton {...{ model, post }} />
      </div>
    </li>
  );
}

function Column(props: {
  model: SessionModel;
  column: ColumnPayload;
  posts: readonly PostPayload[];
  language: string;
}): JSX.Element {
  const { model, column, posts, language } = props;
  const id = `column-${column.id}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <h3 id={id}>
        <span lang={language}>{column.title}</span>,{" "}
        {posts.length === 1 ? "1 idea" : `${posts.length} ideas`}
      </h3>
      <ul class="ideas">
        {posts.map((post) => (
          <Idea key={post.id} {...{ model, post }} />
        ))}
      </ul>
    </section>
  );
}

/** Everybody's ideas, once the host has revealed them: a heading for each column, and lists. */
export function SharedIdeas(props: {
  model: SessionModel;
  board: BoardTopic;
  language: string;
}): JSX.Element {
  const { model, board, language } = props;
  const posts = model.posts(board.id);
  return (
    <section class="stack stack--loose" aria-labelledby="shared-ideas">
      <h2 id="shared-ideas">Ideas on the board</h2>
      {posts.length === 0 && <p>No ideas are on the board yet.</p>}
      {board.columns.map((column) => {
        const own = posts.filter((post) => post.column_id === column.id);
        return own.length > 0 ? (
          <Column key={column.id} {...{ model, column, posts: own, language }} />
        ) : null;
      })}
    </section>
  );
}
