import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { stageLostWords } from "../../models/control/stage";
import { offlineWords } from "../../models/control/words";

/** Trouble that everybody at the desk must know of: no connection, no big screen. */
export function Banners(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const { model } = control;
  const offline = offlineWords(model.connection.value);
  const stage = stageLostWords(scene, control.room.value, control.now.value);
  return (
    <div class="banners">
      {offline && (
        <div class="banner banner--warn row row--apart">
          <p>{offline}</p>
          <button type="button" class="button button--small" onClick={() => model.tryNow()}>
            Try now
          </button>
        </div>
      )}
      {!offline && stage && (
        <div class="banner banner--warn">
          <p>{stage}</p>
        </div>
      )}
    </div>
  );
}
