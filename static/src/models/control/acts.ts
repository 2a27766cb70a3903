/** The acts of a moderator as values: what each says when it is done, and what turns it back. */
import type { CommandArgs } from "../../generated/contract";
import { type BoardCommand, type Made, toldOnBoard, turnedOnBoard } from "./acts_board.ts";
import { type FreeCommand, freeTargetOf, isFreeAct, toldFree, turnedFree } from "./acts_free.ts";
import { type AskedCommand, isAskedAct, toldAsked, turnedAsked } from "./asked.ts";
import { isPromiseAct, type PromiseCommand, toldPromise, turnedPromise } from "./promised.ts";
import { isRoundAct, type RoundCommand, toldRound, turnedRound, unmade } from "./rounds.ts";
import { currentItem, type Scene } from "./scene.ts";
import { STAGE_SAYS } from "./stage.ts";
import { isTermAct, type TermCommand, toldTerm, turnedTerm } from "./terms.ts";

/** The commands that drive a session; all but the free ones compare the version of what they change. */
export type SteerCommand =
  | AskedCommand
  | ("open_doors" | "start_session" | "end_session" | "lock_doors" | "set_stage" | "send_message")
  | RoundCommand
  | ("go_to_item" | "skip_item" | "add_minutes")
  | ("open_poll" | "close_poll" | "reopen_poll" | "show_results" | "hide_quote")
  | ("publish_groups" | "show_groups" | "set_chatham")
  | TermCommand
  | PromiseCommand
  | FreeCommand
  | BoardCommand;

/** One act, ready to be sent. */
export type Act = { [N in SteerCommand]: { name: N; args: CommandArgs[N] } }[SteerCommand];

/** The thing that an act is about, as a key: "session", "poll:12", "board:3", "comment:8". */
export function targetOf(act: Act): string {
  if (isFreeAct(act)) return freeTargetOf(act);
  if ("post_id" in act.args) return `post:${act.args.post_id}`;
  if ("comment_id" in act.args) return `comment:${act.args.comment_id}`;
  if ("question_id" in act.args) return `question:${act.args.question_id}`;
  if ("poll_id" in act.args) return `poll:${act.args.poll_id}`;
  if ("board_id" in act.args) return `board:${act.args.board_id}`;
  return "session";
}

/** The same act, sent as by somebody who saw this version. */
export function seenAt(act: Act, version: number): Act {
  if (isFreeAct(act)) return act;
  return { ...act, args: { ...act.args, version } } as Act;
}

/** The version that the thing has once the act was carried out; 0 where none is compared. */
export function versionAfter(act: Act): number {
  return isFreeAct(act) ? 0 : act.args.version + 1;
}

/** The act that turns this one back, for the scene before it and the ids it made; null when nothing does. */
export function inverse(act: Act, before: Scene, made?: Made): Act | null {
  if (made && isRoundAct(act)) return unmade(act, made);
  const back = turned(act, before, made ?? {});
  return back && seenAt(back, versionAfter(act));
}

/** The turned act, with the version of the act itself. */
function turned(act: Act, before: Scene, made: Made): Act | null {
  const session = before.session;
  if (isAskedAct(act)) return turnedAsked(act, before);
  if (isRoundAct(act)) return turnedRound(act, before);
  if (isTermAct(act)) return turnedTerm(act, before);
  if (isPromiseAct(act)) return turnedPromise(act);
  if (isFreeAct(act)) return turnedFree(act);
  switch (act.name) {
    case "go_to_item":
      return goTo(session.current_item_id, act.args.version);
    case "skip_item": // skipping a skipped step takes it in again
      return act.args.item_id === currentItem(before)?.id
        ? goTo(act.args.item_id, act.args.version)
        : act;
    case "add_minutes":
      return { name: act.name, args: { ...act.args, minutes: -act.args.minutes } };
    case "lock_doors":
      return { name: act.name, args: { ...act.args, locked: !act.args.locked } };
    case "set_stage":
      return { name: act.name, args: { ...act.args, view: session.stage_view } };
    case "send_message":
      return { name: act.name, args: { ...act.args, text: session.message?.text ?? "" } };
    case "open_poll":
    case "reopen_poll":
      return { name: "close_poll", args: act.args };
    case "close_poll":
      return { name: "reopen_poll", args: act.args };
    case "publish_groups": // made once and for all
      return null;
    case "show_groups":
    case "show_results":
      return { name: act.name, args: { ...act.args, shown: !act.args.shown } };
    case "hide_quote":
      return { name: act.name, args: { ...act.args, hidden: !act.args.hidden } };
    case "set_chatham": // what was forgotten stays forgotten
    case "open_doors":
    case "start_session":
    case "end_session":
      return null;
    default:
      return turnedOnBoard(act, before, made);
  }
}

