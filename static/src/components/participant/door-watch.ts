/** A door that is not open: the page says when it opens, and changes by itself. */
import type { Door } from "../../generated/contract";
import { announce } from "../../lib/announce";
import { isNack, readDoor } from "../../lib/api";
import { untilWords } from "../../models/agenda";
import { lookAgain_ms } from "../../models/participant/door";
import { timeOfDay } from "../../models/words";

/** Write when the session opens in the reader's own time, and how long that is. */
function tellOpening(door: Door, now_ms: number): void {
  const [opens, opensIn] = ["opens", "opens-in"].map((id) => document.getElementById(id));
  if (!opens || !opensIn) return;
  const isToday = door.planned_start_ms - now_ms < 12 * 3600_000;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full" });
  const date = isToday ? "" : `, ${day.format(door.planned_start_ms)}`;
  opens.textContent = timeOfDay(door.planned_start_ms) + date;
  const isComing = isToday && door.planned_start_ms > now_ms;
  opensIn.textContent = isComing ? `, ${untilWords(door.planned_start_ms, now_ms)}` : "";
}

/** Look at the door again and again; when it is another one, the page is loaded anew. */
export function watchDoor(code: string, door: Door): void {
  const ahead_ms = door.now_ms - Date.now();
  tellOpening(door, Date.now() + ahead_ms);
  const look = async (): Promise<void> => {
    const now = await readDoor(code).catch(() => null);
    if (now !== null && !isNack(now) && now.state !== door.state) {
      announce("The door has changed. This page loads anew.");
      location.reload();
      return;
    }
    tellOpening(door, Date.now() + ahead_ms);
    setTimeout(look, lookAgain_ms(now, Math.random()));
  };
  setTimeout(look, lookAgain_ms(door, Math.random()));
}
