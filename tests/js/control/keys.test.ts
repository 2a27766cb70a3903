import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ariaKey,
  FIXED_KEYS,
  keyAct,
  type Press,
  SINGLE_KEYS,
  shownKey,
} from "../../../static/src/models/control/keys.ts";

function press(key: string, changes: Partial<Press> = {}): Press {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  return {
    key,
    code,
    ctrl: false,
    alt: false,
    meta: false,
    shift: false,
    inField: false,
    repeated: false,
    ...changes,
  };
}

test("each listed key does what the list says", () => {
  for (const line of SINGLE_KEYS) {
    const shift = line.aria.startsWith("Shift+");
    const letter = line.aria.replace("Shift+", "");
    const key = shift ? letter : letter.toLowerCase();
    assert.equal(keyAct(press(key, { shift }), true), line.act, line.aria);
  }
});

test("no two acts share a key", () => {
  const keys = [...SINGLE_KEYS, ...FIXED_KEYS].map((line) => line.aria);
  assert.equal(new Set(keys).size, keys.length);
});

test("single keys do nothing in a text field, held down, or with Ctrl, Alt or Meta", () => {
  assert.equal(keyAct(press("l"), true), "launch");
  for (const changes of [
    { inField: true },
    { repeated: true },
    { ctrl: true },
    { alt: true },
    { meta: true },
  ]) {
    assert.equal(keyAct(press("l", changes), true), null, JSON.stringify(changes));
  }
});

test("a shifted letter is another key: Shift L does not launch", () => {
  assert.equal(keyAct(press("L", { shift: true }), true), null);
});

test("switched off, single keys do nothing, but F6 and Escape still work", () => {
  assert.equal(keyAct(press("l"), false), null);
  assert.equal(keyAct(press("?", { shift: true }), false), null);
  assert.equal(keyAct(press("F6"), false), "region");
  assert.equal(keyAct(press("F6", { shift: true, inField: true }), false), "region_back");
  assert.equal(keyAct(press("Escape", { inField: true }), false), "escape");
});

test("on a Greek or Bulgarian keyboard the place of the key counts", () => {
  assert.equal(keyAct(press("λ", { code: "KeyL" }), true), "launch");
  assert.equal(keyAct(press("ц", { code: "KeyC" }), true), "close");
});

test("on a French keyboard the letter counts, not its place", () => {
  assert.equal(keyAct(press("q", { code: "KeyA" }), true), "join");
});

test("Space and Enter stay with the focused control", () => {
  assert.equal(keyAct(press("Enter"), true), null);
  assert.equal(keyAct(press(" ", { code: "Space" }), true), null);
});

test("buttons name their key only while keys are on", () => {
  assert.equal(ariaKey("phones", true), "Shift+R");
  assert.equal(shownKey("phones", true), "⇧ R");
  assert.equal(ariaKey("phones", false), undefined);
  assert.equal(shownKey(undefined, true), undefined);
});
