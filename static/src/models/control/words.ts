/** The sentences of the control room: times, steps, people, the big screen, who was first. */
import type {
  ActPayload,
  BoardTopic,
  Bye,
  ItemPayload,
  Nack,
  PollTopic,
  Room,
  SessionTopic,
} from "../../generated/contract";
import { budget_ms, drift, drift_ms, itemMinutes } from "../agenda.ts";
import type { Connection } from "../session";
import { timeOfDay } from "../words.ts";
import type { Scene } from "./scene.ts";

const MINUTE_MS = 60_000;

/** "1 minute", "12 minutes", "2 people". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How long ago, in words: "just now", "2 seconds ago", "3 minutes ago". */
export function ago(age_ms: number): string {
  const seconds = Math.round(age_ms / 1000);
  if (seconds < 1) return "just now";
  if (seconds < 60) return `${counted(seconds, "second")} ago`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? `${counted(minutes, "minute")} ago`
    : `${counted(Math.round(minutes / 60), "hour")} ago`;
}

/** The times of a step: "10 minutes" ahead, "6 of 10 minutes" once it was live. */
export function timeWords(item: ItemPayload, now_ms: number): string {
  if (item.state === "skipped") return "left out";
  if (item.state === "ahead" && item.spent_ms === 0) {
    return counted(budget_ms(item) / MINUTE_MS, "minute");
  }
  return itemMinutes(item, now_ms);
}

/** The name of a knot for those who cannot see it: "Barriers, live, 6 of 12 minutes". */
export function knotName(item: ItemPayload, now_ms: number): string {
  const time = timeWords(item, now_ms);
  return item.state === "skipped"
    ? `${item.title}, ${time}`
    : `${item.title}, ${item.state}, ${time}`;
}

/** "Planned end 16:30, expected 16:34 (4 minutes behind plan)", as far as each is known. */
export function endWords(scene: Scene, now_ms: number): string {
  const last = scene.items.at(-1);
  if (!last) return "";
  const planned_ms = last.planned_start_ms + last.minutes * MINUTE_MS;
  const planned = `Planned end ${timeOfDay(planned_ms, scene.session.timezone)}`;
  const behind_ms = drift_ms(scene.items, now_ms);
  if (behind_ms === null || Math.round(behind_ms / MINUTE_MS) === 0) return planned;
  return `${planned}, expected ${timeOfDay(planned_ms + behind_ms, scene.session.timezone)}`;
}

/** How the plan is kept, as a sentence: "4 minutes behind plan."; "" when no step is live. */
export function driftWords(scene: Scene, now_ms: number): string {
  const words = drift(scene.items, now_ms);
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : "";
}

/** What stands under "Room": connected people, those behind, those with unsent answers. */
export function peopleWords(room: Room): string[] {
  const lines = [counted(room.participants, "person connected", "people connected")];
  if (room.over_http > 0) {
    lines.push(`${room.over_http} of them on a slower way in, with updates every 2 seconds`);
  }
  if (room.unsent > 0) {
    lines.push(`${counted(room.unsent, "person has", "people have")} answers not sent yet`);
  }
  if (room.trouble > 0) {
    lines.push(`${counted(room.trouble, "person", "people")} offline for over a minute`);
  }
  return lines;
}

/** "42 of 61 people answered"; the room may be smaller than the number of answers. */
export function answeredWords(answered: number, present: number | null): string {
  if (present === null || present < answered) return counted(answered, "answer");
  return `${answered} of ${counted(present, "person", "people")} answered`;
}

/** Who sees the results of a question. */
export function shownWords(poll: PollTopic): string {
  const where = [
    ...(poll.is_on_stage ? ["the big screen"] : []),
    ...(poll.is_on_phones ? ["phones"] : []),
  ];
  if (where.length === 0) return "Results are hidden from everybody.";
  return `Results are on ${where.join(" and ")}.`;
}

