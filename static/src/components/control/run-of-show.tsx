import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { backButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { driftWords, endWords } from "../../models/control/words";
import { ActButton } from "./act-button";
import { CatchUp } from "./catch-up";
import { Knot } from "./knot";

/** The run of show: the session as a thread, with the live step in saffron. */
export function RunOfShow(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const [openId, setOpen] = useState<number | null>(null);
  const now_ms = control.now.value;
  return (
    <section class="region region--run" aria-labelledby="run-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="run-title" class="region__title">
          Run of show
        </h2>
      </div>
      <p class="run__drift">
        <strong>{driftWords(scene, now_ms)}</strong> {endWords(scene, now_ms)}
      </p>
      <CatchUp control={control} scene={scene} />
      <ol class="thread run">
        {scene.items.map((item) => (
          <Knot
            key={item.id}
            control={control}
            scene={scene}
            item={item}
            isOpen={item.id === openId}
            flip={() => setOpen(item.id === openId ? null : item.id)}
          />
        ))}
      </ol>
      {scene.items.length === 0 && <p>There are no steps yet. Add one in the builder.</p>}
      {scene.session.state === "live" && (
        <ActButton control={control} button={backButton(scene)} class="button--quiet" />
      )}
    </section>
  );
}
