/** The buttons of what can be done with questions beside opening and closing them. */
import type { CommandArgs, ItemPayload, PollTopic, ResultRow } from "../../generated/contract";
import type { Button } from "./buttons.ts";
import { leaveOut, savedBy } from "./catch_up.ts";
import type { Scene } from "./scene.ts";

type Preset = CommandArgs["start_pulse"]["preset"];

/** The pulses in the order of their keys. */
const PULSES: readonly { preset: Preset; says: string }[] = [
  { preset: "yes_no", says: "Yes or no" },
  { preset: "agree", says: "Agree, in five steps" },
  { preset: "pace", says: "Pace: slower, fine, faster" },
  { preset: "lost", says: "I am lost" },
];
/** How long a reset can be turned back. */
const SHELF_MS = 24 * 3_600_000;

/** Start a pulse: one button for each. */
export function pulseButtons(scene: Scene): Button[] {
  const { state, version } = scene.session;
  const off = state === "draft" ? "Open the doors first." : null;
  return PULSES.map(({ preset, says }) => ({
    id: `pulse-${preset}`,
    says,
    act: { name: "start_pulse", args: { version, preset } },
    off,
  }));
}

/** What else can be done with a question: a second round, bringing answers back, leaving it out. */
export function roundButtons(scene: Scene, poll: PollTopic, now_ms: number): Button[] {
  const args = { poll_id: poll.id, version: poll.version ?? 0 };
  if (poll.left_out_minutes !== undefined) {
    return [{ id: "back", says: "Put it back", act: { name: "put_back_poll", args }, off: null }];
  }
  if (poll.state === "ready") return leaveOutButtons(scene, poll, now_ms);
  const buttons: Button[] = [];
  if (poll.state === "closed") {
    const again: Button["act"] = { name: "repeat_poll", args };
    buttons.push({ id: "repeat", says: "Make a second round", act: again, off: null });
  }
  const since = poll.restarted_at_ms;
  if (since !== undefined && now_ms < since + SHELF_MS) {
    const back: Button["act"] = { name: "restore_poll", args };
    buttons.push({ id: "restore", says: "Bring the answers back", act: back, off: null });
  }
  return buttons;
}

function leaveOutButtons(scene: Scene, poll: PollTopic, now_ms: number): Button[] {
  const item = scene.items.find((one) => one.id === poll.item_id);
  if (!item || item.poll_ids.length < 2) return [];
  const minutes = savedBy(scene, item, now_ms);
  return [
    {
      id: "leave_out",
      says: "Leave it out",
      act: leaveOut(poll, minutes),
      off: null,
      tone: "quiet",
    },
  ];
}

/** Whether there is anything to start over. */
export function mayReset(poll: PollTopic): boolean {
  return poll.state !== "ready" && (poll.answered > 0 || (poll.results?.hands ?? 0) > 0);
}

/** Start a question over: off until the word was typed. */
export function resetButton(poll: PollTopic, word: string): Button {
  const args = { poll_id: poll.id, version: poll.version ?? 0, confirm: "RESET" as const };
  const off = word.trim().toUpperCase() === "RESET" ? null : "Type RESET first.";
  const act: Button["act"] = { name: "reset_poll", args };
  return { id: "reset", says: "Start the question again", act, off, tone: "danger" };
}

/** Note the hands for one line; `typed` is what stands in the field. */
export function handsButton(poll: PollTopic, row: ResultRow, typed: string): Button {
  const isNumber = /^\d{1,6}$/.test(typed.trim());
  const count = isNumber ? Number(typed) : 0;
  const off = !isNumber
    ? "Write a whole number first."
    : count > 100_000
      ? "That is more than can be noted."
      : count === (row.hands ?? 0)
        ? "That number is noted already."
        : null;
  const args = { poll_id: poll.id, version: poll.version ?? 0, line_id: row.id, count };
  return { id: `hands-${row.id}`, says: "Note", act: { name: "count_hands", args }, off };
}

/** Open or close all questions that stand on one page; empty for other steps. */
export function formButtons(scene: Scene, item: ItemPayload | null): Button[] {
  if (!item?.is_form) return [];
  const polls = item.poll_ids.flatMap((id) => scene.polls.get(id) ?? []);
  const owned = polls.filter((poll) => !poll.is_pulse && poll.left_out_minutes === undefined);
  if (owned.length === 0) return [];
  const args = { version: scene.session.version, item_id: item.id };
  const isOpen = owned.some((poll) => poll.state === "open");
  const isShut = owned.some((poll) => poll.state !== "open");
  const opens = owned.every((poll) => poll.state !== "ready")
    ? "Open the form again"
    : "Open the form";
  const open: Button = { id: "form", says: opens, act: { name: "open_form", args }, off: null };
  const close: Button = {
    id: "form-close",
    says: "Close the form",
    act: { name: "close_form", args },
    off: null,
  };
  return [
    ...(isShut ? [{ ...open, ...(isOpen ? {} : { tone: "primary" as const }) }] : []),
    ...(isOpen ? [close] : []),
  ];
}