/** The counts of a board: ideas first, then those that wait, then who sees them. */
export function boardWords(board: BoardTopic): string[] {
  const waiting = board.waiting ?? 0;
  return [
    counted(board.ideas, "idea"),
    ...(waiting > 0 ? [`${waiting} wait for review`] : []),
    board.is_revealed
      ? "Everybody sees the approved ideas."
      : "Silent writing: people see only their own ideas.",
  ];
}

/** What an act is called: to somebody who was overtaken by it, and in the log. */
const ACTS: Record<string, readonly [verb: string, logged: string]> = {
  open_doors: ["opened the doors", "Opened the doors"],
  start_session: ["started the session", "Started the session"],
  end_session: ["ended the session", "Ended the session"],
  lock_doors: ["locked the doors", "Locked the doors"],
  unlock_doors: ["unlocked the doors", "Unlocked the doors"],
  set_stage: ["changed the big screen", "Big screen"],
  send_message: ["changed the note", "Changed the note"],
  go_to_item: ["launched a step", "Launched"],
  skip_item: ["skipped a step or took it in again", "Skipped or took in"],
  add_minutes: ["changed the minutes of a step", "Changed minutes"],
  open_poll: ["opened this", "Opened voting"],
  close_poll: ["closed this", "Closed voting"],
  reopen_poll: ["reopened this", "Reopened voting"],
  show_results: ["showed these results", "Showed results"],
  hide_results: ["hid these results", "Hid results"],
  hide_quote: ["hid or showed an answer here", "Hid or showed an answer"],
  open_board: ["opened this", "Opened the board"],
  close_board: ["closed this", "Closed the board"],
  reveal_board: ["revealed the ideas", "Revealed the ideas"],
  cover_board: ["went back to silent writing", "Back to silent writing"],
  approved_post: ["approved this idea", "Approved an idea"],
  declined_post: ["declined this idea", "Declined an idea"],
  hidden_post: ["hid this idea", "Hid an idea"],
  waiting_post: ["put this idea back into the queue", "Put an idea back into the queue"],
  pin_post: ["pinned or unpinned this idea", "Pinned or unpinned an idea"],
  move_post: ["moved this idea", "Moved an idea"],
};

/** Why an act did not happen: for "overtaken" who was first and when, else the server's sentence. */
export function refusedWords(nack: Nack, now_ms: number): string {
  const { by, act, at_ms } = nack.details;
  if (nack.code !== "overtaken" || typeof by !== "string" || !by) return nack.message;
  const verb = ACTS[String(act)]?.[0] ?? "changed this";
  const when = typeof at_ms === "number" ? ` ${ago(Math.max(0, now_ms - at_ms))}` : "";
  return `${by} ${verb}${when}. Nothing was changed by you.`;
}

/** One line of the log: "Opened voting: Barriers". */
export function logWords(line: ActPayload): string {
  const act = ACTS[line.act]?.[1] ?? line.act.replaceAll("_", " ");
  return line.what ? `${act}: ${line.what}` : act;
}

/** "K7P 4QM": a code that can be read aloud. */
export function codeWords(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Who can come in. */
export function doorWords(session: SessionTopic): string {
  if (session.state === "draft") return "doors shut";
  if (session.state === "ended") return "session over";
  return session.is_locked ? "doors locked for newcomers" : "doors open";
}

/** The title of the window: where the session is. */
export function pageTitle(scene: Scene): string {
  const item = scene.items.find((one) => one.id === scene.session.current_item_id);
  const now = item ? `${item.title} – ` : "";
  return `${now}Control room – ${scene.session.title}`;
}

/** What to say while the page cannot act; "" when it can. */
export function offlineWords(connection: Connection): string {
  if (connection === "reconnecting") {
    return "Reconnecting… The session continues. Co-moderators keep control.";
  }
  return connection === "offline"
    ? "You are offline. The session continues. Co-moderators keep control."
    : "";
}

/** Why this page lost its place. */
export function goneWords(bye: Bye | Nack): { title: string; says: string } {
  if (bye.code === "link_revoked") {
    return {
      title: "This link was revoked",
      says: "The session goes on without this page, and nothing is lost. Ask the organiser for a new link.",
    };
  }
  return { title: "This page has lost its place in the session", says: bye.message };
}
