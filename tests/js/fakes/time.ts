/** A clock that moves when the test says so, and chance that can be repeated. */
import type { Timers } from "../../../static/src/models/timers.ts";

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Let everything run that waits for promises only. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

interface Due {
  at: number;
  order: number;
  run: () => void;
}

/** Timers in the test's hand. `random` is 0.5 unless a seed is given. */
export class FakeTimers implements Timers {
  random: () => number;
  #ticks = 5_000;
  #wall: number;
  #order = 0;
  #due: Due[] = [];

  constructor(options: { wall?: number; seed?: number } = {}) {
    this.#wall = options.wall ?? Date.UTC(2023, 9, 24, 12, 30);
    this.random = options.seed === undefined ? () => 0.5 : chance(options.seed);
  }

  ticks(): number {
    return this.#ticks;
  }

  wall(): number {
    return this.#wall;
  }

  after(delay_ms: number, run: () => void): () => void {
    const due = { at: this.#ticks + delay_ms, order: this.#order++, run };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#due.length;
  }

  /** Let time pass, running what falls due in order. */
  async pass(ms: number): Promise<void> {
    const end = this.#ticks + ms;
    await settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#move(next.at);
      this.#due = this.#due.filter((other) => other !== next);
      next.run();
      await settle();
    }
    this.#move(end);
  }

  /** The device sleeps: its clock goes on, its ticks and timers stand still. */
  sleep(ms: number): void {
    this.#wall += ms;
  }

  #next(end: number): Due | undefined {
    const due = this.#due.filter((one) => one.at <= end);
    return due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }

  #move(to: number): void {
    this.#wall += Math.max(0, to - this.#ticks);
    this.#ticks = Math.max(this.#ticks, to);
  }
}
