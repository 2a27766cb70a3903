import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PostState } from "../../generated/contract";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import {
  arrived,
  EMPTY_QUEUE,
  heldWords,
  linesOf,
  revealed,
  tidied,
} from "../../models/control/queue";
import { ActButton } from "./act-button";

/** Somebody's words that a host reviews before others see them. */
interface Words {
  id: number;
  text: string;
  language: string;
  state?: PostState;
}

/** What waits for review, newest at the bottom. Nothing moves under the pointer. */
export function ReviewQueue<T extends Words>(props: {
  control: Control;
  /** The name of the queue on this page. */
  id: string;
  /** What stands before the number of those that wait. */
  title: string;
  things: readonly T[];
  buttons: (thing: T) => Button[];
  /** What it is about, where the words alone do not tell. */
  about?: (thing: T) => string;
}): JSX.Element | null {
  const { control, id, title, things } = props;
  const box = useRef<HTMLElement>(null);
  const [kept, keep] = useState(EMPTY_QUEUE);
  const queue = arrived(kept, things);
  const lines = linesOf(queue, things);
  const waiting = things.filter((thing) => thing.state === "waiting").length;
  const settled = lines.filter((line) => line.settled !== null).length;
  const tidy = (): void => keep(arrived(tidied(queue, things), things));
  useEffect(() => {
    const isWatched = box.current?.matches(":hover, :focus-within") ?? false;
    keep(queue);
    if (settled > 0 && !isWatched) tidy();
  }, [things]);
  if (lines.length === 0) return null;
  return (
    <section
      class="stack stack--tight"
      aria-labelledby={id}
      ref={box}
      onMouseLeave={tidy}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) tidy();
      }}
    >
      <h3 class="small-title" id={id} tabIndex={-1}>
        {title}: {waiting}
      </h3>
      <ol class="queue" data-review={id}>
        {lines.map(({ post: thing, settled: became }) => (
          <li key={thing.id} class="idea" data-thing={thing.id} data-settled={became ?? undefined}>
            {props.about && <p class="idea__column">{props.about(thing)}</p>}
            <p class="quote" lang={thing.language}>
              {thing.text}
            </p>
            <div class="row row--tight idea__acts">
              {became ? (
                <span class="chip">{became === "approved" ? "Approved" : "Not shown"}</span>
              ) : (
                props.buttons(thing).map((button) => (
                  <ActButton
                    key={button.id}
                    control={control}
                    button={button}
                    class="button--small"
                    about={thing.text}
                    press={() => {
                      focusNext(id, thing.id, button);
                      void control.press(button);
                    }}
                  />
                ))
              )}
            </div>
          </li>
        ))}
      </ol>
      {queue.held.length > 0 && (
        <button type="button" class="button" onClick={() => keep(revealed(queue, things))}>
          {heldWords(queue)}
        </button>
      )}
    </section>
  );
}

/** Hand the focus on before the pressed button goes: to the same button of the next one. */
function focusNext(queueId: string, thingId: number, button: Button): void {
  const lines = [
    ...document.querySelectorAll<HTMLElement>(`[data-review="${queueId}"] [data-thing]`),
  ];
  const place = lines.findIndex((line) => line.dataset.thing === String(thingId));
  const waiting = [...lines.slice(place + 1), ...lines.slice(0, place)].find(
    (line) => line.dataset.settled === undefined,
  );
  const which = button.id === "approve" ? 0 : 1;
  const target = waiting?.querySelectorAll<HTMLElement>("button")[which];
  (target ?? document.getElementById(queueId))?.focus();
}
