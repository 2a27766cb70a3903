/** The open door of a session: the form that asks for the group, and lets in. */
import type { Joined, Nack } from "../../generated/contract";
import { alarm, hush } from "../../lib/announce";
import { isNack, join } from "../../lib/api";
import { wait_ms } from "../../models/wire";
import { isBusy, makeBusy } from "./busy";

const OFFLINE = "You are offline. Nothing was sent. Connect to the internet and press Join again.";
const CHOOSE = "Choose your group, or “Prefer not to say”.";

const find = (id: string): HTMLElement | null => document.getElementById(id);

function show(id: string, words: string | null): void {
  const place = find(id);
  if (!place) return;
  place.textContent = words;
  place.hidden = words === null;
  if (words === null) hush();
  else alarm(words);
}

/** The chosen group: its id, null for "prefer not to say", undefined while nothing is chosen. */
function chosenGroup(form: HTMLFormElement): number | null | undefined {
  if (!form.elements.namedItem("group")) return null;
  const value = new FormData(form).get("group");
  if (value === null) return undefined;
  return value === "none" ? null : Number(value);
}

async function ask(code: string, groupId: number | null): Promise<Joined | Nack | null> {
  const language = document.documentElement.lang;
  try {
    return await join({ code, group_id: groupId, name: null, language });
  } catch {
    return null;
  }
}

/** Let the form's button join; `enter` gets the ticket. */
export function openForm(code: string, enter: (ticket: string) => void): void {
  const form = find("join-form");
  const button = form?.querySelector("button");
  if (!(form instanceof HTMLFormElement) || !button) return;
  form.addEventListener("change", () => show("group-error", null));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBusy(button)) return;
    const groupId = chosenGroup(form);
    show("join-trouble", null);
    show("group-error", null);
    if (groupId === undefined) show("group-error", CHOOSE);
    if (groupId === undefined) {
      form.querySelector("input")?.focus();
      return;
    }
    const free = makeBusy(button);
    const reply = await ask(code, groupId);
    if (reply !== null && !isNack(reply)) return enter((reply as Joined).ticket);
    free();
    if (reply === null) show("join-trouble", OFFLINE);
    else if (DOOR_MOVED.has(reply.code)) location.reload();
    else show("join-trouble", refusalWords(reply));
  });
}

/** The door is not as this page was made for: the server makes the right one. */
const DOOR_MOVED = new Set(["doors_locked", "too_early", "session_ended", "not_found"]);

function refusalWords(nack: Nack): string {
  const wait_s = Math.ceil(wait_ms(nack) / 1000);
  if (nack.code !== "too_fast" || wait_s === 0) return nack.message;
  const wait = wait_s === 1 ? "1 second" : `${wait_s} seconds`;
  return `Too many tries from this network. Wait ${wait} and press Join again.`;
}
