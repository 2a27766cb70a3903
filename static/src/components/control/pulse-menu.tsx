import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { pulseButtons } from "../../models/control/round_buttons";
import type { Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";
import { useDigits } from "./use-digits";

export const PULSE_BUTTON = "pulse-button";

/** Quick pulses: P opens the choice, 1 to 4 asks one at once, Escape leaves. */
export function PulseMenu(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const buttons = pulseButtons(scene);
  const leave = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const heed = (event: KeyboardEvent): void => {
    if (isOpen && event.key === "Escape") leave();
  };
  const ask = async (button: Button): Promise<void> => {
    if (await control.press(button)) leave();
  };
  useDigits(isOpen && control.keysOn.value, (place) => {
    const button = buttons[place];
    if (button) void ask(button);
  });
  if (scene.session.state === "ended") return null;
  return (
    <div class="pulse">
      <button
        type="button"
        id={PULSE_BUTTON}
        ref={opener}
        class="button button--small"
        aria-expanded={isOpen}
        aria-controls="pulse-menu"
        aria-keyshortcuts={control.keysOn.value ? "P" : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={heed}
      >
        <span>Pulse…</span>
        {control.keysOn.value && (
          <span class="key" aria-hidden="true">
            P
          </span>
        )}
      </button>
      <div id="pulse-menu" class="pulse__menu" hidden={!isOpen}>
        {isOpen && (
          <>
            <p class="meta">It opens at once, in the present step.</p>
            <ul class="stack stack--tight" onKeyDown={heed}>
              {buttons.map((button, place) => (
                <li key={button.id}>
                  <ActButton control={control} button={button} press={() => void ask(button)}>
                    {control.keysOn.value && <kbd class="pulse__digit">{place + 1}</kbd>}{" "}
                    {button.says}
                  </ActButton>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
