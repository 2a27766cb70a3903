import assert from "node:assert/strict";
import { test } from "node:test";
import { activityButtons } from "../../../static/src/models/control/activity.ts";
import {
  backButton,
  barButtons,
  endButton,
  itemButtons,
  launchButton,
  noteButton,
  takeNoteButton,
} from "../../../static/src/models/control/buttons.ts";
import { postButtons } from "../../../static/src/models/control/ideas.ts";
import type { Scene } from "../../../static/src/models/control/scene.ts";
import { board, item, poll, post, scene, steps } from "./scenes.ts";

test("the big button opens the doors, then starts, then launches, then rests", () => {
  const big = (of: Scene) => {
    const { says, act, off } = launchButton(of);
    return [says, act, off];
  };
  assert.deepEqual(big(scene({ session: { state: "draft", current_item_id: null } })), [
    "Open the doors",
    { name: "open_doors", args: { version: 5 } },
    null,
  ]);
  assert.deepEqual(big(scene({ session: { state: "open", current_item_id: null } })), [
    "Start the session: Welcome",
    { name: "start_session", args: { version: 5 } },
    null,
  ]);
  assert.deepEqual(big(scene()), [
    "Launch next: Cooperation",
    { name: "go_to_item", args: { version: 5, item_id: 3 } },
    null,
  ]);
  assert.deepEqual(big(scene({ session: { current_item_id: 3 } })), [
    "Launch next",
    null,
    "This is the last step.",
  ]);
  assert.deepEqual(big(scene({ session: { state: "ended" } })), [
    "Launch next",
    null,
    "The session is over.",
  ]);
});

test("the big button passes over skipped steps", () => {
  const items = [...steps().slice(0, 2), item(3, "Left out", { state: "skipped" }), item(4, "End")];
  assert.equal(launchButton(scene({ items })).says, "Launch next: End");
});

test("without steps the big button says so", () => {
  const empty = scene({ items: [], session: { current_item_id: null } });
  assert.equal(launchButton(empty).off, "There are no steps yet.");
});

test("back goes to the step before, over skipped ones", () => {
  assert.deepEqual(backButton(scene()).act, {
    name: "go_to_item",
    args: { version: 5, item_id: 1 },
  });
  const first = scene({ session: { current_item_id: 1 } });
  assert.equal(backButton(first).off, "There is no step before this one.");
});

test("a step can be gone to, skipped, and given minutes; the live one cannot be gone to", () => {
  const all = scene();
  const ids = (at: number) => {
    const one = all.items[at];
    return one ? itemButtons(all, one).map((button) => button.id) : [];
  };
  const minutes = ["minutes-5", "minutes-1", "minutes1", "minutes5"];
  assert.deepEqual(ids(0), ["go", ...minutes], "a step that is done");
  assert.deepEqual(ids(1), ["skip", ...minutes], "the live step");
  assert.deepEqual(ids(2), ["go", "skip", ...minutes], "a step ahead");
});

test("a skipped step can be taken in again", () => {
  const items = [item(2, "Barriers", { state: "live" }), item(3, "Left out", { state: "skipped" })];
  const left = scene({ items });
  assert.deepEqual(
    itemButtons(left, items[1] as (typeof items)[number])
      .slice(0, 2)
      .map((button) => button.says),
    ["Go to this step", "Take in again"],
  );
});

test("before the start steps wait; after the end there is nothing to press", () => {
  const lobby = scene({ session: { state: "open", current_item_id: null } });
  const third = lobby.items[2] as (typeof lobby.items)[number];
  assert.equal(itemButtons(lobby, third)[0]?.off, "Start the session first.");
  assert.deepEqual(itemButtons(scene({ session: { state: "ended" } }), third), []);
  assert.deepEqual(barButtons(scene({ session: { state: "ended" } })), []);
});

test("a step keeps at least one minute", () => {
  const short = scene({ items: [item(2, "Short", { minutes: 2, state: "live" })] });
  const offs = itemButtons(short, short.items[0] as (typeof short.items)[number]).map(
    (button) => [button.id, button.off] as const,
  );
  assert.deepEqual(offs.slice(1), [
    ["minutes-5", "A step needs at least one minute."],
    ["minutes-1", null],
    ["minutes1", null],
    ["minutes5", null],
  ]);
});

