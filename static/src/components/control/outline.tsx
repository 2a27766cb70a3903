import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic, ColumnPayload, PostPayload } from "../../generated/contract";
import type { Control } from "../../models/control/control";
import { columnPosts, moveButtons, postButtons } from "../../models/control/ideas";
import type { Scene } from "../../models/control/scene";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";

/** A board as a document: its columns with their ideas, each to pin, hide, move or take back. */
export function Outline(props: { control: Control; scene: Scene; board: BoardTopic }): JSX.Element {
  const { control, scene, board } = props;
  return (
    <div class="stack">
      <h3 class="small-title" lang={scene.session.language}>
        {board.title}
      </h3>
      {board.columns.map((column) => (
        <Column key={column.id} control={control} scene={scene} board={board} column={column} />
      ))}
    </div>
  );
}

function Column(props: {
  control: Control;
  scene: Scene;
  board: BoardTopic;
  column: ColumnPayload;
}): JSX.Element {
  const { control, scene, board, column } = props;
  const posts = columnPosts(scene.posts, column.id);
  return (
    <section class="stack stack--tight" aria-labelledby={`column-${column.id}`}>
      <h4 id={`column-${column.id}`} class="outline__column">
        <span lang={scene.session.language}>{column.title}</span>, {counted(posts.length, "idea")}
      </h4>
      <ul class="queue">
        {posts.map((post) => (
          <Idea key={post.id} control={control} board={board} post={post} />
        ))}
      </ul>
    </section>
  );
}

function Idea(props: { control: Control; board: BoardTopic; post: PostPayload }): JSX.Element {
  const { control, board, post } = props;
  const [isMoving, setMoving] = useState(false);
  const buttons = postButtons(post);
  return (
    <li class="idea" data-post={post.id} data-settled={post.state}>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <div class="row row--tight idea__acts">
        {post.support > 0 && (
          <span class="meta">{counted(post.support, "person", "people")} support it</span>
        )}
        {post.state !== "approved" && <span class="chip">{post.state}</span>}
        {buttons.map((button) => (
          <ActButton
            key={button.id}
            control={control}
            button={button}
            class="button--small"
            about={post.text}
          />
        ))}
        <button
          type="button"
          class="button button--small"
          aria-expanded={isMoving}
          onClick={() => setMoving(!isMoving)}
        >
          Move to…<span class="visually-hidden">: {post.text}</span>
        </button>
      </div>
      {isMoving && (
        <ul class="row row--tight idea__moves" aria-label="Columns">
          {moveButtons(post, board).map((button) => (
            <li key={button.id}>
              <ActButton control={control} button={button} class="button--small" />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
