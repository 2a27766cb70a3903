import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { noteButton, takeNoteButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { checkLength } from "../../models/texts";
import { ActButton } from "./act-button";

const NOTE_LENGTH = 280;

/** A note that stands on every phone and on the big screen until it is taken away. */
export function Note(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const button = noteButton(scene, text, NOTE_LENGTH);
  const send = async (): Promise<void> => {
    if (await control.press(button)) setText("");
  };
  return (
    <form
      class="stack stack--tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Standing control={control} scene={scene} gone={() => field.current?.focus()} />
      <div class="field">
        <label for="note">Note to the room</label>
        <textarea
          id="note"
          ref={field}
          rows={2}
          value={text}
          aria-describedby="note-left"
          aria-keyshortcuts={control.keysOn.value ? "M" : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class="field__hint" id="note-left">
          {checkLength(text, NOTE_LENGTH).counter}
        </span>
      </div>
      <ActButton
        control={control}
        button={button}
        class="button--small"
        press={() => void send()}
      />
    </form>
  );
}

/** The note that stands now, to be taken away. `gone` is called once it is. */
function Standing(props: { control: Control; scene: Scene; gone: () => void }): JSX.Element | null {
  const { control, scene, gone } = props;
  const { message, language } = scene.session;
  if (!message) return null;
  const button = takeNoteButton(scene);
  const take = async (): Promise<void> => {
    if (await control.press(button)) gone();
  };
  return (
    <div class="banner banner--info">
      <p>
        <strong>On every screen:</strong> <span lang={language}>{message.text}</span>
      </p>
      <ActButton
        control={control}
        button={button}
        class="button--small"
        press={() => void take()}
      />
    </div>
  );
}
