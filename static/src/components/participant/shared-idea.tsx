import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { columnOf } from "../../models/heads";
import type { SessionModel } from "../../models/session";
import { Comments } from "./comments";
import { GivePoints } from "./give-points";
import { Joining } from "./joining";

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

function pointsWords(points: number): string {
  return points === 1 ? "1 point" : `${points} points`;
}

function SupportButton(props: { model: SessionModel; post: PostPayload }): JSX.Element {
  const { model, post } = props;
  const key = `support:${post.id}`;
  const { state, args } = model.outbox.status(key).value;
  const isPending = state === "sending" || state === "not_sent";
  const ids = [post.id, ...post.together.map((each) => each.id)];
  const saved = ids.some((id) => model.me()?.supports[id] === true);
  const isOn = isPending && args && "supported" in args ? args.supported : saved;
  return (
    <button
      type="button"
      class="button shared__act"
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
  const mine = model.me()?.posts ?? {};
  const isOwn = Boolean(mine[post.id]) || post.together.some((each) => mine[each.id]);
  const isMarked = column !== null || post.is_pinned || isOwn || post.points > 0;
  return (
    <li class="shared">
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      {isMarked && (
        <div class="row row--tight">
          {column !== null && (
            <span class="chip" lang={language}>
              {column}
            </span>
          )}
          {post.is_pinned && <span class="chip">Pinned by the host</span>}
          {isOwn && <span class="chip chip--own">You</span>}
          {post.points > 0 && <span class="chip">{pointsWords(post.points)}</span>}
        </div>
      )}
      {board.is_voting && <GivePoints {...{ model, board, post }} />}
      {post.together.length > 0 && (
        <details>
          <summary>
            Together with{" "}
            {post.together.length === 1
              ? "a similar idea"
              : `${post.together.length} similar ideas`}
          </summary>
          <ul class="comments__list">
            {post.together.map((each) => (
              <li key={each.id} class="quote" lang={each.language}>
                {each.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!board.is_voting && <SupportButton {...{ model, post }} />}
      <Comments {...{ model, board, post }} />
      {board.takes_joins && <Joining {...{ model, post, language }} />}
    </li>
  );
}
