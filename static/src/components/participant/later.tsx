import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Heading } from "./heading";

export type More = typeof import("./more");

const AGAIN_MS = 3_000;
let more: More | null = null;
let asked: Promise<More> | null = null;

async function ask(): Promise<More> {
  try {
    more = await import("./more");
    return more;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return ask();
  }
}

/** Fetch the later parts of the page, as often as it takes. */
export function fetchMore(): Promise<More> {
  asked ??= ask();
  return asked;
}

/** Draw a part that comes later; until then its title. */
export function Later(props: {
  title?: string;
  /** Nothing is said of it until it is there. */
  quiet?: boolean;
  draw: (more: More) => JSX.Element | null;
}): JSX.Element | null {
  const [, redraw] = useState(more);
  useEffect(() => {
    fetchMore().then(redraw); // also when they came between the drawing and this moment
  }, []);
  if (more !== null) return props.draw(more);
  if (props.quiet) return null;
  return (
    <div class="stack">
      {props.title !== undefined && <Heading>{props.title}</Heading>}
      <p class="meta">One moment. If this stays, reload the page: your answers are kept.</p>
    </div>
  );
}
