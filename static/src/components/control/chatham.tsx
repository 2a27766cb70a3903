import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { chathamButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";
import { Dialog } from "./dialog";

/** The house rule in the bar: a mark while it is on, and the way to turn it on. */
export function Chatham(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const [isAsking, setAsking] = useState(false);
  const { is_chatham, state } = scene.session;
  if (is_chatham && state !== "draft") return <span class="chip">Chatham House</span>;
  if (state === "ended") return null;
  return (
    <>
      <button
        type="button"
        class="button button--quiet button--small"
        onClick={() => setAsking(true)}
      >
        Chatham House{is_chatham ? ": on" : ""}…
      </button>
      {isAsking && <Asking control={control} scene={scene} close={() => setAsking(false)} />}
    </>
  );
}

function Asking(props: { control: Control; scene: Scene; close: () => void }): JSX.Element {
  const { control, scene, close } = props;
  const button = chathamButton(scene);
  const turn = async (): Promise<void> => {
    if (await control.press(button)) close();
  };
  return (
    <Dialog title="Chatham House mode" close={close}>
      <div class="stack">
        <p>
          What is said may be told, but not who said it. All screens say so, also the page for
          joining.
        </p>
        <ul class="stack stack--tight">
          <li>Nobody chooses a group. Groups that were chosen are forgotten.</li>
          <li>Nothing is told by group. Results by group that were made are erased.</li>
          <li>Names of organisations and ways to reach people are erased, and not stored.</li>
          <li>Hosts are “a host” in the log, on all screens and in all files.</li>
        </ul>
        <p>
          <strong>What is forgotten does not come back.</strong> Once the doors are open, the mode
          cannot be turned off.
        </p>
        <div class="row">
          <ActButton control={control} button={button} press={() => void turn()} />
          <button type="button" class="button" onClick={close}>
            Leave it as it is
          </button>
        </div>
      </div>
    </Dialog>
  );
}
