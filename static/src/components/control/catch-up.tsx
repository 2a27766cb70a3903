import type { JSX } from "preact";
import { catchUpButtons } from "../../models/control/catch_up";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";

/** Behind the plan: up to three ways to catch up, each done with one press, the first with one key. */
export function CatchUp(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const buttons = catchUpButtons(scene, control.now.value);
  if (buttons.length === 0) return null;
  return (
    <section class="catch-up" aria-labelledby="catch-up-title">
      <h3 id="catch-up-title" class="small-title">
        To catch up
      </h3>
      <ul class="stack stack--tight">
        {buttons.map((button) => (
          <li key={button.id}>
            <ActButton control={control} button={button} class="button--small catch-up__way" />
          </li>
        ))}
      </ul>
    </section>
  );
}
