/** Keeps the focus from getting lost when what held it is taken away by something the reader did not do. */

/** Whether the focus is in a field of this part: somebody is about to type or to choose. */
export function isInField(part: HTMLElement): boolean {
  const { activeElement } = document;
  return part.contains(activeElement) && Boolean(activeElement?.matches("input, textarea, select"));
}

/** When the focused element of a part disappears, call `recover`. The result stops it. */
export function keepFocus(part: HTMLElement, recover: () => void): () => void {
  let last: Element | null = null;
  const remember = (event: FocusEvent): void => {
    last = event.target as Element;
  };
  const observer = new MutationObserver(() => {
    if (last === null || last.isConnected) return;
    last = null;
    if (document.activeElement === document.body) recover();
  });
  document.addEventListener("focusin", remember);
  observer.observe(part, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}
