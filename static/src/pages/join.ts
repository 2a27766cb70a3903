/** The page for a code: it works without this script, which says sooner what is wrong. */
import { isBusy, makeBusy } from "../components/participant/busy";
import { alarm } from "../lib/announce";
import { codeProblem, normaliseCode } from "../models/code";

const form = document.getElementById("code-form") as HTMLFormElement;
const field = document.getElementById("code") as HTMLInputElement;
const error = document.getElementById("code-error") as HTMLElement;
const button = form.querySelector("button") as HTMLButtonElement;
let free = (): void => {};

function complain(problem: string | null): void {
  error.textContent = problem;
  error.hidden = problem === null;
  field.toggleAttribute("aria-invalid", false);
  if (problem === null) return;
  field.setAttribute("aria-invalid", "true");
  alarm(problem);
  field.focus();
}

form.addEventListener("submit", (event) => {
  const code = normaliseCode(field.value);
  const problem = codeProblem(code);
  event.preventDefault();
  if (isBusy(button)) return;
  complain(problem);
  if (problem !== null) return;
  if (!navigator.onLine) {
    complain("You are offline. Nothing was sent. Connect to the internet and try again.");
    return;
  }
  free = makeBusy(button);
  location.assign(`/j/${code}`);
});

// The browser's "back" may bring the page as it was left.
addEventListener("pageshow", () => free());
