import { useLayoutEffect } from "preact/hooks";
import type { Control } from "../../models/control/control";
import { type KeyAct, keyAct, type Press } from "../../models/control/keys";
import { buttonFor, nothingWords } from "../../models/control/press";
import { linesOf, queueTarget } from "../../models/control/queue";
import type { Sorting } from "../../models/control/sorting";
import { neighbour, type TabName, tabOfRegion } from "../../models/control/tabs";
import { PULSE_BUTTON } from "./pulse-menu";
import { postIdAt } from "./queue";
import { TURN_BUTTON } from "./voices";

const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

interface Desk {
  control: Control;
  sorting: Sorting;
  help: () => void;
  show: (tab: TabName) => void;
}

/** The keys of the control room, from its first picture on and for as long as it is on the page. */
export function useKeys(desk: Desk): void {
  const { control } = desk;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("dialog[open]")) return;
      const act = keyAct(pressOf(event), control.keysOn.value);
      if (act && carryOut(act, desk)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [control]);
}

function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    shift: event.shiftKey,
    inField: target?.matches(FIELDS) ?? false,
    repeated: event.repeat,
  };
}

/** True when the key was for us. */
function carryOut(act: KeyAct, desk: Desk): boolean {
  const { control, sorting } = desk;
  switch (act) {
    case "undo":
      void control.undoLast();
      return true;
    case "help":
      desk.help();
      return true;
    case "message":
      desk.show("room");
      requestAnimationFrame(() => document.getElementById("note")?.focus());
      return true;
    case "pulse":
      document.getElementById(PULSE_BUTTON)?.click();
      document.getElementById(PULSE_BUTTON)?.focus();
      return true;
    case "turn":
      desk.show("room");
      requestAnimationFrame(() => document.getElementById(TURN_BUTTON)?.click());
      return true;
    case "next_knot":
    case "previous_knot":
      desk.show("run");
      requestAnimationFrame(() => moveAlong("[data-knot]", act === "next_knot" ? 1 : -1));
      return true;
    case "region":
    case "region_back":
      goToRegion(act === "region" ? 1 : -1, desk);
      return true;
    case "group":
      group(desk);
      return true;
    case "send":
      return false; // the desk for sorting has heard it before
    case "same":
      void sorting.hints.letStand();
      return true;
    case "beside":
      sorting.hints.putTogether();
      return true;
    case "differ":
      sorting.hints.putAway();
      return true;
    case "escape":
      return closeOpened();
    default:
      pressFor(act, control);
      return true;
  }
}

/** G: the desk for sorting, then where the chosen ideas shall go. */
function group({ control, sorting, show }: Desk): void {
  show("ideas");
  if (!sorting.board.value) {
    if (!sorting.open()) control.say("refused", "There are no ideas to group yet.");
    return;
  }
  const chosen = sorting.chosen(postIdAt(document.activeElement));
  if (chosen.length > 0) sorting.askMove(chosen);
  else control.say("refused", "Select ideas first, with Space.");
}

function pressFor(act: KeyAct, control: Control): void {
  const scene = control.scene.value;
  if (!scene) return;
  const lines = linesOf(control.queue.value, scene.posts);
  const post = queueTarget(lines, postIdAt(document.activeElement));
  const hand = { chosen: control.chosen.value, post, now_ms: control.now.value };
  const button = buttonFor(act, scene, hand);
  if (button) void control.press(button);
  else control.say("refused", control.off.value ?? nothingWords(act));
}

function moveAlong(selector: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const live = all.findIndex((one) => one.getAttribute("aria-current") === "step");
  const place = here >= 0 ? neighbour(here, step, all.length) : Math.max(0, live);
  all[place]?.focus();
}

/** F6: the next region, also behind another tab. */
function goToRegion(step: 1 | -1, desk: Desk): void {
  const isWide = matchMedia("(width >= 64rem)").matches;
  const all = [...document.querySelectorAll<HTMLElement>(".region")];
  const regions = all.filter((region) => !isWide || region.checkVisibility());
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const place = here < 0 ? 0 : (here + step + regions.length) % regions.length;
  const region = regions[place];
  if (!region) return;
  const tab = tabOfRegion([...region.classList]);
  if (tab) desk.show(tab);
  requestAnimationFrame(() => region.focus());
}

/** Escape closes the opened step or menu that has the focus; it never acts on the session. */
function closeOpened(): boolean {
  const inside = document.activeElement?.closest("li");
  const opener = inside?.querySelector<HTMLElement>("[aria-expanded=true]");
  if (!opener) return false;
  opener.click();
  opener.focus();
  return true;
}
