/** The page of the big screen: /stage/<public_id>. */
import "@preact/signals";
import { render } from "preact";
import { Stage } from "../components/stage/stage";
import { readBoot } from "../lib/boot";
import { openSession } from "../lib/session";

/** What facilitator/web/control.py writes into the page. */
interface Boot {
  ticket: string;
  join_url: string;
}

const boot = readBoot<Boot>();
const main = document.getElementById("main");
if (boot && main) {
  const model = openSession(boot.ticket);
  addEventListener("pagehide", (event) => {
    if (!event.persisted) model.close();
  });
  const title = main.querySelector("h1")?.textContent ?? "";
  const { host } = new URL(boot.join_url);
  main.replaceChildren();
  render(<Stage model={model} title={title} address={host} />, main);
}
