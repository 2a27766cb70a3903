import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { join, readDoor } from "../../../static/src/lib/api.ts";
import { HttpWire } from "../../../static/src/lib/http.ts";
import { newId } from "../../../static/src/lib/ids.ts";
import { snapshot } from "../fakes/story.ts";
import { FakeTimers, settle } from "../fakes/time.ts";

interface Asked {
  path: string;
  method: string;
  ticket: string | null;
  body: unknown;
}

const REVOKED = {
  ok: false,
  code: "link_revoked",
  message: "This link was revoked.",
  retry: false,
  details: {},
};

let asked: Asked[] = [];
let reply: (request: Asked) => { status: number; body: unknown } = () => ({ status: 500, body: 0 });
const realFetch = globalThis.fetch;

beforeEach(() => {
  asked = [];
  globalThis.fetch = async (path, init) => {
    const request = {
      path: String(path),
      method: init?.method ?? "GET",
      ticket: new Headers(init?.headers).get("Authorization"),
      body: init?.body ? JSON.parse(String(init.body)) : null,
    };
    asked.push(request);
    const { status, body } = reply(request);
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A wire with the diary of what it said. */
function open() {
  const timers = new FakeTimers();
  const diary: string[] = [];
  const wire = new HttpWire("p.secret", timers, {
    up: () => diary.push("up"),
    down: (refusal) => diary.push(`down ${refusal?.code ?? ""}`.trim()),
    state: ({ rev }) => diary.push(`state ${rev}`),
    me: () => diary.push("me"),
    room: () => diary.push("room"),
    bye: () => diary.push("bye"),
  });
  /** Fetch resolves over more turns than a promise: let it. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      await timers.pass(500);
      await new Promise((resolve) => setImmediate(resolve));
      await settle();
    }
  };
  return { timers, diary, wire, pass };
}

test("it asks for everything first, then every 2 s for what is new", async () => {
  let rev = 3;
  reply = () => ({ status: 200, body: snapshot(rev) });
  const { diary, wire, pass } = open();
  wire.open();
  wire.open();
  await pass(1_000);
  rev = 4;
  await pass(2_000);
  assert.deepEqual(
    asked.map(({ path, ticket }) => [path, ticket]),
    [
      ["/api/state", "Bearer p.secret"],
      ["/api/state?since=3", "Bearer p.secret"],
    ],
  );
  assert.deepEqual(diary, ["up", "state 3", "state 4"]);
  wire.close();
  await pass(10_000);
  assert.equal(asked.length, 2);
});

test("a server that is away is said once, and asked for everything when it is back", async () => {
  let isAway = false;
  reply = () => (isAway ? { status: 502, body: "<html>" } : { status: 200, body: snapshot(3) });
  const { diary, wire, pass } = open();
  wire.open();
  await pass(1_000);
  isAway = true;
  await pass(6_000);
  isAway = false;
  await pass(2_500);
  assert.deepEqual(diary.slice(0, 5), ["up", "state 3", "down", "up", "state 3"]);
  assert.equal(asked.at(-1)?.path.startsWith("/api/state"), true);
  const back = asked.findIndex(({ path }, at) => at > 1 && path === "/api/state");
  assert.ok(back > 0, "a full state after the gap");
  wire.close();
});

test("a way that never worked says nothing, unless it is refused", async () => {
  reply = () => ({ status: 503, body: { ...REVOKED, code: "busy", retry: true } });
  const { diary, wire, pass } = open();
  wire.open();
  await pass(5_000);
  assert.deepEqual(diary, []);
  reply = () => ({ status: 403, body: REVOKED });
  await pass(2_500);
  assert.deepEqual(diary, ["down link_revoked"]);
  wire.close();
});

test("a command is posted, and a refusal is an answer", async () => {
  const ack = { ok: true, rev: 4, at_ms: 0, receipt: "7QK2", me: null };
  reply = () => ({ status: 200, body: ack });
  const { wire } = open();
  const envelope = { op_id: "x".repeat(22), name: "respond", args: { poll_id: 9 } };
  assert.deepEqual(await wire.act(envelope), ack);
  assert.deepEqual(asked[0], {
    path: "/api/act",
    method: "POST",
    ticket: "Bearer p.secret",
    body: envelope,
  });
  reply = () => ({ status: 403, body: REVOKED });
  assert.deepEqual(await wire.act(envelope), REVOKED);
});

test("what is no acknowledgement leaves the outcome open", async () => {
  const { wire } = open();
  const envelope = { op_id: "x".repeat(22), name: "respond", args: {} };
  for (const body of ["<html>", null, {}, 7]) {
    reply = () => ({ status: 200, body });
    await assert.rejects(wire.act(envelope), Error, JSON.stringify(body));
  }
});

test("the clock and the door", async () => {
  reply = ({ path }) => ({ status: 200, body: { path } });
  const { wire } = open();
  assert.deepEqual(await wire.clock(), { path: "/api/clock" });
  assert.deepEqual(await readDoor("K7/P"), { path: "/api/door/K7%2FP" });
  assert.equal(asked[1]?.ticket, null);
  const newcomer = { code: "K7P4QM", group_id: null, name: null, language: "en" };
  await join(newcomer);
  assert.deepEqual(asked[2]?.body, newcomer);
});

test("numbers for commands are 22 characters and never the same", () => {
  const ids = Array.from({ length: 2_000 }, newId);
  assert.equal(new Set(ids).size, 2_000);
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{22}$/);
});
