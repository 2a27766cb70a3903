import assert from "node:assert/strict";
import { test } from "node:test";
import { activityButtons } from "../../../static/src/models/control/activity.ts";
import { launchButton } from "../../../static/src/models/control/buttons.ts";
import { Control } from "../../../static/src/models/control/control.ts";
import { reviewButtons } from "../../../static/src/models/control/ideas.ts";
import { openAllButtons } from "../../../static/src/models/control/press.ts";
import type { Scene } from "../../../static/src/models/control/scene.ts";
import { fakeModel, nack, poll, post } from "./scenes.ts";

function desk(parts: Parameters<typeof fakeModel>[0] = {}) {
  const world = fakeModel(parts);
  const control = new Control(world.model);
  const launch = () => control.press(launchButton(control.scene.value as Scene));
  return { ...world, control, launch };
}

test("launching sends one act, says so, and can be undone for ten seconds", async () => {
  const { control, launch, sent, passes } = desk();
  await launch();
  assert.deepEqual(sent, [{ name: "go_to_item", args: { version: 5, item_id: 3 } }]);
  assert.equal(control.notice.value?.says, "Launched: Cooperation.");
  assert.equal(control.undo.value?.says, "Launched: Cooperation.");
  passes(10_000);
  control.tick();
  assert.equal(control.undo.value, null);
});

test("undo sends the inverse act with the version after the launch", async () => {
  const { control, launch, sent, become } = desk();
  await launch();
  become({ session: { version: 6, current_item_id: 3 } });
  await control.undoLast();
  assert.deepEqual(sent[1], {
    name: "go_to_item",
    args: { version: 6, item_id: 2, taken_back: true },
  });
  assert.equal(control.notice.value?.says, "Undone. Back at: Barriers.");
  assert.equal(control.undo.value, null);
});

test("pressing twice before the change came back launches once", async () => {
  const { control, launch, sent, become } = desk();
  await launch();
  await launch();
  assert.equal(sent.length, 1);
  assert.match(control.notice.value?.says ?? "", /still on its way/);
  become({ session: { version: 6, current_item_id: 1 } });
  await launch();
  assert.equal(sent.length, 2);
});

test("when a change is lost the buttons work again after five seconds", async () => {
  const { launch, sent, passes } = desk();
  await launch();
  passes(5000);
  await launch();
  assert.equal(sent.length, 2);
});

test("overtaken by Jonas: the words say so, nothing can be undone, the button works again", async () => {
  const { control, launch, sent, answerWith } = desk();
  const details = { by: "Jonas", act: "go_to_item", at_ms: control.now.value };
  answerWith(nack("overtaken", "Somebody was first.", details));
  await launch();
  assert.deepEqual(
    [control.notice.value?.tone, control.notice.value?.says],
    ["refused", "Jonas launched a step just now. Nothing was changed by you."],
  );
  assert.equal(control.undo.value, null);
  await launch();
  assert.equal(sent.length, 2);
});

test("an undo that was overtaken is told and not offered again", async () => {
  const { control, launch, answerWith } = desk();
  await launch();
  answerWith(nack("overtaken", "Somebody was first.", { by: "Jonas", act: "go_to_item" }));
  await control.undoLast();
  assert.equal(control.notice.value?.says, "Jonas launched a step. Nothing was changed by you.");
  assert.equal(control.undo.value, null);
});

test("offline nothing is sent and the reason is given", async () => {
  const { control, launch, sent, connection } = desk();
  connection.value = "offline";
  await launch();
  await control.undoLast();
  assert.deepEqual(sent, []);
  assert.equal(
    control.notice.value?.says,
    "You are offline. The session continues. Co-moderators keep control.",
  );
});

test("on the slower way in everything works, but nothing is known of the room", async () => {
  const { control, launch, sent, connection } = desk();
  assert.equal(control.room.value?.participants, 61);
  connection.value = "over_http";
  assert.equal(control.room.value, null);
  await launch();
  assert.equal(sent.length, 1);
});

test("a button that is off says why", async () => {
  const { control, launch, sent } = desk({ session: { current_item_id: 3 } });
  await launch();
  assert.deepEqual(sent, []);
  assert.equal(control.notice.value?.says, "This is the last step.");
});

test("without anything to undo the key says so", async () => {
  const { control, sent } = desk();
  await control.undoLast();
  assert.deepEqual(sent, []);
  assert.equal(control.notice.value?.says, "Nothing to undo. An act can be undone for 10 seconds.");
});

test("close and show are undone newest first, each from the right version", async () => {
  const open = poll(11, "Q", { state: "open", version: 1 });
  const { control, sent, become } = desk({ polls: [open] });
  const pressNth = async (nth: number) => {
    const seen = control.scene.value?.polls.get(11) ?? open;
    const button = activityButtons({ key: "poll:11", kind: "poll", poll: seen })[nth];
    if (button) await control.press(button);
  };
  await pressNth(0);
  become({ polls: [poll(11, "Q", { state: "closed", version: 2 })] });
  await pressNth(1);
  become({ polls: [poll(11, "Q", { state: "closed", version: 3, is_on_stage: true })] });
  await control.undoLast();
  await control.undoLast();
  assert.deepEqual(sent.slice(2), [
    { name: "show_results", args: { poll_id: 11, version: 3, to: "stage", shown: false } },
    { name: "reopen_poll", args: { poll_id: 11, version: 4 } },
  ]);
});

test("the question that was acted on is in hand", async () => {
  const { control } = desk({ polls: [poll(11, "One"), poll(12, "Two")] });
  await control.pressAll(openAllButtons(control.scene.value as Scene));
  assert.equal(control.chosen.value, "poll:12");
});

test("when Jonas launches another step, what Maria had in hand is let go", () => {
  const { control, become } = desk();
  control.chosen.value = "poll:11";
  become({ session: { version: 6 } });
  assert.equal(control.chosen.value, "poll:11", "the same step");
  become({ session: { version: 7, current_item_id: 3 } });
  assert.equal(control.chosen.value, null);
});

test("approving goes on while earlier ideas are still on their way", async () => {
  const { control, sent } = desk({ posts: [post(1), post(2)] });
  for (const id of control.queue.value.shown) {
    const [approve] = reviewButtons(post(id));
    if (approve) await control.press(approve);
  }
  assert.deepEqual(
    sent.map((act) => act.args),
    [
      { post_id: 1, version: 0, state: "approved" },
      { post_id: 2, version: 0, state: "approved" },
    ],
  );
});

test("new ideas wait until they are asked for; the queue is tidied when one looks away", () => {
  const { control, become } = desk({ posts: [post(1)] });
  become({ posts: [post(1, { state: "approved" }), post(2)] });
  assert.deepEqual(control.queue.value, { shown: [1], held: [2] });
  control.tidyQueue();
  assert.deepEqual(control.queue.value, { shown: [2], held: [] });
  become({ posts: [post(2), post(3)] });
  control.showHeld();
  assert.deepEqual(control.queue.value, { shown: [2, 3], held: [] });
});
