import { type ComponentChildren, createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";

/** Whether the heading belongs to one of several things on the page, below its h1. */
export const BelowHeading = createContext(false);

/** The one h1: the present thing. A phone that follows the host puts the focus here. */
export function Heading(props: { children: ComponentChildren; language?: string }): JSX.Element {
  if (useContext(BelowHeading)) return <h2 lang={props.language}>{props.children}</h2>;
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
