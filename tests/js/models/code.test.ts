import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ALPHABET,
  CODE_LENGTH,
  codeProblem,
  groupCode,
  normaliseCode,
} from "../../../static/src/models/code.ts";

test("28 symbols that cannot be taken for one another", () => {
  assert.equal(new Set(ALPHABET).size, 28);
  for (const symbol of "0O1ILUVE") assert.equal(ALPHABET.includes(symbol), false, symbol);
  assert.equal(CODE_LENGTH, 6);
});

for (const typed of [
  "K7P4QM",
  "k7p4qm",
  " K7P 4QM ",
  "k7p-4qm",
  "K7P\u20114QM",
  "K7P – 4QM.",
  "https://facilitator.example/j/K7P4QM",
  "facilitator.example/j/k7p4qm?from=mail",
  "https://facilitator.example/?code=K7P-4QM",
]) {
  test(`"${typed}" is the code K7P4QM`, () => {
    assert.equal(normaliseCode(typed), "K7P4QM");
    assert.equal(codeProblem(normaliseCode(typed)), null);
  });
}

test("what is wrong with a code is said in words", () => {
  assert.equal(codeProblem("K7P"), "3 characters are missing. The code has 6.");
  assert.equal(codeProblem("K7P4Q"), "1 character is missing. The code has 6.");
  assert.equal(codeProblem("K7P4QMM"), "The code has 6 characters. Check the code on the screen.");
  assert.equal(
    codeProblem("K0P4OM"),
    "A code has no 0 or O. Check the code on the screen: it uses only letters and digits that look different.",
  );
});

test("a code is shown in two groups", () => {
  assert.equal(groupCode("K7P4QM"), "K7P-4QM");
  assert.equal(groupCode("K7P"), "K7P");
});
