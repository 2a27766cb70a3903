import assert from "node:assert/strict";
import { test } from "node:test";
import type { Act } from "../../../static/src/models/control/acts.ts";
import {
  fresh,
  pushed,
  secondsLeft,
  type Undo,
  undone,
} from "../../../static/src/models/control/undo.ts";

const close: Act = { name: "close_poll", args: { poll_id: 11, version: 2 } };
const hide: Act = {
  name: "show_results",
  args: { poll_id: 11, version: 3, to: "stage", shown: false },
};
const back: Act = { name: "go_to_item", args: { version: 6, item_id: 2 } };

function stackOf(...acts: Act[]): Undo[] {
  return acts.reduce<Undo[]>(
    (stack, act) => pushed(stack, { act, says: act.name, at_ms: 1000 }),
    [],
  );
}

test("an act can be undone for ten seconds, not longer", () => {
  const stack = stackOf(close);
  assert.equal(fresh(stack, 10_999).length, 1);
  assert.deepEqual(fresh(stack, 11_000), []);
});

test("seconds are counted down in whole seconds to zero", () => {
  const [entry] = stackOf(close) as [Undo];
  assert.equal(secondsLeft(entry, 1000), 10);
  assert.equal(secondsLeft(entry, 10_999), 1);
  assert.equal(secondsLeft(entry, 12_000), 0);
});

test("an act that nothing turns back empties the stack", () => {
  assert.deepEqual(pushed(stackOf(close), { act: null, says: "Skipped", at_ms: 2000 }), []);
});

test("after an undo, an older act on the same thing starts from the newer version", () => {
  const rest = undone(stackOf(close, back, hide));
  assert.deepEqual(
    rest.map((entry) => entry.act),
    [{ name: "close_poll", args: { poll_id: 11, version: 4 } }, back],
  );
});

test("undoing an empty stack leaves it empty", () => {
  assert.deepEqual(undone([]), []);
});
