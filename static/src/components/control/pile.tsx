import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic } from "../../generated/contract";
import type { Act } from "../../models/control/acts";
import type { Pile as PileOf } from "../../models/control/piles";
import type { Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";
import { PileCard, stayWith } from "./pile-card";

/** A pile of ideas with its heading; the outline and the wall draw this same thing. */
export function Pile(props: {
  sorting: Sorting;
  board: BoardTopic;
  pile: PileOf;
  /** Its number, counted from 1; 0 for Ungrouped. */
  place: number;
}): JSX.Element {
  const { sorting, board, pile, place } = props;
  const [isOver, setOver] = useState(false);
  const lifted = sorting.lifted.value;
  const id = `pile-${pile.id ?? "none"}`;
  return (
    <section
      class="pile"
      aria-labelledby={id}
      data-aimed={isOver || lifted?.place === place}
      onDragOver={(event) => {
        if (!lifted) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const inside = event.relatedTarget;
        if (!(inside instanceof Node && event.currentTarget.contains(inside))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!lifted) return;
        stayWith(lifted.ids[0] ?? null);
        void sorting.move(lifted.ids, pile.id);
        sorting.lifted.value = null;
      }}
    >
      <header class="pile__head">
        <h3 id={id} class="pile__title" tabIndex={-1}>
          {place > 0 && place < 10 && (
            <span class="key" aria-hidden="true">
              {place}
            </span>
          )}{" "}
          {pile.title}, {counted(pile.posts.length, "idea")}
        </h3>
        {pile.id !== null && (
          <PileActs sorting={sorting} board={board} id={pile.id} title={pile.title} />
        )}
      </header>
      {pile.posts.length > 0 ? (
        <ul class="pile__cards">
          {pile.posts.map((post) => (
            <PileCard key={post.id} sorting={sorting} board={board} post={post} />
          ))}
        </ul>
      ) : (
        <p class="empty">{place === 0 ? "Every idea is in a cluster." : "No ideas yet."}</p>
      )}
    </section>
  );
}

function PileActs(props: {
  sorting: Sorting;
  board: BoardTopic;
  id: number;
  title: string;
}): JSX.Element {
  const { sorting, board, id, title } = props;
  const about = <span class="visually-hidden"> “{title}”</span>;
  const ask = (what: "rename" | "merge"): void => {
    sorting.asking.value = { what, clusterId: id };
  };
  const dissolve = (): void => {
    const args = { board_id: board.id, version: board.version ?? 0, cluster_id: id };
    const act: Act = { name: "dissolve_cluster", args };
    document.getElementById("pile-none")?.focus();
    void sorting.control.press({ id: "dissolve", says: "", act, off: null });
  };
  return (
    <div class="row row--tight">
      <button type="button" class="button button--small" onClick={() => ask("rename")}>
        Rename…{about}
      </button>
      {sorting.piles.value.length > 2 && (
        <button type="button" class="button button--small" onClick={() => ask("merge")}>
          Merge into…{about}
        </button>
      )}
      <button type="button" class="button button--small" onClick={dissolve}>
        Dissolve{about}
      </button>
    </div>
  );
}
