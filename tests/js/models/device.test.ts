import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../../../static/src/models/device.ts";
import type { KeptItem } from "../../../static/src/models/outbox_slot.ts";
import { FakeShelf } from "../fakes/store.ts";

function kept(op_id: string, text = "Share trainers"): KeptItem {
  const args = { board_id: 21, column_id: 31, text, language: "en" };
  return { op_id, key: `idea:${op_id}`, name: "send_post", args };
}

test("ticket, unsent ideas and drafts are there at the next visit", () => {
  const shelf = new FakeShelf();
  const device = new Device("K7P4QM", shelf);
  assert.equal(device.ticket, null);
  device.keepTicket("p.secret");
  device.outbox.put(kept("one"));
  device.outbox.put(kept("two"));
  device.outbox.put(kept("one", "Share our trainers"));
  device.outbox.remove("nothing");
  device.drafts.write({ "idea:21": "Half of an id" });
  const next = new Device("K7P4QM", shelf);
  assert.equal(next.ticket, "p.secret");
  assert.deepEqual(next.outbox.list(), [kept("one", "Share our trainers"), kept("two")]);
  assert.deepEqual(next.drafts.read(), { "idea:21": "Half of an id" });
  assert.equal(next.outbox.isKept, true);
  next.outbox.remove("one");
  assert.deepEqual(device.outbox.list(), [kept("two")]);
});

test("two tabs do not wipe out each other's unsent ideas", () => {
  const shelf = new FakeShelf();
  const [first, second] = [new Device("K7P4QM", shelf), new Device("K7P4QM", shelf)];
  first.outbox.put(kept("one"));
  second.outbox.put(kept("two"));
  first.keepTicket("p.secret");
  second.outbox.remove("two");
  assert.deepEqual(first.outbox.list(), [kept("one")]);
  assert.equal(second.ticket, "p.secret");
});

test("another session on the same device has its own", () => {
  const shelf = new FakeShelf();
  new Device("K7P4QM", shelf).keepTicket("p.secret");
  assert.equal(new Device("XXXXXX", shelf).ticket, null);
});

test("deleting my data leaves nothing", () => {
  const shelf = new FakeShelf();
  const device = new Device("K7P4QM", shelf);
  device.keepTicket("p.secret");
  device.drafts.write({ a: "b" });
  device.outbox.put(kept("one"));
  device.erase();
  assert.deepEqual([...shelf.values], []);
  assert.equal(device.ticket, null);
  assert.deepEqual(device.outbox.list(), []);
});

test("where storage is refused, all works until the page goes, and it is said", () => {
  const refusing = new FakeShelf();
  refusing.isRefused = true;
  for (const shelf of [null, refusing]) {
    const device = new Device("K7P4QM", shelf);
    device.keepTicket("p.secret");
    device.outbox.put(kept("one"));
    assert.equal(device.ticket, "p.secret");
    assert.deepEqual(device.outbox.list(), [kept("one")]);
    assert.equal(device.outbox.isKept, false);
    device.outbox.remove("one");
    assert.deepEqual(device.outbox.list(), []);
  }
});

test("storage that gets full keeps the newest in memory", () => {
  const shelf = new FakeShelf();
  const device = new Device("K7P4QM", shelf);
  device.outbox.put(kept("one"));
  shelf.isFull = true;
  device.outbox.put(kept("two"));
  assert.equal(device.outbox.isKept, false);
  shelf.isFull = false;
  assert.deepEqual(device.outbox.list(), [kept("one"), kept("two")]);
  device.outbox.put(kept("three"));
  assert.equal(device.outbox.isKept, true);
  assert.equal(new Device("K7P4QM", shelf).outbox.list().length, 3);
});

for (const rubbish of [
  "",
  "{",
  "[]",
  "7",
  '{"ticket": 7, "unsent": "x"}',
  '{"unsent": [null, {}]}',
]) {
  test(`what somebody else wrote there (${rubbish}) is no harm`, () => {
    const shelf = new FakeShelf();
    shelf.setItem("facilitator:K7P4QM", rubbish);
    shelf.setItem("facilitator:K7P4QM:drafts", rubbish);
    const device = new Device("K7P4QM", shelf);
    assert.equal(device.ticket, null);
    assert.deepEqual(device.outbox.list(), []);
    device.outbox.put(kept("one"));
    assert.deepEqual(device.outbox.list(), [kept("one")]);
    assert.equal(typeof device.drafts.read(), "object");
  });
}
