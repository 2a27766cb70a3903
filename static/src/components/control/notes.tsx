import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isLong } from "../../models/control/words";

/** Notes for hosts. Long ones are folded for the eye alone: who listens gets all of them. */
export function Notes(props: { text: string; language: string }): JSX.Element | null {
  const { text, language } = props;
  const [isOpen, setOpen] = useState(false);
  if (!text) return null;
  const isFolded = isLong(text) && !isOpen;
  return (
    <div class="notes">
      <p class="notes__text" data-folded={isFolded}>
        <span class="notes__label">For hosts</span> <span lang={language}>{text}</span>
      </p>
      {isLong(text) && (
        <button
          type="button"
          class="button button--quiet button--small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "Show less" : "Show all notes"}
        </button>
      )}
    </div>
  );
}
