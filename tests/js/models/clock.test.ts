import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../../../static/src/models/clock.ts";
import { chance, FakeTimers, settle } from "../fakes/time.ts";

const HOUR = 3_600_000;
const REAL_START = Date.UTC(2023, 9, 24, 12, 30);

/** A server that knows the real time, behind a line with a delay in each direction. */
class FarServer {
  readonly device: FakeTimers;
  asked = 0;
  isCut = false;
  delays: () => { up_ms: number; down_ms: number };
  #slept_ms = 0;

  constructor(device: FakeTimers, up_ms: number, down_ms: number) {
    this.device = device;
    this.delays = () => ({ up_ms, down_ms });
  }

  /** Real time runs with the ticks, and on through sleep. */
  get now_ms(): number {
    return REAL_START + this.device.ticks() - 5_000 + this.#slept_ms;
  }

  sleep(ms: number): void {
    this.device.sleep(ms);
    this.#slept_ms += ms;
  }

  ask(): Promise<{ now_ms: number }> {
    this.asked += 1;
    const { up_ms, down_ms } = this.delays();
    return new Promise((resolve, reject) => {
      this.device.after(up_ms, () => {
        if (this.isCut) return reject(new Error("cut"));
        const reply = { now_ms: this.now_ms };
        this.device.after(down_ms, () => resolve(reply));
      });
    });
  }
}

function start(wrongBy_ms: number, up_ms: number, down_ms: number) {
  const device = new FakeTimers({ wall: REAL_START + wrongBy_ms });
  const server = new FarServer(device, up_ms, down_ms);
  const clock = new ServerClock(device, () => server.ask());
  const error = () => Math.abs(clock.now() - server.now_ms);
  return { device, server, clock, error };
}

for (const wrongBy_ms of [HOUR, -HOUR]) {
  for (const [up_ms, down_ms] of [
    [300, 0],
    [0, 300],
    [300, 20],
    [450, 450],
  ] as const) {
    test(`right within 0.5 s: device ${wrongBy_ms / HOUR} h wrong, ${up_ms} ms up, ${down_ms} ms down`, async () => {
      const { device, clock, error } = start(wrongBy_ms, up_ms, down_ms);
      assert.equal(error(), HOUR, "before the first reply the device's clock is all there is");
      clock.resample();
      await device.pass(10_000);
      assert.ok(error() <= 150.5, `${error()} ms`);
      assert.ok(error() <= clock.error_ms);
    });
  }
}

test("of several replies the quickest counts", async () => {
  const { device, server, clock, error } = start(HOUR, 0, 0);
  const trips = [900, 700, 40, 800, 900];
  server.delays = () => ({ up_ms: trips[server.asked - 1] ?? 900, down_ms: 0 });
  clock.resample();
  await device.pass(20_000);
  assert.equal(error(), 20);
  assert.equal(server.asked, 3, "a quick reply is enough");
});

test("a snapshot's time helps until the first reply", () => {
  const { clock, server, error } = start(HOUR, 300, 0);
  clock.hint(server.now_ms - 250);
  assert.equal(error(), 250);
});

test("a reply of the quicker kind is not thrown away for a later, slower one", async () => {
  const { device, server, clock, error } = start(HOUR, 20, 20);
  clock.resample();
  await device.pass(1_000);
  server.delays = () => ({ up_ms: 1_500, down_ms: 0 });
  clock.resample();
  await device.pass(10_000);
  assert.ok(error() < 5, `${error()} ms`);
});

test("after sleep the device is believed for the moment, and the server is asked again", async () => {
  const { device, server, clock, error } = start(-HOUR, 50, 50);
  clock.resample();
  await device.pass(1_000);
  const before = server.asked;
  server.sleep(20 * 60_000);
  assert.ok(error() <= 50, `${error()} ms at once after waking`);
  await device.pass(1_000);
  assert.ok(server.asked > before);
  assert.ok(error() <= 50);
});

test("a clock that is set by hand changes nothing after a moment", async () => {
  const { device, server, clock, error } = start(HOUR, 50, 50);
  clock.resample();
  await device.pass(1_000);
  device.sleep(-HOUR);
  assert.equal(error(), 0, "set back: ignored");
  device.sleep(2 * HOUR);
  clock.now();
  await device.pass(1_000);
  assert.ok(error() <= 50, `${error()} ms after ${server.asked} questions`);
});

test("a question that was asleep on the way teaches nothing", async () => {
  const { device, server, clock, error } = start(0, 10, 10);
  clock.resample();
  await settle();
  server.delays = () => ({ up_ms: 30_000, down_ms: 0 });
  await device.pass(10);
  server.sleep(5 * 60_000);
  await device.pass(10);
  assert.ok(error() <= 1, `${error()} ms`);
});

test("lost replies are no harm, and the next connection asks again", async () => {
  const { device, server, clock, error } = start(HOUR, 20, 20);
  server.isCut = true;
  clock.resample();
  await device.pass(20_000);
  assert.equal(error(), HOUR);
  server.isCut = false;
  clock.resample();
  await device.pass(100);
  assert.ok(error() <= 20);
});

test("it asks again every ten minutes, and no more once it is stopped", async () => {
  const { device, server, clock } = start(0, 10, 10);
  clock.resample();
  await device.pass(25 * 60_000);
  assert.equal(server.asked, 3);
  clock.stop();
  await device.pass(25 * 60_000);
  assert.equal(server.asked, 3);
  assert.equal(device.pending, 0);
});

test("random lines of up to 300 ms each way keep within half of the best trip", async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const { device, server, clock, error } = start(seed % 2 ? HOUR : -HOUR, 0, 0);
    const next = chance(seed);
    server.delays = () => ({ up_ms: next() * 300, down_ms: next() * 300 });
    clock.resample();
    await device.pass(15_000);
    assert.ok(error() <= 300 && error() <= clock.error_ms, `seed ${seed}: ${error()} ms`);
    clock.stop();
  }
});
