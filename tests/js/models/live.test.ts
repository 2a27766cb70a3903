import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ack, Nack } from "../../../static/src/generated/contract.ts";
import { LiveSession } from "../../../static/src/models/live.ts";
import { FakeStore } from "../fakes/store.ts";
import {
  board,
  change,
  item,
  nobody,
  ownAnswer,
  poll,
  post,
  START,
  session,
  snapshot,
} from "../fakes/story.ts";
import { FakeTimers } from "../fakes/time.ts";
import { FakeWire } from "../fakes/wire.ts";

const CHOICE = { poll_id: 9, answer: { kind: "choice", option_ids: [11], other_text: null } };

/** A page in the session, with the server's end in the test's hand. */
function open() {
  const timers = new FakeTimers();
  const [socket, http, store] = [new FakeWire(), new FakeWire(), new FakeStore()];
  let ids = 0;
  let drafts: Record<string, unknown> = {};
  const ports = {
    timers,
    socket: socket.make,
    http: http.make,
    outbox: store,
    drafts: {
      read: () => drafts,
      write: (newDrafts: Record<string, unknown>) => {
        drafts = newDrafts;
      },
    },
    newId: () => `op-${String(++ids).padStart(19, "0")}`,
  };
  const page = new LiveSession(ports).start();
  return { timers, socket, http, store, page, ports };
}

test("a page follows the session from the snapshot on", () => {
  const { socket, page } = open();
  assert.equal(page.session(), null);
  assert.deepEqual(page.agenda(), []);
  socket.says.up();
  socket.says.state(snapshot(3));
  assert.equal(page.connection.value, "connected");
  assert.equal(page.currentItem()?.title, "Step 1");
  socket.says.state(
    change(3, 4, { topics: { session: session({ current_item_id: 2 }), "poll:9": poll(9) } }),
  );
  assert.equal(page.currentItem()?.title, "Step 2");
  assert.equal(page.poll(9)?.title, "What holds people back?");
  assert.equal(page.poll(10), null);
  assert.equal(page.board(21), null);
});

test("ideas stand pinned first, then in the order they came, each on its board", () => {
  const { socket, page } = open();
  socket.says.up();
  const posts = {
    1: post(1),
    2: post(2, { is_pinned: true }),
    3: post(3, { board_id: 22 }),
    4: post(4),
  };
  const own = { id: 4, board_id: 21, column_id: 31, text: "Mine", language: "en", at_ms: START };
  const me = {
    ...nobody(),
    posts: { 4: { ...own, status: "shown" as const, merged_into_id: null } },
  };
  socket.says.state(snapshot(3, { topics: { "board:21": board(21) }, posts, me }));
  assert.deepEqual(
    page.posts(21).map(({ id }) => id),
    [2, 1, 4],
  );
  assert.deepEqual(
    page.ownPosts(21).map(({ text }) => text),
    ["Mine"],
  );
  assert.deepEqual(page.ownPosts(22), []);
});

test("after a gap the server's word counts, even if it was restored to an earlier state", () => {
  const { socket, page } = open();
  socket.says.up();
  socket.says.state(snapshot(9, { posts: { 1: post(1) } }));
  socket.fail();
  assert.equal(page.state.value?.rev, 9, "the last picture stays");
  socket.says.up();
  socket.says.state(snapshot(7));
  assert.equal(page.state.value?.rev, 7);
});

test("moderators see who is there and what was done last", () => {
  const { socket, page } = open();
  socket.says.up();
  const act = { id: 1, at_ms: START, by: "Ines", act: "open_poll", what: "Barriers" };
  socket.says.state(snapshot(3, { topics: { acts: { acts: [act] } }, me: null }));
  assert.deepEqual(page.acts(), [act]);
  const room = {
    now_ms: START,
    participants: 40,
    over_http: 2,
    unsent: 1,
    trouble: 0,
    moderators: ["Ines"],
    speakers: [],
    stages: [],
    voices: [],
  };
  socket.says.room(room);
  assert.deepEqual(page.room.value, room);
});

test("an answer: sending, saved by the acknowledgement, and still saved after a reload", async () => {
  const { socket, page, timers, ports } = open();
  socket.says.up();
  socket.says.state(snapshot(3, { topics: { "poll:9": poll(9) } }));
  assert.deepEqual(page.answerStatus(9), { state: "idle" });
  const me = { ...nobody(), responses: { 9: ownAnswer([11]) } };
  const ack: Ack = { ok: true, rev: 4, at_ms: START, receipt: "7QK2", me };
  socket.replies.act = async () => ack;
  page.outbox.send("respond", CHOICE, "poll:9");
  assert.equal(page.answerStatus(9).state, "sending");
  await timers.pass(0);
  assert.equal(page.answerStatus(9).state, "saved");
  assert.deepEqual(page.ownAnswer(9), ownAnswer([11]));
  page.close();
  const again = new LiveSession(ports).start();
  socket.says.up();
  socket.says.state(snapshot(4, { topics: { "poll:9": poll(9) }, me }));
  assert.deepEqual(again.answerStatus(9), { state: "saved", at_ms: START, receipt: "7QK2" });
});

test("the event me changes the own part alone", () => {
  const { socket, page } = open();
  socket.says.up();
  socket.says.state(snapshot(3));
  socket.says.me(5, { ...nobody(), supports: { 4: true }, questions: {}, upvotes: {} });
  assert.deepEqual(page.me()?.supports, { 4: true });
  assert.equal(page.state.value?.rev, 3);
});

