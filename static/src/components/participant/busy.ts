/** A button that is at work says so, keeps its width and keeps the focus. */

/** Mark the button busy with the words of its `data-busy`; the result makes it as it was. */
export function makeBusy(button: HTMLButtonElement): () => void {
  const words = button.textContent;
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.setAttribute("aria-disabled", "true");
  button.textContent = button.dataset.busy ?? words;
  return () => {
    button.removeAttribute("aria-disabled");
    button.textContent = words;
  };
}

/** Whether the button is at work. */
export function isBusy(button: HTMLButtonElement): boolean {
  return button.getAttribute("aria-disabled") === "true";
}