function goTo(itemId: number | null, version: number): Act | null {
  if (itemId === null) return null;
  return { name: "go_to_item", args: { version, item_id: itemId, taken_back: true } };
}

/** What an act has done, in one sentence. */
export function told(act: Act, scene: Scene): string {
  if (isRoundAct(act)) return toldRound(act, scene);
  if (isAskedAct(act)) return toldAsked(act);
  if (isTermAct(act)) return toldTerm(act);
  if (isPromiseAct(act)) return toldPromise(act);
  if (isFreeAct(act)) return toldFree(act, scene);
  switch (act.name) {
    case "open_doors":
      return "The doors are open. People can join.";
    case "start_session":
      return "The session is live.";
    case "end_session":
      return "The session has ended.";
    case "set_chatham":
      return act.args.on ? "Chatham House mode is on." : "Chatham House mode is off.";
    case "lock_doors":
      return act.args.locked ? "Locked the doors." : "Unlocked the doors.";
    case "set_stage":
      return STAGE_SAYS[act.args.view];
    case "send_message":
      return act.args.text ? "The note is on every screen." : "Took the note away.";
    case "go_to_item":
      return `Launched: ${itemTitle(scene, act.args.item_id)}.`;
    case "skip_item":
      return skippedTold(scene, act.args.item_id);
    case "add_minutes":
      return minutesTold(act.args.minutes);
    case "open_poll":
      return `Voting is open: ${pollTitle(scene, act.args.poll_id)}`;
    case "reopen_poll":
      return `Voting is open again: ${pollTitle(scene, act.args.poll_id)}`;
    case "close_poll":
      return `Voting is closed: ${pollTitle(scene, act.args.poll_id)}`;
    case "publish_groups":
      return `Made the results by group: ${pollTitle(scene, act.args.poll_id)}`;
    case "show_groups":
      return act.args.shown ? "Groups are shown." : "Groups are hidden.";
    case "show_results":
      return shownTold(act.args.to, act.args.shown);
    case "hide_quote":
      return act.args.hidden ? "Hid the answer." : "The answer can be seen again.";
    default:
      return toldOnBoard(act, scene);
  }
}

/** What an undo has done, in one sentence; `act` is the act that turned the first one back. */
export function undoneTold(act: Act, scene: Scene): string {
  if (act.name === "go_to_item") return `Undone. Back at: ${itemTitle(scene, act.args.item_id)}.`;
  return `Undone. ${told(act, scene)}`;
}

function skippedTold(scene: Scene, itemId: number): string {
  const isIn = scene.items.some((item) => item.id === itemId && item.state === "skipped");
  return `${isIn ? "Taken in again" : "Skipped"}: ${itemTitle(scene, itemId)}.`;
}

function minutesTold(minutes: number): string {
  const size = Math.abs(minutes);
  const unit = size === 1 ? "minute" : "minutes";
  return minutes < 0 ? `Took off ${size} ${unit}.` : `Added ${size} ${unit}.`;
}

function shownTold(to: "stage" | "phones", shown: boolean): string {
  const where = to === "stage" ? "the big screen" : "the phones";
  return shown ? `The results are on ${where}.` : `The results are hidden from ${where}.`;
}

function itemTitle(scene: Scene, id: number): string {
  return scene.items.find((item) => item.id === id)?.title ?? "a step";
}

function pollTitle(scene: Scene, id: number): string {
  return scene.polls.get(id)?.title ?? "a question";
}
