/** What the server wrote into the page for its script. */

/** The JSON of `<script type="application/json" id="boot">`, or null where there is none. */
export function readBoot<T>(): T | null {
  const text = document.getElementById("boot")?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}
