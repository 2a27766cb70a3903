import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PollTopic, ResultRow } from "../../generated/contract";
import type { Control } from "../../models/control/control";
import { handsButton, mayReset, resetButton } from "../../models/control/round_buttons";
import { ActButton } from "./act-button";
import { Dialog } from "./dialog";

/** What is seldom done with a question: noting hands that were raised, and starting it again. */
export function PollMore(props: {
  control: Control;
  poll: PollTopic;
  language: string;
}): JSX.Element | null {
  const { control, poll, language } = props;
  const [isResetting, setResetting] = useState(false);
  const rows = poll.takes_hands ? (poll.results?.rows ?? []) : [];
  if (poll.state === "ready" || (rows.length === 0 && !mayReset(poll))) return null;
  return (
    <details class="poll-more">
      <summary>Hands, start again</summary>
      <div class="stack">
        {rows.length > 0 && (
          <fieldset class="hands">
            <legend>Hands in a room or on the phone</legend>
            <p class="meta">They are shown apart from the answers, never added to the shares.</p>
            {rows.map((row) => (
              <HandsLine key={row.id} {...{ control, poll, row, language }} />
            ))}
          </fieldset>
        )}
        {mayReset(poll) && (
          <button
            type="button"
            class="button button--danger button--small"
            onClick={() => setResetting(true)}
          >
            Start the question again…
          </button>
        )}
      </div>
      {isResetting && <ResetDialog {...{ control, poll }} close={() => setResetting(false)} />}
    </details>
  );
}

function HandsLine(props: {
  control: Control;
  poll: PollTopic;
  row: ResultRow;
  language: string;
}): JSX.Element {
  const { control, poll, row, language } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(row.hands ?? 0);
  const id = `hands-${poll.id}-${row.id}`;
  const button = handsButton(poll, row, shown);
  const note = async (): Promise<void> => {
    if (await control.press(button)) setTyped(null);
  };
  return (
    <form
      class="hands__line"
      onSubmit={(event) => {
        event.preventDefault();
        void note();
      }}
    >
      <label for={id} lang={language}>
        {row.label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        class="hands__field"
        value={shown}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ActButton
        control={control}
        button={button}
        class="button--small"
        about={row.label}
        press={() => void note()}
      />
    </form>
  );
}

/** Starting again asks for a typed word: everybody's answer to the question vanishes from their hands. */
function ResetDialog(props: { control: Control; poll: PollTopic; close: () => void }): JSX.Element {
  const { control, poll, close } = props;
  const [word, setWord] = useState("");
  const button = resetButton(poll, word);
  const reset = async (): Promise<void> => {
    if (await control.press(button)) close();
  };
  return (
    <Dialog title="Start this question again" close={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void reset();
        }}
      >
        <p>
          All answers are put aside and count nowhere. People are told that the host has started
          this question again. For 24 hours you can bring the answers back.
        </p>
        <div class="field">
          <label for="reset-word">Type RESET to start it again</label>
          <input
            id="reset-word"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        </div>
        <div class="row">
          <ActButton control={control} button={button} press={() => void reset()} />
          <button type="button" class="button" onClick={close}>
            Keep the answers
          </button>
        </div>
      </form>
    </Dialog>
  );
}
