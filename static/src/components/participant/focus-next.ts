import { useLayoutEffect, useRef } from "preact/hooks";

/** After the reader's own act has changed what is drawn: the first of these selectors that finds something. */
export function useFocusNext(): (...selectors: string[]) => void {
  const wanted = useRef<string[]>([]);
  useLayoutEffect(() => {
    const selectors = wanted.current;
    wanted.current = [];
    const found = selectors.map((one) => document.querySelector<HTMLElement>(one));
    found.find((element) => element !== null)?.focus();
  });
  return (...selectors) => {
    wanted.current = selectors;
  };
}
