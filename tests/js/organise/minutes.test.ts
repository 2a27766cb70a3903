import assert from "node:assert/strict";
import { test } from "node:test";
import {
  againstTwoHours,
  minutesWords,
  sumOf,
} from "../../../static/src/models/organise/minutes.ts";

test("the sum takes what is a number already, and waits for the rest", () => {
  assert.equal(sumOf(["5", " 15 ", "", "1x", "-3", "2.5", "100"]), 120);
  assert.equal(sumOf([]), 0);
});

test("the sum is held against two hours in words", () => {
  assert.equal(againstTwoHours(120), "This is two hours exactly.");
  assert.equal(againstTwoHours(119), "1 minute less than two hours.");
  assert.equal(againstTwoHours(155), "35 minutes more than two hours.");
  assert.equal(minutesWords(1), "1 minute");
});
