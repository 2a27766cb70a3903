import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { endButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";
import { Dialog } from "./dialog";

/** Ending asks for a typed word: it is for everybody, and nothing turns it back. */
export function EndDialog(props: {
  control: Control;
  scene: Scene;
  close: () => void;
}): JSX.Element {
  const { control, scene, close } = props;
  const [word, setWord] = useState("");
  const button = endButton(scene, word);
  const end = async (): Promise<void> => {
    if (await control.press(button)) close();
  };
  return (
    <Dialog title="End the session for everybody" close={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void end();
        }}
      >
        <p>
          What is open closes, and phones show that the session has ended. All answers are saved. A
          session that has ended cannot be started again.
        </p>
        <div class="field">
          <label for="end-word">Type END to end the session</label>
          <input
            id="end-word"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
          {control.notice.value?.tone === "refused" && word !== "" && (
            <span class="field__hint">{control.notice.value.says}</span>
          )}
        </div>
        <div class="row">
          <ActButton control={control} button={button} press={() => void end()} />
          <button type="button" class="button" onClick={close}>
            Keep it running
          </button>
        </div>
      </form>
    </Dialog>
  );
}
