import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bye, Nack } from "../../../static/src/generated/contract.ts";
import { Link } from "../../../static/src/models/link.ts";
import { START } from "../fakes/story.ts";
import { FakeTimers } from "../fakes/time.ts";
import { FakeWire } from "../fakes/wire.ts";

const REVOKED: Nack = {
  ok: false,
  code: "link_revoked",
  message: "This link was revoked.",
  retry: false,
  details: {},
};

/** A link with both its wires, and the diary of what it said. */
function start(seed?: number) {
  const timers = new FakeTimers({ seed });
  const [socket, http] = [new FakeWire(), new FakeWire()];
  const diary: string[] = [];
  const ends: (Bye | Nack)[] = [];
  const link = new Link(timers, socket.make, http.make, {
    up: (way) => diary.push(`up ${way}`),
    down: () => diary.push("down"),
    end: (why) => {
      diary.push(`end ${why.code}`);
      ends.push(why);
    },
    state: ({ rev }) => diary.push(`state ${rev}`),
    me: (rev) => diary.push(`me ${rev}`),
    room: () => diary.push("room"),
  });
  link.start();
  return { timers, socket, http, diary, ends, link };
}

test("the socket connects: HTTP is never asked", async () => {
  const { timers, socket, http, diary } = start();
  assert.equal(socket.opened, 1);
  await timers.pass(3_999);
  socket.says.up();
  await timers.pass(600_000);
  assert.deepEqual(diary, ["up socket"]);
  assert.equal(http.opened, 0);
  assert.equal(timers.pending, 0);
});

test("where WebSockets are blocked, HTTP takes over after 4 s and the socket is tried each 30 s", async () => {
  const { timers, socket, http, diary, link } = start();
  socket.fail();
  await timers.pass(3_999);
  assert.equal(http.opened, 0);
  await timers.pass(1);
  assert.equal(http.opened, 1);
  http.says.up();
  assert.deepEqual(diary, ["up http"]);
  assert.equal(link.way, "http");
  if (socket.isOpen) socket.fail();
  const before = socket.opened;
  for (let round = 0; round < 4; round += 1) {
    await timers.pass(30_000);
    socket.fail();
  }
  assert.equal(socket.opened, before + 4);
  assert.deepEqual(diary, ["up http"], "a failing try disturbs nobody");
  await timers.pass(30_000);
  socket.says.up();
  assert.deepEqual(diary, ["up http", "up socket"]);
  assert.equal(http.isOpen, false);
});

test("a socket that hangs is given up after 10 s and tried again", async () => {
  const { timers, socket } = start();
  await timers.pass(10_000);
  assert.equal(socket.isOpen, false);
  await timers.pass(5_000);
  assert.equal(socket.opened, 2);
});

test("a broken socket comes back by itself within 5 s a try, with jitter", async () => {
  const { timers, socket, diary } = start(7);
  socket.says.up();
  socket.fail();
  assert.deepEqual(diary, ["up socket", "down"]);
  const gaps: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const since = timers.ticks();
    while (!socket.isOpen) await timers.pass(10);
    gaps.push(timers.ticks() - since);
    socket.fail();
  }
  assert.ok((gaps[0] ?? 0) <= 1_010, `first after ${gaps[0]} ms`);
  assert.ok(Math.max(...gaps) <= 5_010);
  assert.ok(new Set(gaps).size > 6, `spread: ${gaps}`);
});

test("a server that was away: HTTP answers first, so the socket is tried soon and not after 30 s", async () => {
  const { timers, socket, http, diary } = start();
  socket.says.up();
  socket.fail();
  for (let round = 0; round < 10; round += 1) {
    await timers.pass(1_000);
    if (socket.isOpen) socket.fail();
  }
  assert.equal(http.isOpen, true);
  http.says.up();
  const before = socket.opened;
  await timers.pass(2_000);
  assert.equal(socket.opened, before + 1);
  socket.says.up();
  assert.deepEqual(diary, ["up socket", "down", "up http", "up socket"]);
});

test("HTTP that comes and goes does not hurry the socket more than once", async () => {
  const { timers, socket, http } = start();
  socket.says.up();
  socket.fail();
  for (let round = 0; round < 5; round += 1) {
    await timers.pass(1_000);
    if (socket.isOpen) socket.fail();
  }
  http.says.up();
  await timers.pass(2_000);
  socket.fail();
  const before = socket.opened;
  http.says.up();
  await timers.pass(29_000);
  assert.equal(socket.opened, before);
});

test("HTTP that fails before it ever worked does not put off the socket", async () => {
  const { timers, socket, http } = start();
  socket.fail();
  await timers.pass(4_000);
  const before = socket.opened;
  for (let round = 0; round < 10; round += 1) {
    http.says.down(null);
    if (socket.isOpen) socket.fail();
    await timers.pass(500);
  }
  assert.ok(socket.opened > before);
});

test("HTTP that breaks is said, and works again by itself", async () => {
  const { timers, socket, http, diary } = start();
  socket.fail();
  await timers.pass(4_000);
  http.says.up();
  http.says.down(null);
  http.says.up();
  assert.deepEqual(diary, ["up http", "down", "up http"]);
});

