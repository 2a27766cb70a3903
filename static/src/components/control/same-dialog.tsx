import type { JSX } from "preact";
import type { Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";
import { Dialog } from "./dialog";
import { stayWith } from "./pile-card";

/** Which of some ideas that say the same shall stand for all of them. */
export function SameDialog(props: {
  sorting: Sorting;
  ids: readonly number[];
  close: () => void;
}): JSX.Element {
  const { sorting, ids, close } = props;
  return (
    <Dialog title="Which one shall stand for all of them?" close={close}>
      <div class="stack">
        <p class="meta">
          Nothing is lost: each keeps its words and its author, and everybody counts once. You can
          take them apart again.
        </p>
        <ul class="stack stack--tight">
          {sorting.posts(ids).map((post) => (
            <li key={post.id}>
              <button
                type="button"
                class="button button--wide same"
                onClick={() => {
                  stayWith(post.id);
                  close();
                  void sorting.merge(ids, post.id);
                }}
              >
                <span class="quote" lang={post.language}>
                  {post.text}
                </span>
                {post.support > 0 && (
                  <span class="meta same__people">{counted(post.support, "person", "people")}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="button" class="button button--quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  );
}
