/** Acts that compare no version, because they take nothing from another host: pairs, and turns to speak. */
import type { CommandArgs } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Scene } from "./scene.ts";

/** The commands of this family. */
export type FreeCommand = "set_pair" | "count_turn";
type FreeAct = { [N in FreeCommand]: { name: N; args: CommandArgs[N] } }[FreeCommand];

/** Whether an act belongs to this family. */
export function isFreeAct(act: Act): act is FreeAct {
  return act.name === "set_pair" || act.name === "count_turn";
}

/** What such an act is about, as a key. */
export function freeTargetOf(act: FreeAct): string {
  return act.name === "set_pair" ? `pair:${act.args.factor} ${act.args.barrier}` : "turn";
}

/** The act that turns this one back. */
export function turnedFree(act: FreeAct): FreeAct {
  if (act.name === "set_pair") {
    return { name: act.name, args: { ...act.args, paired: !act.args.paired } };
  }
  return { name: act.name, args: { ...act.args, taken_back: !act.args.taken_back } };
}

/** What an act has done, in one sentence. */
export function toldFree(act: FreeAct, scene: Scene): string {
  if (act.name === "set_pair") {
    return act.args.paired ? "Put the two together." : "Took the two apart.";
  }
  if (act.args.taken_back) return "Took the turn back.";
  const group = scene.session.groups.find((one) => one.id === act.args.group_id);
  return group ? `Counted a turn: ${group.title}.` : "Counted a turn.";
}
