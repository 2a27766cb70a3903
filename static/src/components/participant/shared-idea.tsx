import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { columnOf } from "../../models/heads";
import type { SessionModel } from "../../models/session";
import { Joining } from "./joining";

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

/** One of everybody's ideas, with what one can do about it. */
export function SharedIdea(props: {
  model: SessionModel;
  board: BoardTopic;
  post: PostPayload;
  language: string;
}): JSX.Element {
  const { model, board, post, language } = props;
  const column = columnOf(board, post);
  const isOwn = Boolean(model.me()?.posts[post.id]);
  return (
    <li>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <div class="row">
        {column !== null && (
          <span class="chip" lang={language}>
            {column}
          </span>
        )}
        {post.is_pinned && <span class="chip">Pinned by the host</span>}
        {isOwn && <span class="chip chip--own">You</span>}
        <SupportButton {...{ model, post }} />
      </div>
      {board.takes_joins && <Joining {...{ model, post, language }} />}
    </li>
  );
}
