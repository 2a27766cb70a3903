/** Acts on questions beside opening and closing: pulses, rounds, hands, resets, forms, leaving out. */
import type { CommandArgs } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Scene } from "./scene.ts";

/** The commands of this family. */
export type RoundCommand =
  | ("start_pulse" | "repeat_poll" | "count_hands" | "reset_poll" | "restore_poll")
  | ("open_form" | "close_form" | "leave_out_poll" | "put_back_poll");

const NAMES: ReadonlySet<string> = new Set<RoundCommand>([
  ...(["start_pulse", "repeat_poll", "count_hands", "reset_poll", "restore_poll"] as const),
  ...(["open_form", "close_form", "leave_out_poll", "put_back_poll"] as const),
]);

/** One act of this family. */
export type RoundAct = { [N in RoundCommand]: { name: N; args: CommandArgs[N] } }[RoundCommand];

/** Whether an act belongs to this family. */
export function isRoundAct(act: { name: string }): act is RoundAct {
  return NAMES.has(act.name);
}

/** The act that turns this one back, with the version of the act itself; null when nothing does. */
export function turnedRound(act: RoundAct, before: Scene): Act | null {
  switch (act.name) {
    case "count_hands":
      return { name: act.name, args: { ...act.args, count: handsBefore(act.args, before) } };
    case "reset_poll": {
      const { poll_id, version } = act.args;
      return { name: "restore_poll", args: { poll_id, version } };
    }
    case "open_form":
      return { name: "close_form", args: act.args };
    case "close_form":
      return { name: "open_form", args: act.args };
    case "leave_out_poll": {
      const { poll_id, version } = act.args;
      return { name: "put_back_poll", args: { poll_id, version } };
    }
    case "put_back_poll": {
      const minutes = before.polls.get(act.args.poll_id)?.left_out_minutes ?? 0;
      return { name: "leave_out_poll", args: { ...act.args, minutes } };
    }
    default:
      return null;
  }
}

/** What turns back an act that made a new question: a pulse is closed, a second round left out. */
export function unmade(act: { name: string }, made: Readonly<Record<string, string>>): Act | null {
  const poll_id = Number(made.poll_id);
  if (act.name === "start_pulse") return { name: "close_poll", args: { poll_id, version: 1 } };
  if (act.name !== "repeat_poll") return null;
  return { name: "leave_out_poll", args: { poll_id, version: 0, minutes: 0 } };
}

function handsBefore(args: CommandArgs["count_hands"], before: Scene): number {
  const rows = before.polls.get(args.poll_id)?.results?.rows ?? [];
  return rows.find((row) => row.id === args.line_id)?.hands ?? 0;
}

const PULSES: Record<CommandArgs["start_pulse"]["preset"], string> = {
  yes_no: "yes or no",
  agree: "agreement in five steps",
  pace: "the pace",
  lost: "who is lost",
};

/** What an act has done, in one sentence. */
export function toldRound(act: RoundAct, scene: Scene): string {
  switch (act.name) {
    case "start_pulse":
      return `A pulse is open: ${PULSES[act.args.preset]}.`;
    case "repeat_poll":
      return `A second round is ready: ${title(scene, act.args.poll_id)}`;
    case "count_hands":
      return act.args.count === 1 ? "Noted 1 hand." : `Noted ${act.args.count} hands.`;
    case "reset_poll":
      return `Started again: ${title(scene, act.args.poll_id)}`;
    case "restore_poll":
      return `The answers are back: ${title(scene, act.args.poll_id)}`;
    case "open_form":
      return `The form is open: ${itemTitle(scene, act.args.item_id)}.`;
    case "close_form":
      return `The form is closed: ${itemTitle(scene, act.args.item_id)}.`;
    case "leave_out_poll":
      return `Left out: ${title(scene, act.args.poll_id)}`;
    case "put_back_poll":
      return `Taken in again: ${title(scene, act.args.poll_id)}`;
  }
}

function title(scene: Scene, pollId: number): string {
  return scene.polls.get(pollId)?.title ?? "the question";
}

function itemTitle(scene: Scene, itemId: number): string {
  return scene.items.find((item) => item.id === itemId)?.title ?? "a step";
}
