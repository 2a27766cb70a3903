import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Heading } from "./heading";

export type More = typeof import("./more");

const AGAIN_MS = 3_000;
let more: More | null = null;
let asked: Promise<More> | null = null;

/** Fetch the later parts of the page; a failed try may be repeated. */
export function fetchMore(): Promise<More> {
  asked ??= import("./more").then(
    (found) => {
      more = found;
      return found;
    },
    (error: unknown) => {
      asked = null;
      throw error;
    },
  );
  return asked;
}

/** Draw a part that comes later; until then its title, and in trouble it asks again by itself. */
export function Later(props: {
  title?: string;
  draw: (more: More) => JSX.Element | null;
}): JSX.Element | null {
  const [, redraw] = useState(more);
  useEffect(() => {
    if (more !== null) return;
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      fetchMore().then(redraw, () => {
        timer = setTimeout(ask, AGAIN_MS);
      });
    };
    ask();
    return () => clearTimeout(timer);
  }, []);
  if (more !== null) return props.draw(more);
  if (props.title === undefined) return <p class="meta">One moment…</p>;
  return (
    <div class="stack">
      <Heading>{props.title}</Heading>
      <p class="meta">One moment…</p>
    </div>
  );
}
