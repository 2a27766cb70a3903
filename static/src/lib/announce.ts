/**
 * The two live regions of a page (templates/_live.html): what is said to those who listen to it.
 *
 * A region reads out what changes in it. The same words again are no change, so a repeated sentence
 * gets an invisible difference at its end.
 */
const NO_BREAK_SPACE = "\u00a0";

function put(id: "status" | "alert", words: string): void {
  const region = document.getElementById(id);
  if (!region) return;
  const isRepeated = words !== "" && region.textContent === words;
  region.textContent = isRepeated ? words + NO_BREAK_SPACE : words;
}

/** Say it when there is a pause. */
export function announce(words: string): void {
  put("status", words);
}

/** What was urgent has passed: it is not found in the page any more. */
export function hush(): void {
  put("alert", "");
}

/** Say it at once: for what must not be missed. */
export function alarm(words: string): void {
  put("alert", words);
}
