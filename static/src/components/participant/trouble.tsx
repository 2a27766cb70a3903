import type { ComponentChildren, JSX } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { alarm } from "../../lib/announce";
import { Heading } from "./heading";

const BROKEN = "Something went wrong on our side. Your saved answers are safe. Reload the page.";

/** A button that loads the page anew. */
export function Reload(): JSX.Element {
  return (
    <button type="button" class="button button--primary" onClick={() => location.reload()}>
      Reload the page
    </button>
  );
}

function Broken(props: { code: string }): JSX.Element {
  useEffect(() => alarm(BROKEN), []);
  return (
    <div class="stack">
      <Heading>Something went wrong</Heading>
      <p class="lead">{BROKEN}</p>
      <p class="meta">Code: {props.code}</p>
      <div>
        <Reload />
      </div>
    </div>
  );
}

/** Draws its children, or says that drawing them failed. */
export function Guard(props: { children: ComponentChildren }): JSX.Element {
  const [wrong] = useErrorBoundary((error: unknown) => console.error(error));
  if (wrong) return <Broken code={wrong instanceof Error ? wrong.name : "unknown"} />;
  return <>{props.children}</>;
}
