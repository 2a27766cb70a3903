import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import { ariaKey, shownKey } from "../../models/control/keys";
import { lastWords } from "../../models/control/log";
import { secondsLeft } from "../../models/control/undo";

/** What happened last, always in the same place, and the way back while there is one. */
export function UndoStrip(props: { control: Control }): JSX.Element {
  const { control } = props;
  const notice = control.noticeNow.value;
  const undo = control.undo.value;
  const isOn = control.keysOn.value;
  const shown = shownKey("undo", isOn);
  return (
    <div class="undo" data-tone={notice?.tone}>
      {notice ? (
        <p class="undo__says">{notice.says}</p>
      ) : (
        <p class="undo__last">{lastWords(control.model.acts()[0], control.now.value)}</p>
      )}
      <button
        type="button"
        class="button undo__button"
        aria-disabled={undo ? undefined : true}
        aria-keyshortcuts={ariaKey("undo", isOn)}
        onClick={() => void control.undoLast()}
      >
        <span>
          Undo<span class="visually-hidden">{undo ? ` “${undo.says}”` : " (nothing to undo)"}</span>
        </span>
        {undo && (
          <span class="undo__left" aria-hidden="true">
            {secondsLeft(undo, control.now.value)} s
          </span>
        )}
        {shown && (
          <span class="key" aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
    </div>
  );
}
