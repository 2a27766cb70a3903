import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** What the person at the computer can do: each is a key and a button. */
export interface StageTools {
  isPaused: boolean;
  asTable: boolean;
  pause(): void;
  table(): void;
}

/** Fill the screen, or no longer. A browser that refuses leaves the picture as it is. */
function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}

function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      keys[event.key.toLowerCase()]?.();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

const AWAKE_MS = 3000;

/** True for a while after the pointer moved: then the buttons can be seen. */
function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wake = (): void => {
      clearTimeout(timer);
      setAwake(true);
      timer = window.setTimeout(() => setAwake(false), AWAKE_MS);
    };
    addEventListener("pointermove", wake);
    return () => {
      clearTimeout(timer);
      removeEventListener("pointermove", wake);
    };
  }, []);
  return isAwake;
}

/** The buttons: out of sight in front of the room, there when the pointer moves or Tab comes. */
export function Tools(props: StageTools): JSX.Element {
  const { isPaused, asTable, pause, table } = props;
  useKeys({ f: toggleFullScreen, p: pause, t: table });
  return (
    <div class="stage__tools" data-awake={useAwake()}>
      <button type="button" class="button" aria-keyshortcuts="F" onClick={toggleFullScreen}>
        Full screen <kbd>F</kbd>
      </button>
      <button
        type="button"
        class="button"
        aria-keyshortcuts="P"
        aria-pressed={isPaused}
        onClick={pause}
      >
        Pause updates <kbd>P</kbd>
      </button>
      <button
        type="button"
        class="button"
        aria-keyshortcuts="T"
        aria-pressed={asTable}
        onClick={table}
      >
        Table <kbd>T</kbd>
      </button>
    </div>
  );
}
