import type { ComponentChildren, JSX } from "preact";

/** The one h1: the present thing. A phone that follows the host puts the focus here. */
export function Heading(props: { children: ComponentChildren; language?: string }): JSX.Element {
  return (
    <h1 id="task-title" tabIndex={-1} lang={props.language}>
      {props.children}
    </h1>
  );
}

/** Move the focus to the present thing. */
export function focusHeading(options?: FocusOptions): void {
  document.getElementById("task-title")?.focus(options);
}
