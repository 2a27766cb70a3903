import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { noteButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { checkLength } from "../../models/polls";
import { ActButton } from "./act-button";

const NOTE_LENGTH = 280;

/** A note that stands on every phone and on the big screen until it is taken away. */
export function Note(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const [text, setText] = useState("");
  const message = scene.session.message;
  const { counter } = checkLength(text, NOTE_LENGTH);
  const send = async (): Promise<void> => {
    if (await control.press(noteButton(scene, text, NOTE_LENGTH))) setText("");
  };
  return (
    <form
      class="stack stack--tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {message && (
        <div class="banner banner--info">
          <p>
            <strong>On every screen:</strong>{" "}
            <span lang={scene.session.language}>{message.text}</span>
          </p>
          <ActButton
            control={control}
            button={{
              ...noteButton(scene, "", NOTE_LENGTH),
              says: "Take the note away",
              off: null,
            }}
            class="button--small"
          />
        </div>
      )}
      <div class="field">
        <label for="note">Note to the room</label>
        <textarea
          id="note"
          rows={2}
          value={text}
          aria-describedby="note-left"
          aria-keyshortcuts={control.keysOn.value ? "M" : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span class="field__hint" id="note-left">
          {counter}
        </span>
      </div>
      <ActButton
        control={control}
        button={noteButton(scene, text, NOTE_LENGTH)}
        class="button--small"
        press={() => void send()}
      />
    </form>
  );
}
