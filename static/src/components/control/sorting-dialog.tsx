import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Act } from "../../models/control/acts";
import { type Choice, choicesFor, type Pile } from "../../models/control/piles";
import type { Asking, Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";
import { Combobox } from "./combobox";
import { Dialog } from "./dialog";
import { NameForm } from "./name-form";
import { stayWith } from "./pile-card";
import { SameDialog } from "./same-dialog";

/** What the sorting desk asks: where to, what to call it, into which other cluster, which wording. */
export function SortingDialog(props: { sorting: Sorting }): JSX.Element | null {
  const { sorting } = props;
  const asking = sorting.asking.value;
  if (!asking) return null;
  const close = (): void => {
    sorting.asking.value = null;
  };
  if ("ids" in asking) {
    const Ask = asking.what === "move" ? Move : SameDialog;
    return <Ask sorting={sorting} ids={asking.ids} close={close} />;
  }
  if (asking.what === "merge") {
    return <Merge sorting={sorting} id={asking.clusterId} close={close} />;
  }
  return <Name key={asking.what} sorting={sorting} asking={asking} close={close} />;
}

function Move(props: { sorting: Sorting; ids: readonly number[]; close: () => void }): JSX.Element {
  const { sorting, ids, close } = props;
  const [isNaming, setNaming] = useState(false);
  const finish = (done: Promise<boolean>): void => {
    stayWith(ids[0] ?? null);
    close();
    void done;
  };
  const take = (choice: Choice): void => {
    if (!("title" in choice)) finish(sorting.move(ids, choice.id));
    else if (choice.title) finish(sorting.make(ids, choice.title));
    else setNaming(true);
  };
  return (
    <Dialog title={`Move ${counted(ids.length, "idea")} to…`} close={close}>
      {isNaming ? (
        <NameForm
          label="Name of the new cluster"
          first=""
          says="Make the cluster"
          save={(title) => finish(sorting.make(ids, title))}
          close={close}
        />
      ) : (
        <div class="stack">
          <Combobox
            label="Cluster"
            choices={(typed) => choicesFor(sorting.piles.value, typed, true)}
            take={take}
          />
          <div class="row">
            <button type="button" class="button button--quiet" onClick={close}>
              Cancel
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Merge(props: { sorting: Sorting; id: number; close: () => void }): JSX.Element {
  const { sorting, id, close } = props;
  const piles = sorting.piles.value;
  const own: Pile | undefined = piles.find((pile) => pile.id === id);
  const others = piles.filter((pile) => pile.id !== null && pile.id !== id);
  const take = async (choice: Choice): Promise<void> => {
    const board = sorting.board.value;
    if ("title" in choice || choice.id === null || !board) return;
    const args = { board_id: board.id, version: board.version ?? 0, cluster_id: id };
    close();
    const act: Act = { name: "merge_clusters", args: { ...args, into_id: choice.id } };
    const isDone = await send(sorting, act);
    // the button that asked goes with its cluster, and would take the focus with it
    if (isDone) document.getElementById(`pile-${choice.id}`)?.focus();
  };
  return (
    <Dialog title={`Merge “${own?.title ?? ""}” into…`} close={close}>
      <div class="stack">
        <Combobox
          label="Cluster"
          choices={(typed) => choicesFor(others, typed, false)}
          take={(choice) => void take(choice)}
        />
        <div class="row">
          <button type="button" class="button button--quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Name(props: {
  sorting: Sorting;
  asking: Exclude<Asking, { ids: readonly number[] }>;
  close: () => void;
}): JSX.Element {
  const { sorting, asking, close } = props;
  const id = asking.what === "new" ? null : asking.clusterId;
  const before = sorting.piles.value.find((pile) => pile.id === id && id !== null);
  const save = (title: string): void => {
    const board = sorting.board.value;
    if (!board) return;
    if (id === null) void sorting.make([], title);
    else if (title !== before?.title) {
      const args = { board_id: board.id, version: board.version ?? 0, cluster_id: id, title };
      void send(sorting, { name: "rename_cluster", args });
    }
    close();
  };
  return (
    <Dialog title={before ? "Rename the cluster" : "New cluster"} close={close}>
      <NameForm
        label="Name"
        first={before?.title ?? ""}
        says={before ? "Rename" : "Make the cluster"}
        save={save}
        close={close}
      />
    </Dialog>
  );
}

function send(sorting: Sorting, act: Act): Promise<boolean> {
  return sorting.control.press({ id: act.name, says: "", act, off: null });
}