test("a revoked link ends it for good, over either way", async () => {
  for (const way of ["socket", "http"] as const) {
    const all = start();
    all.socket.fail(way === "socket" ? REVOKED : null);
    await all.timers.pass(4_000);
    if (way === "http") all.http.says.down(REVOKED);
    assert.deepEqual(all.diary, ["end link_revoked"], way);
    assert.deepEqual(all.ends, [REVOKED], way);
    await all.timers.pass(600_000);
    assert.equal(all.http.isOpen, false);
    assert.equal(all.timers.pending, 0);
  }
});

test("a refusal that asks to wait is obeyed, with jitter", async () => {
  const waits = new Set<number>();
  for (const seed of [1, 2, 3]) {
    const { timers, socket } = start(seed);
    const since = timers.ticks();
    socket.fail({ ...REVOKED, code: "too_fast", retry: true, details: { wait_s: 20 } });
    while (socket.opened < 2) await timers.pass(10);
    waits.add(timers.ticks() - since);
  }
  assert.ok(Math.min(...waits) >= 20_000 && Math.max(...waits) <= 21_010);
  assert.equal(waits.size, 3, "not all in the same moment");
});

test("removed: goodbye without return", async () => {
  const { timers, socket, diary } = start();
  socket.says.up();
  socket.says.bye({ code: "removed", message: "The host has removed you.", retry_in_ms: null });
  await timers.pass(600_000);
  assert.deepEqual(diary, ["up socket", "down", "end removed"]);
  assert.equal(socket.opened, 1);
});

test("restarting: back when the server said, not before, and not over HTTP meanwhile", async () => {
  const { timers, socket, http, diary } = start(3);
  socket.says.up();
  socket.says.bye({ code: "restarting", message: "Back soon.", retry_in_ms: 6_000 });
  assert.deepEqual(diary, ["up socket", "down"]);
  await timers.pass(5_999);
  assert.equal(socket.opened, 1);
  assert.equal(http.opened, 0);
  await timers.pass(1_001);
  assert.equal(socket.opened, 2);
});

test("500 people come back spread over a second", async () => {
  const moments: number[] = [];
  for (let seed = 1; seed <= 500; seed += 1) {
    const { timers, socket } = start(seed);
    socket.says.up();
    const since = timers.ticks();
    socket.says.bye({ code: "restarting", message: "Back soon.", retry_in_ms: 1_000 });
    await timers.pass(500);
    for (let step = 0; step < 30 && !socket.isOpen; step += 1) await timers.pass(50);
    moments.push(timers.ticks() - since);
  }
  const perTenth = new Map<number, number>();
  for (const moment of moments) {
    const tenth = Math.floor(moment / 100);
    perTenth.set(tenth, (perTenth.get(tenth) ?? 0) + 1);
  }
  assert.ok(Math.max(...moments) <= 2_050);
  assert.ok(Math.max(...perTenth.values()) < 120, "no wave");
});

test("try now: at once when there is no connection", async () => {
  const { timers, socket, link } = start();
  socket.says.up();
  socket.fail();
  await link.tryNow();
  assert.equal(socket.opened, 2);
  await link.tryNow();
  assert.equal(socket.opened, 2, "one try at a time");
  socket.fail();
  await timers.pass(0);
});

test("try now: a live socket stays, a dead one is replaced after 2 s", async () => {
  const { timers, socket, diary, link } = start();
  socket.says.up();
  socket.replies.clock = async () => ({ now_ms: START });
  await link.tryNow();
  assert.deepEqual(diary, ["up socket"]);
  socket.replies.clock = () => new Promise(() => {});
  const tried = link.tryNow();
  await timers.pass(2_000);
  await tried;
  assert.deepEqual(diary, ["up socket", "down"]);
  assert.equal(socket.opened, 2);
});

test("after a sleep that no server waits for, it connects without asking", async () => {
  const { socket, diary, link } = start();
  socket.says.up();
  await link.tryNow(true);
  assert.deepEqual(diary, ["up socket", "down"]);
  assert.equal(socket.opened, 2);
});

test("questions without a way are refused, and telling is forgotten", async () => {
  const { socket, http, link } = start();
  await assert.rejects(link.clock(), /no way/);
  await assert.rejects(link.state(null), /no way/);
  await assert.rejects(link.act({ op_id: "x", name: "respond", args: {} }), /no way/);
  link.tell("echo", { showing: "Poll 3" });
  assert.deepEqual([socket.told, http.told], [[], []]);
  socket.says.up();
  link.tell("echo", { showing: "Poll 3" });
  assert.deepEqual(socket.told, [["echo", { showing: "Poll 3" }]]);
});

test("a closed link lets no timer run and tries nothing", async () => {
  const { timers, socket, http, link } = start();
  socket.fail();
  link.close();
  await link.tryNow();
  await timers.pass(600_000);
  assert.equal(timers.pending, 0);
  assert.deepEqual([socket.opened, http.opened], [1, 0]);
});
