/** The passing of time as models see it, so that tests can turn the clock themselves. */

export interface Timers {
  /** Milliseconds that only go forward; they may stand still while the device sleeps. */
  ticks(): number;
  /** The device's own clock in milliseconds since 1970; it may be wrong and may jump. */
  wall(): number;
  /** Run once after `delay_ms`; the result cancels it. */
  after(delay_ms: number, run: () => void): () => void;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

/** A delay between 0 and the doubled-per-try base, never above `cap_ms`: the full-jitter back-off. */
export function jitter(timers: Timers, tries: number, base_ms: number, cap_ms: number): number {
  return timers.random() * Math.min(cap_ms, base_ms * 2 ** Math.min(tries, 16));
}

/** Reject with the message when the promise does not settle within `limit_ms`. */
export function within<T>(timers: Timers, limit_ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(limit_ms, () => reject(new Error(`no reply in ${limit_ms} ms`)));
    promise.then(resolve, reject).finally(cancel);
  });
}

/** One timer that can be set anew; setting it cancels what was set before. */
export class Alarm {
  readonly #timers: Timers;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Whether it is set and has not rung yet. */
  get isSet(): boolean {
    return this.#cancel !== null;
  }

  set(delay_ms: number, run: () => void): void {
    this.cancel();
    this.#cancel = this.#timers.after(delay_ms, () => {
      this.#cancel = null;
      run();
    });
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
