/** The page of the control room: /control/<public_id>. */
import "@preact/signals";
import { effect } from "@preact/signals";
import { render } from "preact";
import { ControlRoom } from "../components/control/room";
import { readBoot } from "../lib/boot";
import { openSession } from "../lib/session";
import { Control } from "../models/control/control";

/** What facilitator/web/control.py writes into the page. */
interface Boot {
  ticket: string;
  public_id: string;
  role: "moderator" | "organiser";
  language: string;
}

const KEYS_OFF = "facilitator:keys-off";

/** The moderator's switch for single keys, kept by the browser where it lets us. */
function keepKeySwitch(control: Control): void {
  try {
    control.keysOn.value = localStorage.getItem(KEYS_OFF) === null;
  } catch {
    return; // a browser that keeps nothing starts with the keys on
  }
  effect(() => {
    if (control.keysOn.value) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });
}

/** Beat with the seconds that are shown, so that each of them changes when it is due. */
function beat(control: Control): void {
  setTimeout(() => beat(control), Math.ceil(control.tick()));
}

const boot = readBoot<Boot>();
const main = document.getElementById("main");
if (boot && main) {
  const control = new Control(openSession(boot.ticket));
  keepKeySwitch(control);
  beat(control);
  addEventListener("pagehide", (event) => {
    if (!event.persisted) control.close();
  });
  main.replaceChildren();
  render(<ControlRoom control={control} />, main);
}
