import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Control } from "../../models/control/control";
import { reviewButtons } from "../../models/control/ideas";
import { heldWords, linesOf, type QueueLine, queueTarget } from "../../models/control/queue";
import type { Scene } from "../../models/control/scene";
import { ActButton } from "./act-button";

/** Ideas that wait for review, newest at the bottom. Nothing moves under the pointer. */
export function Queue(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const [focusedId, setFocused] = useState<number | null>(null);
  const box = useRef<HTMLElement>(null);
  const lines = linesOf(control.queue.value, scene.posts);
  const target = queueTarget(lines, focusedId);
  const waiting = scene.posts.filter((post) => post.state === "waiting").length;
  const held = heldWords(control.queue.value);
  const settled = lines.filter((line) => line.settled !== null).length;
  useEffect(() => {
    const element = box.current;
    const isWatched = element?.matches(":hover, :focus-within") ?? false;
    if (settled > 0 && !isWatched) control.tidyQueue();
  }, [control, settled]);
  return (
    <section
      class="stack stack--tight"
      aria-labelledby="queue-title"
      ref={box}
      onMouseLeave={() => control.tidyQueue()}
      onFocusIn={(event) => setFocused(postIdAt(event.target))}
      onFocusOut={(event) => {
        setFocused(null);
        if (!box.current?.contains(event.relatedTarget as Node | null)) control.tidyQueue();
      }}
    >
      <h3 class="small-title" id="queue-title" tabIndex={-1}>
        Waiting for you{waiting > 0 && `: ${waiting}`}
      </h3>
      {lines.length === 0 && <p class="empty">{emptyWords(scene)}</p>}
      <ol class="queue">
        {lines.map((line) => (
          <Line
            key={line.post.id}
            control={control}
            scene={scene}
            line={line}
            hasKeys={line.post === target}
          />
        ))}
      </ol>
      {held && (
        <button type="button" id="queue-held" class="button" onClick={() => control.showHeld()}>
          {held}
        </button>
      )}
    </section>
  );
}

function emptyWords(scene: Scene): string {
  return scene.posts.length === 0
    ? "No ideas yet. They appear here first, participants see them only after you approve."
    : "Every idea was reviewed.";
}

/** The idea that an element belongs to, or null. */
export function postIdAt(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-post]") : null;
  return line ? Number(line.dataset.post) : null;
}

function Line(props: {
  control: Control;
  scene: Scene;
  line: QueueLine;
  hasKeys: boolean;
}): JSX.Element {
  const { control, scene, line } = props;
  const { post, settled } = line;
  const board = scene.boards.get(post.board_id);
  const column = board?.columns.find((one) => one.id === post.column_id);
  return (
    <li class="idea" data-post={post.id} data-settled={settled ?? undefined}>
      <p class="idea__column">{column?.title}</p>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <div class="row row--tight idea__acts">
        {settled ? (
          <span class="chip">{settledWords(settled, post.last?.by)}</span>
        ) : (
          reviewButtons(post).map((button) => (
            <ActButton
              key={button.id}
              control={control}
              button={button}
              hasKey={props.hasKeys}
              class="button--small"
              about={post.text}
              press={() => {
                focusNext(post.id, button.id);
                void control.press(button);
              }}
            />
          ))
        )}
      </div>
    </li>
  );
}

function settledWords(settled: string, by: string | undefined): string {
  const word = settled.charAt(0).toUpperCase() + settled.slice(1);
  return by ? `${word} by ${by}` : word;
}

/** Hand the focus on before the pressed button goes: to the same button of the next idea. */
function focusNext(postId: number, buttonId: string): void {
  const lines = [...document.querySelectorAll<HTMLElement>(".queue [data-post]")];
  const place = lines.findIndex((line) => line.dataset.post === String(postId));
  const waiting = [...lines.slice(place + 1), ...lines.slice(0, place)].find(
    (line) => line.dataset.settled === undefined,
  );
  const which = buttonId === "approve" ? 0 : 1;
  const target = waiting?.querySelectorAll<HTMLElement>("button")[which];
  const held = document.getElementById("queue-held");
  (target ?? held ?? document.getElementById("queue-title"))?.focus();
}