test("a gap fetches a fresh snapshot, asking again until it comes", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  socket.says.state(snapshot(3));
  const asked: (number | null)[] = [];
  socket.replies.state = async (since) => {
    asked.push(since);
    if (asked.length < 3) throw new Error("lost");
    return snapshot(8, { posts: { 1: post(1) } });
  };
  socket.says.state(change(7, 9, { posts: { 2: post(2) } }));
  await timers.pass(10_000);
  assert.deepEqual(asked, [null, null, null]);
  assert.equal(page.state.value?.rev, 9);
  assert.deepEqual(Object.keys(page.state.value?.posts ?? {}), ["1", "2"]);
});

test("unsent answers are reported to the hosts when they become late, and when they are gone", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  socket.says.state(snapshot(3));
  let release: (reply: Ack | Nack) => void = () => {};
  socket.replies.act = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  page.outbox.send("respond", CHOICE, "poll:9");
  await timers.pass(2_000);
  assert.deepEqual(socket.told, [], "a quick answer is no news");
  await timers.pass(1_000);
  assert.deepEqual(socket.told, [["report", { unsent: 1 }]]);
  release({ ok: true, rev: 4, at_ms: START, receipt: "7QK2", me: null });
  await timers.pass(0);
  assert.deepEqual(socket.told.at(-1), ["report", { unsent: 0 }]);
  assert.equal(socket.told.length, 2);
});

test("the stage says what it shows at once and every 2 s", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  page.echo("Poll 3");
  await timers.pass(4_000);
  page.echo("Poll 4");
  const echoes = socket.told.map(([, body]) => (body as { showing: string }).showing);
  assert.deepEqual(echoes, ["Poll 3", "Poll 3", "Poll 3", "Poll 4"]);
});

test("an act without a connection is refused here, and nothing is sent later", async () => {
  const { socket, page } = open();
  const reply = await page.act("open_poll", { poll_id: 9, version: 1 });
  assert.equal(reply.ok, false);
  assert.equal((reply as Nack).code, "offline");
  socket.says.up();
  assert.deepEqual(socket.acted, []);
});

test("an act whose reply is lost is asked once more with the same number", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  socket.replies.act = () => Promise.reject(new Error("lost"));
  const pending = page.act("open_poll", { poll_id: 9, version: 1 });
  socket.fail();
  await timers.pass(3_000);
  const ack: Ack = { ok: true, rev: 4, at_ms: START, receipt: "7QK2", me: null };
  socket.replies.act = async () => ack;
  socket.says.up();
  await timers.pass(1_000);
  assert.deepEqual(await pending, ack);
  assert.equal(socket.acted.length, 2);
  assert.equal(socket.acted[0]?.op_id, socket.acted[1]?.op_id);
});

test("an act that nobody answers is not pretended", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  const pending = page.act("open_poll", { poll_id: 9, version: 1 });
  await timers.pass(20_000);
  const reply = (await pending) as Nack;
  assert.equal(reply.code, "no_answer");
  assert.equal(socket.acted.length, 2);
});

test("a session that is over for this person: the reason is shown and nothing is tried", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  socket.says.state(snapshot(3));
  const bye = { code: "removed", message: "The host has removed you.", retry_in_ms: null };
  socket.says.bye(bye);
  assert.deepEqual(page.bye.value, bye);
  assert.equal(page.connection.value, "offline");
  page.outbox.send("respond", CHOICE, "poll:9");
  await timers.pass(600_000);
  assert.deepEqual(socket.acted, []);
  assert.equal(socket.opened, 1);
});

test("an hour wrong and asleep for ten minutes: the clock is right and the connection is new", async () => {
  const { socket, page, timers } = open();
  timers.sleep(-3_600_000);
  socket.replies.clock = async () => ({ now_ms: START + timers.ticks() });
  socket.says.up();
  await timers.pass(1_000);
  assert.equal(page.clock.now(), START + timers.ticks());
  timers.sleep(600_000);
  socket.replies.clock = async () => ({ now_ms: START + timers.ticks() + 600_000 });
  await timers.pass(1_000);
  assert.equal(socket.opened, 2, "a server does not wait for ten minutes");
  socket.says.up();
  await timers.pass(1_000);
  assert.equal(page.clock.now(), START + timers.ticks() + 600_000);
});

test("over HTTP the same page works: state, answers and clock", async () => {
  const { socket, http, page, timers } = open();
  socket.fail();
  await timers.pass(4_000);
  http.says.up();
  http.says.state(snapshot(3, { topics: { "poll:9": poll(9), agenda: { items: [item(1)] } } }));
  assert.equal(page.connection.value, "over_http");
  assert.equal(page.poll(9)?.id, 9);
  page.outbox.send("respond", CHOICE, "poll:9");
  assert.deepEqual(
    http.acted.map(({ name }) => name),
    ["respond"],
  );
});

test("a draft outlives the page", () => {
  const { page, ports } = open();
  page.drafts.put("idea:21", "Half of an id");
  page.close();
  const again = new LiveSession(ports);
  assert.equal(again.drafts.get("idea:21"), "Half of an id");
});

test("a closed page lets no timer run", async () => {
  const { socket, page, timers } = open();
  socket.says.up();
  page.echo("Poll 3");
  page.outbox.send("respond", CHOICE, "poll:9");
  await timers.pass(500);
  page.close();
  await timers.pass(60_000);
  assert.equal(timers.pending, 0);
});
