import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import { preflight } from "../../models/control/preflight";
import type { Scene } from "../../models/control/scene";

/** What is good to have before the start. Nothing in it stops anybody. */
export function Preflight(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const checks = preflight(scene, control.room.value, control.now.value);
  return (
    <div class="stack stack--tight">
      <h3 class="small-title">Before you start</h3>
      <ul class="checks">
        {checks.map((check) => (
          <li key={check.id} data-state={check.state}>
            <span class="visually-hidden">{check.state === "ready" ? "Ready:" : "Not yet:"}</span>{" "}
            {check.says}
          </li>
        ))}
      </ul>
    </div>
  );
}
