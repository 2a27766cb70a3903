import type { ComponentChildren, JSX } from "preact";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { ariaKey, shownKey } from "../../models/control/keys";

/**
 * A button that sends an act. When it cannot be pressed it keeps its place in the order of focus and
 * says why, in its tooltip, to those who listen, and to everybody when it is pressed.
 */
export function ActButton(props: {
  control: Control;
  button: Button;
  /** False for buttons whose key acts on something else at this moment. */
  hasKey?: boolean;
  class?: string;
  /** What is said beside the words, for those who do not see the surroundings. */
  about?: string;
  press?: () => void;
  children?: ComponentChildren;
}): JSX.Element {
  const { control, button } = props;
  const why = control.whyNot(button);
  const key = props.hasKey === false ? undefined : button.key;
  const isOn = control.keysOn.value;
  const shown = shownKey(key, isOn);
  const tone = button.tone ? ` button--${button.tone}` : "";
  return (
    <button
      type="button"
      class={`button${tone} ${props.class ?? ""}`}
      aria-disabled={why !== null ? true : undefined}
      aria-pressed={button.pressed}
      aria-keyshortcuts={ariaKey(key, isOn)}
      title={why ?? (shown ? `Key ${shown}` : undefined)}
      onClick={props.press ?? (() => void control.press(button))}
    >
      <span>
        {props.children ?? button.says}
        {props.about && <span class="visually-hidden"> “{props.about}”</span>}
        {why && <span class="visually-hidden"> ({why})</span>}
      </span>
      {shown && (
        <span class="key" aria-hidden="true">
          {shown}
        </span>
      )}
    </button>
  );
}
