import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ariaKey, shownKey } from "../../models/control/keys";
import type { BoardView, Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";
import { Hints } from "./hints";
import { Pile } from "./pile";
import { postIdAt } from "./queue";
import { SortingDialog } from "./sorting-dialog";

const VIEWS: readonly [BoardView, string][] = [
  ["outline", "Outline"],
  ["wall", "Wall"],
];

/** The desk on which ideas are put together: an outline, or the same as a wall. */
export function SortingDesk(props: { sorting: Sorting; language: string }): JSX.Element | null {
  const { sorting, language } = props;
  const board = sorting.board.value;
  const title = useRef<HTMLHeadingElement>(null);
  const id = board?.id;
  useEffect(() => {
    if (id !== undefined) title.current?.focus();
  }, [id]);
  if (!board) return null;
  return (
    <section
      class="region region--sort"
      aria-labelledby="sort-title"
      tabIndex={-1}
      onKeyDown={(event) => sendByNumber(event, sorting)}
    >
      <div class="region__head">
        <h2 id="sort-title" class="region__title" tabIndex={-1} ref={title}>
          Group ideas: <span lang={language}>{board.title}</span>
        </h2>
        <button type="button" class="button button--small" onClick={() => sorting.close()}>
          Back to the live step
        </button>
      </div>
      <Tools sorting={sorting} />
      <Hints sorting={sorting} board={board} />
      <p id="lifting" class="visually-hidden">
        Space lifts it, arrows choose the cluster, Space drops it, Escape puts it back.
      </p>
      <div class="piles" data-view={sorting.view.value}>
        {sorting.piles.value.map((pile, place) => (
          <Pile key={pile.id ?? "none"} sorting={sorting} board={board} pile={pile} place={place} />
        ))}
      </div>
      <SortingDialog sorting={sorting} />
    </section>
  );
}

function Tools(props: { sorting: Sorting }): JSX.Element {
  const { sorting } = props;
  const isOn = sorting.control.keysOn.value;
  const marked = sorting.chosen(null);
  const shown = shownKey("group", isOn);
  return (
    <div class="sort__tools">
      <div class="row row--tight">
        <button
          type="button"
          class="button button--primary"
          aria-disabled={marked.length === 0}
          aria-keyshortcuts={ariaKey("group", isOn)}
          onClick={() => {
            if (marked.length > 0) sorting.askMove(marked);
            else sorting.control.say("refused", "Select ideas first, with Space.");
          }}
        >
          <span>
            {marked.length > 0 ? `Move ${counted(marked.length, "idea")} to…` : "Move selected to…"}
          </span>
          {shown && (
            <span class="key" aria-hidden="true">
              {shown}
            </span>
          )}
        </button>
        {marked.length > 1 && (
          <button
            type="button"
            class="button"
            aria-haspopup="dialog"
            onClick={() => {
              sorting.asking.value = { what: "same", ids: marked.map((post) => post.id) };
            }}
          >
            Merge {marked.length} that say the same…
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            sorting.asking.value = { what: "new" };
          }}
        >
          New cluster…
        </button>
      </div>
      <fieldset class="row row--tight sort__views">
        <legend>
          <span class="visually-hidden">View</span>
        </legend>
        {VIEWS.map(([view, says]) => (
          <button
            key={view}
            type="button"
            class="button button--small"
            aria-pressed={sorting.view.value === view}
            onClick={() => {
              sorting.view.value = view;
            }}
          >
            {says}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** 1 to 9 send the selected ideas, or the one with the focus, to that cluster. */
function sendByNumber(event: KeyboardEvent, sorting: Sorting): void {
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat;
  const isField = event.target instanceof Element && event.target.closest("dialog") !== null;
  if (!isPlain || isField || !sorting.control.keysOn.value || !/^[1-9]$/.test(event.key)) return;
  event.preventDefault();
  sorting.send(Number(event.key), postIdAt(event.target));
}
