/** Commitments in the control room: what everybody may read, and the buttons that hide it. */
import type { CommandArgs, PublicCommitment } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import { currentItem, type Scene } from "./scene.ts";

/** The commands about commitments. */
export type PromiseCommand = "hide_commitment";
type PromiseAct = { name: PromiseCommand; args: CommandArgs[PromiseCommand] };

/** Whether an act is about a commitment. */
export function isPromiseAct(act: Act): act is PromiseAct {
  return act.name === "hide_commitment";
}

/** The act that turns one about a commitment back. */
export function turnedPromise(act: PromiseAct): PromiseAct {
  return { name: act.name, args: { ...act.args, hidden: !act.args.hidden } };
}

/** What an act about a commitment has done, in one sentence. */
export function toldPromise(act: PromiseAct): string {
  return act.args.hidden ? "Hid the commitment." : "The commitment can be seen again.";
}

/** Keep a public commitment from the screens, or let it be seen again. */
export function promiseButton(scene: Scene, one: PublicCommitment): Button {
  const hidden = one.is_hidden !== true;
  const args = { commitment_id: one.id, version: scene.session.version, hidden };
  const says = hidden ? "Hide" : "Show again";
  return { id: "hide", says, act: { name: "hide_commitment", args }, off: null };
}

/** Show the commitments on the big screen also in other steps. */
export function promisesOnStage(scene: Scene): Button {
  const isShown = scene.session.stage_view === "commitments";
  const args = {
    version: scene.session.version,
    view: isShown ? ("auto" as const) : ("commitments" as const),
  };
  const act: Act = { name: "set_stage", args };
  const says = "Commitments on the big screen";
  return { id: "stage_promises", says, act, off: null, pressed: isShown };
}

/** Whether the desk shows commitments: in their step, and wherever some were made. */
export function hasPromises(scene: Scene): boolean {
  return currentItem(scene)?.kind === "commitments" || scene.commitments.count > 0;
}
