import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nack } from "../../../static/src/generated/contract.ts";
import type { SendStatus } from "../../../static/src/models/session.ts";
import { answerSays, ideaSays } from "../../../static/src/models/status.ts";
import { timeOfDay } from "../../../static/src/models/words.ts";
import { START } from "../fakes/story.ts";

const CLOSED: Nack = {
  ok: false,
  code: "poll_closed",
  message: "Voting closed before your answer arrived. It was not counted.",
  retry: false,
  details: {},
};

test("an answer: what is shown, and what is said aloud", () => {
  const shown = (status: SendStatus) => {
    const { text, announce, isUrgent } = answerSays(status);
    return [text, announce, isUrgent];
  };
  assert.deepEqual(shown({ state: "idle" }), ["", null, false]);
  assert.deepEqual(shown({ state: "sending" }), ["Sending…", null, false]);
  assert.deepEqual(shown({ state: "saved", at_ms: START }), [
    `Saved ${timeOfDay(START)}`,
    "Answer saved.",
    false,
  ]);
  assert.deepEqual(shown({ state: "not_sent" }), [
    "Not sent yet. Your answer is kept on this device. We keep trying.",
    "Not sent yet, trying again.",
    false,
  ]);
  assert.deepEqual(shown({ state: "refused", nack: CLOSED }), [
    CLOSED.message,
    "Voting has closed; not counted.",
    true,
  ]);
});

test("no promise to keep an answer where the browser refuses to", () => {
  assert.equal(
    answerSays({ state: "not_sent" }, false).text,
    "Not sent yet. This browser cannot keep your answer: leave the page open. We keep trying.",
  );
});

test("an idea: sent for review, or onto the board", () => {
  const review = "Sent. The host reviews ideas before they appear.";
  assert.equal(ideaSays({ state: "saved" }, true).text, review);
  assert.equal(ideaSays({ state: "saved" }, true).announce, review);
  assert.equal(ideaSays({ state: "saved" }, false).text, "Sent. It is on the board.");
  assert.equal(ideaSays({ state: "sending" }, true).text, "Sending…");
  assert.equal(ideaSays({ state: "idle" }, true).text, "");
  assert.equal(
    ideaSays({ state: "not_sent" }, true).text,
    "Not sent yet. Your idea is kept on this device. We keep trying.",
  );
  const closed = { ...CLOSED, code: "board_closed", message: "The board is closed." };
  assert.deepEqual(ideaSays({ state: "refused", nack: closed }, true), {
    text: "The board is closed.",
    announce: "The board is closed.",
    isUrgent: true,
  });
});
