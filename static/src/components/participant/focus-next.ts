import { useLayoutEffect, useRef } from "preact/hooks";

/** After the reader's own act has changed what is drawn: the first of these ids that is there gets the focus. */
export function useFocusNext(): (...ids: string[]) => void {
  const wanted = useRef<string[]>([]);
  useLayoutEffect(() => {
    const ids = wanted.current;
    wanted.current = [];
    const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
    found?.focus();
  });
  return (...ids) => {
    wanted.current = ids;
  };
}
