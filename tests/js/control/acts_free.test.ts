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
import { scene } from "./scenes.ts";

const UNIONS = { id: 1, key: "trade-union", title: "Trade union" };
const PAIR: Act = {
  name: "set_pair",
  args: { factor: "option:4", barrier: "option:1", paired: true },
};
const TURN: Act = { name: "count_turn", args: { group_id: 1, taken_back: false } };

test("a pair is undone by taking the two apart, a turn by taking it back", () => {
  assert.deepEqual(inverse(PAIR, scene())?.args, { ...PAIR.args, paired: false });
  assert.deepEqual(inverse(TURN, scene())?.args, { group_id: 1, taken_back: true });
});

test("neither compares a version, so none is sent", () => {
  assert.equal(versionAfter(PAIR), 0);
  assert.deepEqual(seenAt(TURN, 7), TURN);
  assert.equal(targetOf(PAIR), "pair:option:4 option:1");
  assert.equal(targetOf(TURN), "turn");
});

test("each says what it did", () => {
  const there = scene({ session: { groups: [UNIONS] } });
  assert.equal(told(PAIR, there), "Put the two together.");
  assert.equal(told(TURN, there), "Counted a turn: Trade union.");
  const back = inverse(TURN, there);
  assert.equal(back && told(back, there), "Took the turn back.");
  const nobody: Act = { name: "count_turn", args: { group_id: null, taken_back: false } };
  assert.equal(told(nobody, there), "Counted a turn.");
});