test("a question is opened, closed, reopened; results are shown to each audience apart", () => {
  const says = (changes: Parameters<typeof poll>[2]) =>
    activityButtons({ key: "poll:11", kind: "poll", poll: poll(11, "Q", changes) }).map(
      (button) => button.says,
    );
  assert.deepEqual(says({ state: "ready" }), ["Open voting"]);
  assert.deepEqual(says({ state: "open" }), [
    "Close voting",
    "Show results on big screen",
    "Show results on phones",
  ]);
  assert.deepEqual(says({ state: "closed", is_on_stage: true }), [
    "Reopen voting",
    "Hide results from big screen",
    "Show results on phones",
  ]);
});

test("the version that was seen travels with the act", () => {
  const [close, stage] = activityButtons({
    key: "poll:11",
    kind: "poll",
    poll: poll(11, "Q", { state: "open", version: 9 }),
  });
  assert.deepEqual(close?.act, { name: "close_poll", args: { poll_id: 11, version: 9 } });
  assert.deepEqual(stage?.act, {
    name: "show_results",
    args: { poll_id: 11, version: 9, to: "stage", shown: true },
  });
});

test("a board takes ideas in silence until it is revealed", () => {
  const says = (changes: Parameters<typeof board>[0]) =>
    activityButtons({ key: "board:31", kind: "board", board: board(changes) }).map(
      (button) => button.says,
    );
  assert.deepEqual(says({ state: "ready" }), ["Open for ideas"]);
  assert.deepEqual(says({ state: "open" }), ["Stop taking ideas", "Reveal ideas to everybody"]);
  assert.deepEqual(says({ state: "closed", is_revealed: true }), [
    "Take ideas again",
    "Back to silent writing",
    "Let people give points",
  ]);
  assert.deepEqual(says({ state: "open", is_revealed: true, is_voting: true }), [
    "End the voting",
    "Stop taking ideas",
  ]);
});

test("the bar blanks the big screen, shows how to join, and locks the doors", () => {
  const blank = barButtons(scene({ session: { stage_view: "blank" } }));
  assert.deepEqual(
    blank.map((button) => [button.id, button.pressed]),
    [
      ["blank", true],
      ["join", false],
      ["lock", undefined],
    ],
  );
  assert.deepEqual(blank[0]?.act, { name: "set_stage", args: { version: 5, view: "auto" } });
  assert.deepEqual(blank[1]?.act, { name: "set_stage", args: { version: 5, view: "join" } });
  const draft = barButtons(scene({ session: { state: "draft" } }));
  assert.equal(draft[2]?.off, "The doors are not open yet.");
});

test("a note needs words, and can be taken away", () => {
  const note = (text: string) => {
    const { act, off } = noteButton(scene(), text, 20);
    return [act?.args, off];
  };
  assert.deepEqual(note(" Back at 15:32 "), [{ version: 5, text: "Back at 15:32" }, null]);
  assert.equal(note("  ")[1], "Write something first.");
  assert.equal(note("We continue at 15:32.")[1], "1 character too many");
  assert.deepEqual(takeNoteButton(scene()).act?.args, { version: 5, text: "" });
});

test("the session ends only after the word was typed", () => {
  assert.equal(endButton(scene(), "en").off, "Type END first.");
  assert.deepEqual(endButton(scene(), " end ").act, {
    name: "end_session",
    args: { version: 5, confirm: "END" },
  });
  assert.equal(endButton(scene(), " end ").off, null);
});

test("an idea is pinned and hidden on the board, shown again when hidden, requeued when declined", () => {
  const says = (changes: Parameters<typeof post>[1]) =>
    postButtons(post(7, changes)).map((button) => button.says);
  assert.deepEqual(says({ state: "approved" }), ["Pin", "Hide"]);
  assert.deepEqual(says({ state: "approved", is_pinned: true }), ["Unpin", "Hide"]);
  assert.deepEqual(says({ state: "hidden" }), ["Show again"]);
  assert.deepEqual(says({ state: "declined" }), ["Put back into the queue"]);
});
