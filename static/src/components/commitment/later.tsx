import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CommitmentStatus, KeptCommitment } from "../../generated/contract";
import { alarm, announce } from "../../lib/announce";
import { tidy } from "../../models/polls";
import { checkLength } from "../../models/texts";

const NOTE_LENGTH = 500;
const STATUSES: [CommitmentStatus, string][] = [
  ["done", "Done"],
  ["begun", "Begun"],
  ["not_yet", "Not yet"],
  ["dropped", "Dropped"],
];
const WORDS = Object.fromEntries(STATUSES) as Record<CommitmentStatus, string>;

/** Send something about the commitment: how it is now, or why not, in words. */
export type Send = (path: string, more: object) => Promise<KeptCommitment | string>;

/** What became of it: one of four words, and a note. */
export function Later(props: { kept: KeptCommitment; send: Send }): JSX.Element {
  const { kept, send } = props;
  const [status, setStatus] = useState<CommitmentStatus | null>(
    kept.answers.at(-1)?.status ?? null,
  );
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const over = note === "" ? null : checkLength(note, NOTE_LENGTH).problem;
    const wrong = status === null ? "Choose one of the four." : over;
    const answer = wrong ?? (await send("/answer", { status, note: tidy(note) }));
    const isSaved = typeof answer !== "string";
    setSaved(isSaved);
    setProblem(isSaved ? null : answer);
    if (isSaved) setNote("");
    (isSaved ? announce : alarm)(isSaved ? "Saved. Thank you." : answer);
    if (!isSaved && status === null) document.getElementById("status-done")?.focus();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <fieldset class="field" aria-describedby={problem ? "later-problem" : undefined}>
        <legend>What became of it?</legend>
        {problem && (
          <p class="field__error" id="later-problem">
            {problem}
          </p>
        )}
        <div class="tiles tiles--across">
          {STATUSES.map(([value, words]) => (
            <label class="tile" key={value}>
              <input
                type="radio"
                id={`status-${value}`}
                name="status"
                checked={status === value}
                onChange={() => {
                  setStatus(value);
                  setSaved(false);
                }}
              />
              <span class="tile__text">{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for="note">Note (optional)</label>
        <span class="field__hint" id="note-hint">
          The organisers read it, without your name. At most {NOTE_LENGTH} characters.
        </span>
        <textarea
          id="note"
          class="quote"
          rows={3}
          aria-describedby="note-hint"
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <button type="submit" class="button button--primary button--big">
          Save
        </button>
      </div>
      {saved && (
        <p class="status" data-state="saved">
          Saved. Thank you. You can come back with the same link.
        </p>
      )}
    </form>
  );
}

/** What its owner said before, the newest first. */
export function Before(props: { kept: KeptCommitment }): JSX.Element | null {
  const { answers } = props.kept;
  if (answers.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="before">
      <h2 id="before">What you said</h2>
      <ul class="quotes">
        {answers.toReversed().map((said) => (
          <li key={said.at_ms}>
            <p>
              <strong>{WORDS[said.status]}</strong>{" "}
              <span class="meta">{new Date(said.at_ms).toLocaleDateString("en-GB")}</span>
            </p>
            {said.note && <p class="quote">{said.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
