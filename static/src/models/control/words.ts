/** The sentences of the control room: times, steps, people, the big screen, who was first. */
import type {
  BoardTopic,
  Bye,
  ItemPayload,
  Nack,
  PollTopic,
  Room,
  SessionTopic,
  VotesTopic,
} from "../../generated/contract";
import { budget_ms, drift, drift_ms, itemMinutes } from "../agenda.ts";
import type { Connection } from "../session";
import { timeOfDay } from "../words.ts";
import type { Activity, Scene } from "./scene.ts";

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

/** "planned end 16:30"; "" without steps. */
export function plannedEndWords(scene: Scene): string {
  const end_ms = plannedEndMs(scene);
  return end_ms === null ? "" : `planned end ${timeOfDay(end_ms, scene.session.timezone)}`;
}

/** "Expected end 16:34, planned 16:30", or "Planned end 16:30" while they are the same. */
export function endWords(scene: Scene, now_ms: number): string {
  const end_ms = plannedEndMs(scene);
  if (end_ms === null) return "";
  const planned = timeOfDay(end_ms, scene.session.timezone);
  const behind_ms = drift_ms(scene.items, now_ms);
  if (behind_ms === null || Math.round(behind_ms / MINUTE_MS) === 0)
    return `Planned end ${planned}`;
  const expected = timeOfDay(end_ms + behind_ms, scene.session.timezone);
  return `Expected end ${expected}, planned ${planned}`;
}

function plannedEndMs(scene: Scene): number | null {
  const last = scene.items.at(-1);
  return last ? last.planned_start_ms + last.minutes * MINUTE_MS : null;
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
  if (!present || present < answered) return counted(answered, "answer");
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

/** What unfolding a card shows. */
export function unfoldWords(activity: Activity): string {
  if (activity.kind === "board") return "Show the board";
  return activity.poll.state === "ready" ? "Show the question" : "Show the answers";
}

/** The counts of a board: ideas first, then those that wait, then who sees them. */
export function boardWords(board: BoardTopic, votes?: VotesTopic): string[] {
  const waiting = board.waiting ?? 0;
  return [
    counted(board.ideas, "idea"),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? "waits" : "wait"} for review`] : []),
    ...(votes ? [votesWords(board, votes)] : []),
    board.is_revealed
      ? "Everybody sees the approved ideas."
      : "Silent writing: people see only their own ideas.",
  ];
}

/** "12 people gave 40 points, 5 each." */
function votesWords(board: BoardTopic, votes: VotesTopic): string {
  const people = counted(votes.people, "person", "people");
  return `${people} gave ${counted(votes.points, "point")}; each has ${board.budget}.`;
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

/** Whether notes are folded at first: they would push the buttons off the desk. */
export function isLong(text: string): boolean {
  return text.length > 150 || text.includes("\n");
}
