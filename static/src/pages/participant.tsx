/** One page for joining a session and for taking part in it. */
import { render } from "preact";
import { App } from "../components/participant/app";
import { openForm } from "../components/participant/door";
import { fetchMore, Later } from "../components/participant/later";
import { Guard } from "../components/participant/trouble";
import { Where } from "../components/participant/where";
import type { Door } from "../generated/contract";
import { readBoot } from "../lib/boot";
import { openSession } from "../lib/session";
import { openDevice } from "../lib/storage";
import { watchTabs } from "../lib/tabs";
import type { SessionModel } from "../models/session";

interface Boot {
  code: string;
  door: Door;
}

const { code, door } = readBoot<Boot>() as Boot;
const device = openDevice(code);
const part = document.getElementById("taking-part") as HTMLElement;
const where = document.getElementById("where") as HTMLElement;

/** Change the page from the door to the room. */
function openRoom(): void {
  document.getElementById("door")?.remove();
  document.getElementById("brand")?.remove();
  part.hidden = false;
  where.hidden = false;
}

/** Take part with a ticket, in this tab alone: two tabs would send the same things. */
function takePart(ticket: string, isNewcomer: boolean): void {
  let model: SessionModel | null = null;
  const tabs = watchTabs(code);
  const leave = (forget: () => void) => () => {
    model?.close();
    forget();
  };
  const forget = leave(() => device.erase());
  const joinAgain = leave(() => {
    device.keepTicket(null);
    location.reload();
  });
  const draw = (open: SessionModel | null): void => {
    render(open && <Where model={open} />, where);
    const app = open ? <App model={open} {...{ part, isNewcomer, forget, joinAgain }} /> : null;
    render(
      <Guard>
        {app ?? <Later draw={({ OtherTab }) => <OtherTab useHere={tabs.useHere} />} />}
      </Guard>,
      part,
    );
  };
  openRoom();
  tabs.elsewhere.subscribe((isElsewhere) => {
    if (isElsewhere === null) return;
    model?.close();
    model = isElsewhere ? null : openSession(ticket, { device });
    draw(model);
  });
}

/** The first paint waited for none of these: our letters, and the later parts of the page. */
function settle(): void {
  void fetchMore();
  const sheet = document.getElementById("later") as HTMLLinkElement;
  sheet.media = "all";
  document.documentElement.dataset.fonts = "web";
}

if (device.ticket === null) {
  openForm(code, (ticket) => {
    device.keepTicket(ticket);
    takePart(ticket, true);
  });
  if (door.state === "early" || door.state === "locked") {
    fetchMore().then(({ watchDoor }) => watchDoor(code, door));
  }
} else {
  takePart(device.ticket, false);
}
addEventListener("load", () => setTimeout(settle, 300));
