import assert from "node:assert/strict";
import { test } from "node:test";
import { enter } from "../../../static/src/models/entering.ts";
import { FakeTimers } from "../fakes/time.ts";

const REVOKED = {
  ok: false,
  code: "link_revoked",
  message: "This link was revoked.",
  retry: false,
  details: {},
};

/** Ines opens her link; the server's replies come one after the other. */
async function open(token: string, replies: (() => unknown)[]) {
  const timers = new FakeTimers();
  const [asked, told, gone]: [string[], string[], string[]] = [[], [], []];
  void enter(token, {
    timers,
    exchange: async (given) => {
      asked.push(given);
      return replies[Math.min(asked.length, replies.length) - 1]?.();
    },
    go: (url) => gone.push(url),
    tell: (sentence) => told.push(sentence),
  });
  await timers.pass(60_000);
  return { asked, told, gone };
}

const cut = () => {
  throw new Error("no network");
};

test("a good link goes to its page without a word", async () => {
  const { asked, told, gone } = await open("l.secret", [() => ({ url: "/control/abc" })]);
  assert.deepEqual([asked, told, gone], [["l.secret"], [], ["/control/abc"]]);
});

test("a refused link says why, and is not tried again", async () => {
  const { asked, told, gone } = await open("l.secret", [() => REVOKED]);
  assert.deepEqual([asked.length, told, gone], [1, ["This link was revoked."], []]);
});

test("a gap in the network does not use up the link", async () => {
  const { asked, told, gone } = await open("l.secret", [cut, cut, () => ({ url: "/stage/abc" })]);
  assert.equal(asked.length, 3);
  assert.deepEqual(gone, ["/stage/abc"]);
  assert.match(told[0] ?? "", /^Your link could not be checked yet/);
});

test("too many tries: it waits as it is asked to", async () => {
  const fast = { ...REVOKED, code: "too_fast", retry: true, details: { wait_s: 20 } };
  const { asked, gone } = await open("l.secret", [() => fast, () => ({ url: "/control/abc" })]);
  assert.deepEqual([asked.length, gone], [2, ["/control/abc"]]);
});

test("without a token nobody is asked", async () => {
  const { asked, told } = await open("", []);
  assert.deepEqual(asked, []);
  assert.match(told[0] ?? "", /^This link is not complete/);
});

for (const url of [
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  7,
]) {
  test(`an address that is not ours (${url}) is not followed`, async () => {
    const { told, gone } = await open("l.secret", [() => ({ url })]);
    assert.deepEqual(gone, []);
    assert.match(told[0] ?? "", /^Your link could not be opened/);
  });
}
