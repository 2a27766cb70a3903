import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Choice } from "../../models/control/piles";

/** A field that filters a list while one types: arrows go through it, Enter takes what is marked. */
export function Combobox(props: {
  label: string;
  choices: (typed: string) => readonly Choice[];
  take: (choice: Choice) => void;
}): JSX.Element {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const choices = props.choices(typed);
  const marked = Math.min(at, choices.length - 1);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`choice-${marked}`)?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt((marked + 1) % choices.length),
    ArrowUp: () => setAt((marked - 1 + choices.length) % choices.length),
    Enter: () => {
      const choice = choices[marked];
      if (choice) props.take(choice);
    },
  };
  return (
    <div class="field combobox">
      <label for="combobox">{props.label}</label>
      <input
        id="combobox"
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        maxLength={80}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="choices"
        aria-activedescendant={choices.length > 0 ? `choice-${marked}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const run = event.isComposing ? undefined : keys[event.key];
          if (!run) return;
          event.preventDefault();
          run();
        }}
      />
      <div id="choices" class="combobox__list" role="listbox" aria-label={props.label}>
        {choices.map((choice, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys and the focus
          <div
            key={choice.key}
            id={`choice-${place}`}
            class="combobox__choice"
            role="option"
            tabIndex={-1}
            aria-selected={place === marked}
            onClick={() => props.take(choice)}
          >
            {choice.says}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p class="meta">No cluster is called that.</p>}
    </div>
  );
}
