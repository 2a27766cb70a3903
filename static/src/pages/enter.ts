/** The page of a personal link: /enter#TOKEN. */
import { alarm } from "../lib/announce.ts";
import { ask } from "../lib/api.ts";
import { browserTimers } from "../lib/timers.ts";
import { enter } from "../models/entering.ts";

// First of all: the token must not stay where a shared screen or the history shows it.
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

const sentence = document.getElementById("enter");

void enter(token, {
  timers: browserTimers,
  exchange: async (given) => (await ask("/api/enter", null, { token: given })).body,
  go: (url) => location.replace(url),
  tell: (words) => {
    if (sentence !== null) sentence.textContent = words;
    alarm(words);
  },
});
