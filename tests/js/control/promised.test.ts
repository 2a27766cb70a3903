import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublicCommitment } from "../../../static/src/generated/contract.ts";
import { inverse, told } from "../../../static/src/models/control/acts.ts";
import {
  hasPromises,
  promiseButton,
  promisesOnStage,
} from "../../../static/src/models/control/promised.ts";
import { item, scene } from "./scenes.ts";

const ONE: PublicCommitment = {
  ...{ id: 4, when_text: "it rains", then_text: "we stay in", language: "en" },
  ...{ organisation: "", due_on: "2027-03-12", is_hidden: false },
};

test("a public commitment is hidden, shown again, and hiding is undone", () => {
  const hide = promiseButton(scene(), ONE);
  assert.equal(hide.says, "Hide");
  assert.ok(hide.act);
  assert.equal(told(hide.act, scene()), "Hid the commitment.");
  const back = inverse(hide.act, scene());
  assert.deepEqual(back?.args, { commitment_id: 4, version: 6, hidden: false });
  assert.equal(promiseButton(scene(), { ...ONE, is_hidden: true }).says, "Show again");
});

test("the desk has commitments in the step that asks for them, and the big screen in any", () => {
  assert.equal(hasPromises(scene()), false);
  const asking = [item(2, "What I take on", { kind: "commitments", state: "live" })];
  assert.equal(hasPromises(scene({ items: asking })), true);
  assert.equal(promisesOnStage(scene()).pressed, false);
  const shown = scene({ session: { stage_view: "commitments" } });
  assert.deepEqual(promisesOnStage(shown).act?.args, { version: 5, view: "auto" });
});
