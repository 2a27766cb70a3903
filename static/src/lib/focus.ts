/** Who is busy is never moved: the rule for new content and the focus. */

const WRITES = 'textarea, select, [contenteditable="true"], input';
const MARKS = ["radio", "checkbox", "button", "submit", "reset", "range"];

/** Whether the focus is in a field that one writes in. */
export function isWriting(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !focused.matches(WRITES)) return false;
  return !(focused instanceof HTMLInputElement && MARKS.includes(focused.type));
}

/** Busy people write, or have chosen something that is not sent yet. */
export function isBusy(hasUnsentChoice: boolean): boolean {
  return hasUnsentChoice || isWriting();
}

/** Put the focus on a heading, for people who are not busy; it says the new thing aloud. */
export function focusHeading(heading: HTMLElement | null): void {
  if (heading === null) return;
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus();
}
