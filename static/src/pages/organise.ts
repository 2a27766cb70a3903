/** What the organiser's pages gain with a script: copying, printing, and a sum that follows the typing. */
import { announce } from "../lib/announce";
import { againstTwoHours, minutesWords, sumOf } from "../models/organise/minutes";

/** Select the text of a field, and copy it where the browser allows it. */
async function copy(field: HTMLInputElement): Promise<void> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    announce("Copied.");
  } catch {
    announce("The link is selected. Copy it with your keyboard or menu.");
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy ?? "");
  if (!(field instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => void copy(field));
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

const fields = [...document.querySelectorAll<HTMLInputElement>("[data-minutes]")];
const sum = document.getElementById("sum");
const words = document.getElementById("sum-words");

function count(): void {
  const minutes = sumOf(fields.map((field) => field.value));
  if (sum) sum.textContent = minutesWords(minutes);
  if (words) words.textContent = againstTwoHours(minutes);
}

for (const field of fields) field.addEventListener("input", count);
