import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A window over the page. Escape and "Close" leave it, and the focus goes back to where it was. */
export function Dialog(props: {
  title: string;
  close: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog class="dialog" ref={box} aria-labelledby="dialog-title" onClose={props.close}>
      <h2 id="dialog-title" class="dialog__title">
        {props.title}
      </h2>
      {props.children}
    </dialog>
  );
}
