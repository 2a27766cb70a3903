import type { JSX, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { announce } from "../../lib/announce";
import { overWords } from "../../models/control/piles";
import type { Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";

/** The idea that is on its way to another pile: it is drawn anew there, and the focus goes with it. */
let movingId: number | null = null;

/** Let the focus follow this idea when it moves. */
export function stayWith(postId: number | null): void {
  movingId = postId;
}

function useFollowedFocus(post: PostPayload): RefObject<HTMLButtonElement | null> {
  const handle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (movingId === post.id && isLost) handle.current?.focus();
  }, [post.id, post.cluster_id]);
  return handle;
}

/** One idea on the sorting desk: to select, to lift and carry, to drag, or to send somewhere by name. */
export function PileCard(props: {
  sorting: Sorting;
  board: BoardTopic;
  post: PostPayload;
}): JSX.Element {
  const { sorting, board, post } = props;
  const handle = useFollowedFocus(post);
  const lifted = sorting.lifted.value?.ids.includes(post.id) ?? false;
  const isSelected = sorting.selected.value.has(post.id);
  const column = board.columns.find((one) => one.id === post.column_id);
  return (
    <li
      class="card"
      data-post={post.id}
      data-lifted={lifted}
      data-selected={isSelected}
      draggable
      onDragStart={(event) => {
        sorting.lift(post);
        event.dataTransfer?.setData("text/plain", post.text);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      }}
      onDragEnd={() => sorting.putBack()}
    >
      <label class="card__select">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={() => sorting.toggle(post.id)}
          aria-label={`Select “${post.text}”`}
        />
      </label>
      <div class="card__words">
        <p class="quote" lang={post.language}>
          {post.text}
        </p>
        <p class="meta">
          {column?.title}
          {post.support > 0 && `, ${counted(post.support, "person", "people")} support it`}
          {post.points > 0 && `, ${counted(post.points, "point")}`}
          {post.is_pinned && ", pinned"}
        </p>
        {lifted && (
          // what is said aloud with each arrow, for those who look; a pointer sees where it is
          <p class="card__over" aria-hidden="true">
            {overWords(sorting.piles.value, sorting.lifted.value?.place ?? 0)} Space drops it there.
          </p>
        )}
        {post.together.length > 0 && (
          <ul class="card__together" aria-label={`Merged into “${post.text}”`}>
            {post.together.map((each) => (
              <li key={each.id}>
                <span class="quote" lang={each.language}>
                  {each.text}
                </span>{" "}
                <button
                  type="button"
                  class="button button--small"
                  onClick={() => {
                    stayWith(each.id);
                    sorting.split(each.id);
                  }}
                >
                  Take apart<span class="visually-hidden"> “{each.text}”</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="card__acts">
        <Handle sorting={sorting} post={post} button={handle} isLifted={lifted} />
        <button
          type="button"
          class="button button--small"
          aria-haspopup="dialog"
          onClick={() => sorting.askMove([post])}
        >
          Move to…<span class="visually-hidden"> “{post.text}”</span>
        </button>
      </div>
    </li>
  );
}

/** Space lifts, arrows carry, Space drops, Escape puts back; each step is said. */
function Handle(props: {
  sorting: Sorting;
  post: PostPayload;
  button: RefObject<HTMLButtonElement | null>;
  isLifted: boolean;
}): JSX.Element {
  const { sorting, post, button, isLifted } = props;
  const say = (words: string): void => {
    if (words) announce(words);
  };
  const keys: Record<string, () => string> = {
    ArrowDown: () => sorting.carry(1),
    ArrowRight: () => sorting.carry(1),
    ArrowUp: () => sorting.carry(-1),
    ArrowLeft: () => sorting.carry(-1),
    Escape: () => sorting.putBack(),
  };
  const flip = (): void => {
    if (sorting.lifted.value) {
      stayWith(post.id);
      say(sorting.drop());
    } else say(sorting.lift(post));
  };
  return (
    <button
      type="button"
      class="button button--small card__handle"
      ref={button}
      aria-pressed={isLifted}
      aria-describedby="lifting"
      onClick={flip}
      onBlur={() => say(sorting.putBack())}
      onKeyDown={(event) => {
        const run = sorting.lifted.value ? keys[event.key] : undefined;
        if (!run) return;
        event.preventDefault();
        say(run());
      }}
    >
      {isLifted ? "Drop" : "Lift"}
      <span class="visually-hidden"> “{post.text}”</span>
    </button>
  );
}
