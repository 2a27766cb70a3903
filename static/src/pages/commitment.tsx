/** The page of a commitment's personal link: /commitment#TOKEN. */
import { render } from "preact";
import { CommitmentPage } from "../components/commitment/page";

// First of all: the token must not stay where a shared screen or the history shows it.
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

const main = document.getElementById("main");
if (main) {
  main.replaceChildren();
  render(<CommitmentPage token={token} />, main);
}
