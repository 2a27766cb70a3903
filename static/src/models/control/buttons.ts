/** Which buttons a moderator has, in which state; each with its act, or with the reason it is off. */
import type { ItemPayload } from "../../generated/contract";
import { tidy } from "../polls.ts";
import { checkLength } from "../texts.ts";
import type { Act } from "./acts.ts";
import type { KeyAct } from "./keys.ts";
import { currentItem, nextItem, previousItem, type Scene } from "./scene.ts";

/** A button: what it says, what it does, and why it cannot be pressed (null when it can). */
export interface Button {
  id: string;
  says: string;
  act: Act | null;
  off: string | null;
  key?: KeyAct;
  /** For buttons that stay down. */
  pressed?: boolean;
  tone?: "primary" | "danger" | "quiet";
}

/** The one big button: open the doors, start, launch the next step. */
export function launchButton(scene: Scene): Button {
  const { state, version } = scene.session;
  const next = nextItem(scene);
  const big = { id: "launch", key: "launch", tone: "primary" } as const;
  if (state === "draft") {
    return {
      ...big,
      says: "Open the doors",
      act: { name: "open_doors", args: { version } },
      off: null,
    };
  }
  if (state === "ended")
    return { ...big, says: "Launch next", act: null, off: "The session is over." };
  if (!next) {
    const off = scene.items.length === 0 ? "There are no steps yet." : "This is the last step.";
    return { ...big, says: "Launch next", act: null, off };
  }
  if (state === "open") {
    const act: Act = { name: "start_session", args: { version } };
    return { ...big, says: `Start the session: ${next.title}`, act, off: null };
  }
  return { ...big, says: `Launch next: ${next.title}`, act: goTo(next, version), off: null };
}

/** One step back, without loss. */
export function backButton(scene: Scene): Button {
  const item = previousItem(scene);
  const act = item && scene.session.state === "live" ? goTo(item, scene.session.version) : null;
  const off = act ? null : "There is no step before this one.";
  return { id: "back", says: item ? `Back to: ${item.title}` : "Back", act, off };
}

/** What can be done with one step of the run of show. */
export function itemButtons(scene: Scene, item: ItemPayload): Button[] {
  const { state, version } = scene.session;
  if (state === "ended") return [];
  const isCurrent = item.id === currentItem(scene)?.id;
  const planned = item.minutes + item.added_minutes;
  const buttons: Button[] = [];
  if (!isCurrent) {
    const off = state === "live" ? null : "Start the session first.";
    buttons.push({ id: "go", says: "Go to this step", act: goTo(item, version), off });
  }
  if (item.state !== "done") {
    const off = isCurrent && !nextItem(scene) ? "This is the last step." : null;
    const says = item.state === "skipped" ? "Take in again" : isCurrent ? "Skip the rest" : "Skip";
    const act: Act = { name: "skip_item", args: { version, item_id: item.id } };
    buttons.push({ id: "skip", says, act, off });
  }
  for (const minutes of [-5, -1, 1, 5]) {
    const act: Act = { name: "add_minutes", args: { version, item_id: item.id, minutes } };
    const off = planned + minutes < 1 ? "A step needs at least one minute." : null;
    buttons.push({ id: `minutes${minutes}`, says: minutesSays(minutes), act, off });
  }
  return buttons;
}

/** The bar: big screen and doors. "End session" is apart, because it asks for a typed word. */
export function barButtons(scene: Scene): Button[] {
  const { state, version, stage_view, is_locked } = scene.session;
  if (state === "ended") return [];
  const view = (wanted: "blank" | "join"): Act => ({
    name: "set_stage",
    args: { version, view: stage_view === wanted ? "auto" : wanted },
  });
  const lock: Act = { name: "lock_doors", args: { version, locked: !is_locked } };
  const shut = state === "draft" ? "The doors are not open yet." : null;
  return [
    {
      id: "blank",
      says: "Blank big screen",
      act: view("blank"),
      off: null,
      key: "blank",
      pressed: stage_view === "blank",
    },
    {
      id: "join",
      says: "Show how to join",
      act: view("join"),
      off: null,
      key: "join",
      pressed: stage_view === "join",
    },
    { id: "lock", says: is_locked ? "Unlock doors" : "Lock doors", act: lock, off: shut },
  ];
}

/** Chatham House mode: on at any time; off again only before people can come in. */
export function chathamButton(scene: Scene): Button {
  const { state, version, is_chatham } = scene.session;
  const act: Act = { name: "set_chatham", args: { version, on: !is_chatham } };
  const off = is_chatham && state !== "draft" ? "People came in under it, so it stays on." : null;
  const says = is_chatham ? "Turn Chatham House mode off" : "Turn Chatham House mode on";
  return { id: "chatham", says, act, off, tone: is_chatham ? "quiet" : "primary" };
}

/** End the session: off until the word was typed. */
export function endButton(scene: Scene, word: string): Button {
  const act: Act = {
    name: "end_session",
    args: { version: scene.session.version, confirm: "END" },
  };
  const off = word.trim().toUpperCase() === "END" ? null : "Type END first.";
  return { id: "end", says: "End session", act, off, tone: "danger" };
}

/** Put a note before everybody; `limit` is in characters. */
export function noteButton(scene: Scene, text: string, limit: number): Button {
  const act: Act = {
    name: "send_message",
    args: { version: scene.session.version, text: tidy(text) },
  };
  const { problem } = checkLength(text, limit);
  return { id: "note", says: "Show note on every screen", act, off: problem };
}

/** Take the note away. */
export function takeNoteButton(scene: Scene): Button {
  const act: Act = { name: "send_message", args: { version: scene.session.version, text: "" } };
  return { id: "take", says: "Take the note away", act, off: null };
}

function goTo(item: ItemPayload, version: number): Act {
  return { name: "go_to_item", args: { version, item_id: item.id } };
}

function minutesSays(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "−" : "+"}${size} min`;
}
