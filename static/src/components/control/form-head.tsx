import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import { formButtons } from "../../models/control/round_buttons";
import { currentItem, nextItem, type Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";

/** A step whose questions stand on one page: they open and close with one act. */
export function FormHead(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const early = scene.session.state === "open" ? nextItem(scene) : null;
  const item = currentItem(scene) ?? early;
  const buttons = formButtons(scene, item);
  if (!item || buttons.length === 0) return null;
  return (
    <div class="form-head">
      <p class="meta">People have these questions on one page, and save each answer by itself.</p>
      <div class="row row--tight">
        {buttons.map((button) => (
          <ActButton key={button.id} control={control} button={button} about={item.title} />
        ))}
      </div>
    </div>
  );
}
