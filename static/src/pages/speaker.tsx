/** The page of a speaker: /speaker/<public_id>. */
import "@preact/signals";
import { render } from "preact";
import { SpeakerPage } from "../components/speaker/page";
import { readBoot } from "../lib/boot";
import { openSession } from "../lib/session";

/** What facilitator/web/control.py writes into the page. */
interface Boot {
  ticket: string;
  item_id: number | null;
  name: string;
}

const boot = readBoot<Boot>();
const main = document.getElementById("main");
if (boot && main) {
  const model = openSession(boot.ticket);
  addEventListener("pagehide", (event) => {
    if (!event.persisted) model.close();
  });
  main.replaceChildren();
  render(<SpeakerPage model={model} itemId={boot.item_id} name={boot.name} />, main);
}
