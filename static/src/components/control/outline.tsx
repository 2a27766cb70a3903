import type { JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { BoardTopic, ColumnPayload, PostPayload } from "../../generated/contract";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { columnPosts, moveButtons, postButtons } from "../../models/control/ideas";
import type { Scene } from "../../models/control/scene";
import type { Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";
import { IdeaMore } from "./idea-more";

/** A board as a document: its columns with their ideas, each to pin, hide, move or take back. */
export function Outline(props: {
  control: Control;
  scene: Scene;
  sorting: Sorting;
  board: BoardTopic;
}): JSX.Element {
  const { control, scene, sorting, board } = props;
  const isUsed = scene.posts.some(
    (post) => post.board_id === board.id && post.state === "approved",
  );
  const alike = sorting.hints.left(board.id);
  return (
    <div class="stack">
      <div class="row row--apart">
        <h3 class="small-title" lang={scene.session.language}>
          {board.title}
        </h3>
        {isUsed && scene.session.state !== "ended" && (
          <button type="button" class="button button--small" onClick={() => sorting.open(board.id)}>
            Group ideas<span class="visually-hidden"> of “{board.title}”</span>
          </button>
        )}
      </div>
      {alike > 0 && scene.session.state !== "ended" && (
        <p class="meta">
          {counted(alike, "idea")} may say the same as another. Group ideas shows which.
        </p>
      )}
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

/** The idea that was acted on last: it may be drawn anew elsewhere, and the focus goes with it. */
let touchedId: number | null = null;

function useKeptFocus(post: PostPayload): RefObject<HTMLLIElement | null> {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (touchedId !== post.id || document.activeElement !== document.body) return;
    line.current?.querySelector("button")?.focus();
  }, [post.id, post.column_id, post.state, post.is_pinned]);
  return line;
}

function Idea(props: { control: Control; board: BoardTopic; post: PostPayload }): JSX.Element {
  const { control, board, post } = props;
  const [isMoving, setMoving] = useState(false);
  const line = useKeptFocus(post);
  const press = (button: Button): void => {
    touchedId = post.id;
    void control.press(button);
  };
  return (
    <li class="idea" ref={line} data-post={post.id} data-settled={post.state}>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <div class="row row--tight idea__acts">
        {post.support > 0 && (
          <span class="meta">{counted(post.support, "person", "people")} support it</span>
        )}
        {post.points > 0 && <span class="meta">{counted(post.points, "point")}</span>}
        {post.state !== "approved" && <span class="chip">{post.state}</span>}
        {postButtons(post).map((button) => (
          <ActButton
            key={button.id}
            control={control}
            button={button}
            class="button--small"
            about={post.text}
            press={() => press(button)}
          />
        ))}
        <button
          type="button"
          class="button button--small"
          aria-expanded={isMoving}
          onClick={() => setMoving(!isMoving)}
        >
          Move to column…<span class="visually-hidden"> “{post.text}”</span>
        </button>
      </div>
      {isMoving && (
        <ul class="row row--tight idea__moves" aria-label="Columns">
          {moveButtons(post, board).map((button) => (
            <li key={button.id}>
              <ActButton
                control={control}
                button={button}
                class="button--small"
                press={() => press(button)}
              />
            </li>
          ))}
        </ul>
      )}
      <IdeaMore control={control} post={post} />
    </li>
  );
}
