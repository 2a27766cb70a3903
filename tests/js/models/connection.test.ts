import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectionState } from "../../../static/src/models/connection.ts";
import { bannerSays, connectionSays } from "../../../static/src/models/status.ts";
import { FakeTimers } from "../fakes/time.ts";

function start() {
  const timers = new FakeTimers();
  const words = new ConnectionState(timers);
  const both = () => [words.connection.value, words.banner.value];
  return { timers, words, both };
}

test("a first connection that works is announced by the pill alone", async () => {
  const { timers, words, both } = start();
  assert.deepEqual(both(), ["connecting", "none"]);
  await timers.pass(1_000);
  words.up("socket");
  assert.deepEqual(both(), ["connected", "none"]);
  assert.equal(timers.pending, 0);
});

test("a gap: 2 s nothing, then the pill, after 5 s the banner, after 30 s offline", async () => {
  const { timers, words, both } = start();
  words.up("socket");
  words.down();
  await timers.pass(1_999);
  assert.deepEqual(both(), ["connected", "none"]);
  await timers.pass(1);
  assert.deepEqual(both(), ["reconnecting", "none"]);
  await timers.pass(3_000);
  assert.deepEqual(both(), ["reconnecting", "reconnecting"]);
  words.down();
  await timers.pass(24_999);
  assert.deepEqual(both(), ["reconnecting", "reconnecting"]);
  await timers.pass(1);
  assert.deepEqual(both(), ["offline", "offline"]);
  words.up("http");
  assert.deepEqual(both(), ["over_http", "none"]);
});

test("a page that never connects says so after 30 s", async () => {
  const { timers, both } = start();
  await timers.pass(29_000);
  assert.deepEqual(both(), ["connecting", "reconnecting"]);
  await timers.pass(1_000);
  assert.deepEqual(both(), ["offline", "offline"]);
});

test("the end is offline at once; a closed page changes no more", async () => {
  const { timers, words, both } = start();
  words.up("socket");
  words.stop();
  words.down();
  await timers.pass(10_000);
  assert.deepEqual(both(), ["offline", "offline"]);
  const other = start();
  other.words.up("socket");
  other.words.down();
  other.words.close();
  await other.timers.pass(60_000);
  assert.deepEqual(other.both(), ["connected", "none"]);
  assert.equal(timers.pending + other.timers.pending, 0);
});

test("each state has its words", () => {
  assert.equal(connectionSays("connected"), "Connected");
  assert.equal(connectionSays("over_http"), "Connected, updates every 2 seconds");
  assert.equal(bannerSays("none"), null);
  assert.equal(bannerSays("reconnecting"), "Reconnecting… Your answers are kept.");
});
