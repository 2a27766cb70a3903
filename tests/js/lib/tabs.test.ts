import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type Tabs, watchTabs } from "../../../static/src/lib/tabs.ts";
import { FakeTimers } from "../fakes/time.ts";

/**
 * Channels of one browser: what one tab says, the others hear before the next turn. With `isSlow`
 * also those hear it that opened in between.
 */
class Channel {
  static all: Channel[] = [];
  static isSlow = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    Channel.all = [...Channel.all, this];
  }

  postMessage(data: unknown): void {
    const now = Channel.all;
    queueMicrotask(() => {
      const heard = Channel.isSlow ? Channel.all : now;
      const others = heard.filter((one) => one !== this && one.name === this.name);
      for (const other of others) other.onmessage?.({ data });
    });
  }

  close(): void {
    Channel.all = Channel.all.filter((one) => one !== this);
  }
}

const real = globalThis.BroadcastChannel;

beforeEach(() => {
  Channel.all = [];
  Reflect.set(globalThis, "BroadcastChannel", Channel);
});

afterEach(() => {
  Reflect.set(globalThis, "BroadcastChannel", real);
});

const elsewhere = (...tabs: Tabs[]) => tabs.map((tab) => tab.elsewhere.value);

test("the first tab has the session, a second one is told so and may take it over", async () => {
  const timers = new FakeTimers();
  const first = watchTabs("K7P4QM", timers);
  await timers.pass(150);
  assert.deepEqual(elsewhere(first), [false]);
  const second = watchTabs("K7P4QM", timers);
  await timers.pass(150);
  assert.deepEqual(elsewhere(first, second), [false, true]);
  second.useHere();
  await timers.pass(0);
  assert.deepEqual(elsewhere(first, second), [true, false]);
});

test("of two tabs that open in the same moment exactly one has the session", async () => {
  for (let round = 0; round < 20; round += 1) {
    Channel.isSlow = round % 2 === 0;
    const timers = new FakeTimers();
    const tabs = [watchTabs("K7P4QM", timers), watchTabs("K7P4QM", timers)];
    await timers.pass(150);
    assert.deepEqual(elsewhere(...tabs).sort(), [false, true]);
    for (const tab of tabs) tab.close();
  }
});

test("a closed tab and another session are nobody", async () => {
  const timers = new FakeTimers();
  const gone = watchTabs("K7P4QM", timers);
  watchTabs("XXXXXX", timers);
  await timers.pass(150);
  gone.close();
  const next = watchTabs("K7P4QM", timers);
  await timers.pass(150);
  assert.deepEqual(elsewhere(next), [false]);
});

test("a browser whose tabs cannot talk has one tab only", () => {
  Reflect.set(globalThis, "BroadcastChannel", undefined);
  const alone = watchTabs("K7P4QM", new FakeTimers());
  alone.useHere();
  alone.close();
  assert.deepEqual(elsewhere(alone), [false]);
});
