import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Act,
  inverse,
  seenAt,
  targetOf,
  told,
  versionAfter,
} from "../../../static/src/models/control/acts.ts";
import { item, poll, post, scene } from "./scenes.ts";

const launch: Act = { name: "go_to_item", args: { version: 5, item_id: 3 } };

test("launching is undone by going back to the step that was live", () => {
  assert.deepEqual(inverse(launch, scene()), {
    name: "go_to_item",
    args: { version: 6, item_id: 2, taken_back: true },
  });
});

test("starting, ending and opening the doors cannot be undone", () => {
  for (const act of [
    { name: "open_doors", args: { version: 5 } },
    { name: "start_session", args: { version: 5 } },
    { name: "end_session", args: { version: 5, confirm: "END" } },
  ] satisfies Act[]) {
    assert.equal(inverse(act, scene()), null, act.name);
  }
});

test("closing is undone by reopening, opening by closing, with the version after the act", () => {
  const args = { poll_id: 11, version: 1 };
  const after = { poll_id: 11, version: 2 };
  assert.deepEqual(inverse({ name: "close_poll", args }, scene()), {
    name: "reopen_poll",
    args: after,
  });
  assert.deepEqual(inverse({ name: "open_poll", args }, scene()), {
    name: "close_poll",
    args: after,
  });
  assert.deepEqual(inverse({ name: "reopen_poll", args }, scene()), {
    name: "close_poll",
    args: after,
  });
});

test("showing results is undone for the same audience only", () => {
  const args = { poll_id: 11, version: 4, to: "stage", shown: true } as const;
  assert.deepEqual(inverse({ name: "show_results", args }, scene()), {
    name: "show_results",
    args: { poll_id: 11, version: 5, to: "stage", shown: false },
  });
});

test("a review is undone to what the idea was before", () => {
  const before = scene({ posts: [post(7, { state: "hidden", version: 2 })] });
  const args = { post_id: 7, version: 2, state: "approved" } as const;
  assert.deepEqual(inverse({ name: "review_post", args }, before), {
    name: "review_post",
    args: { post_id: 7, version: 3, state: "hidden" },
  });
  assert.equal(inverse({ name: "review_post", args }, scene()), null, "an idea that is gone");
});

test("a move is undone to the column the idea came from", () => {
  const before = scene({ posts: [post(7, { column_id: 1 })] });
  const act: Act = { name: "move_post", args: { post_id: 7, version: 0, column_id: 2 } };
  assert.deepEqual(inverse(act, before), {
    name: "move_post",
    args: { post_id: 7, version: 1, column_id: 1 },
  });
});

test("the big screen, the note, the minutes, the doors go back to what they were", () => {
  const before = scene({
    session: { stage_view: "join", message: { text: "Back at 15:32", at_ms: 1 } },
  });
  const turned = (act: Act) => inverse(act, before)?.args;
  const five = { version: 5 };
  assert.deepEqual(turned({ name: "set_stage", args: { ...five, view: "blank" } }), {
    version: 6,
    view: "join",
  });
  assert.deepEqual(turned({ name: "send_message", args: { ...five, text: "" } }), {
    version: 6,
    text: "Back at 15:32",
  });
  assert.deepEqual(turned({ name: "add_minutes", args: { ...five, item_id: 2, minutes: 5 } }), {
    version: 6,
    item_id: 2,
    minutes: -5,
  });
  assert.deepEqual(turned({ name: "lock_doors", args: { ...five, locked: true } }), {
    version: 6,
    locked: false,
  });
});

test("skipping the live step is undone by going back to it, another by skipping it again", () => {
  const skip = (item_id: number, version: number): Act => ({
    name: "skip_item",
    args: { version, item_id },
  });
  assert.deepEqual(inverse(skip(2, 5), scene()), {
    name: "go_to_item",
    args: { version: 6, item_id: 2, taken_back: true },
  });
  assert.deepEqual(inverse(skip(3, 5), scene()), skip(3, 6));
  assert.equal(told(skip(3, 5), scene()), "Skipped: Cooperation.");
  const skipped = scene({ items: [item(3, "Cooperation", { state: "skipped" })] });
  assert.equal(told(skip(3, 5), skipped), "Taken in again: Cooperation.");
});

test("boards, pins and hidden answers turn back", () => {
  const board = { board_id: 31, version: 3 };
  const turned = (act: Act) => inverse(act, scene());
  assert.equal(turned({ name: "open_board", args: board })?.name, "close_board");
  assert.equal(turned({ name: "close_board", args: board })?.name, "open_board");
  assert.deepEqual(turned({ name: "reveal_board", args: { ...board, revealed: true } })?.args, {
    board_id: 31,
    version: 4,
    revealed: false,
  });
  assert.deepEqual(
    turned({ name: "pin_post", args: { post_id: 7, version: 0, pinned: true } })?.args,
    { post_id: 7, version: 1, pinned: false },
  );
  assert.deepEqual(
    turned({ name: "hide_quote", args: { poll_id: 11, version: 1, quote_id: 9, hidden: true } })
      ?.args,
    { poll_id: 11, version: 2, quote_id: 9, hidden: false },
  );
});

test("each act names the thing it changes", () => {
  assert.equal(targetOf(launch), "session");
  assert.equal(targetOf({ name: "close_poll", args: { poll_id: 11, version: 1 } }), "poll:11");
  assert.equal(targetOf({ name: "open_board", args: { board_id: 31, version: 1 } }), "board:31");
  assert.equal(
    targetOf({ name: "pin_post", args: { post_id: 7, version: 1, pinned: true } }),
    "post:7",
  );
});

test("an act can be sent as by somebody who saw another version", () => {
  assert.deepEqual(seenAt(launch, 8).args, { version: 8, item_id: 3 });
  assert.equal(versionAfter(launch), 6);
});

test("every act says in words what it did", () => {
  const polls = [poll(11, "What holds people back?")];
  const says = (act: Act) => told(act, scene({ polls }));
  assert.equal(says(launch), "Launched: Cooperation.");
  assert.equal(
    says({ name: "close_poll", args: { poll_id: 11, version: 1 } }),
    "Voting is closed: What holds people back?",
  );
  const shown = { poll_id: 11, version: 1, shown: true };
  assert.equal(
    says({ name: "show_results", args: { ...shown, to: "stage" } }),
    "The results are on the big screen.",
  );
  assert.equal(
    says({ name: "show_results", args: { ...shown, to: "phones", shown: false } }),
    "The results are hidden from the phones.",
  );
  const minutes = (size: number): Act => ({
    name: "add_minutes",
    args: { version: 5, item_id: 2, minutes: size },
  });
  assert.equal(says(minutes(5)), "Added 5 minutes.");
  assert.equal(says(minutes(-1)), "Took off 1 minute.");
});
