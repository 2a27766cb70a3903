import { effect } from "@preact/signals-core";
import { useEffect, useReducer } from "preact/hooks";

/** Draw again whenever something changes that `read` reads; the same `read` keeps listening. */
export function useRedraw(read: () => void): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(
    () =>
      effect(() => {
        read();
        redraw(null);
      }),
    [read],
  );
}
