import { useLayoutEffect, useRef } from "preact/hooks";

const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Digits choose from the moment that a menu is there, and never while somebody writes in a field. */
export function useDigits(isOn: boolean, choose: (place: number) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (target?.matches(FIELDS) || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      latest.current(Number(event.key) - 1);
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [isOn]);
}
