/** How long to wait before the socket is tried again: never so that a room comes back as one wave. */
import type { Bye, Nack } from "../generated/contract";
import { jitter, type Timers } from "./timers.ts";
import { wait_ms } from "./wire.ts";

const BASE_MS = 1_000;
const CAP_MS = 5_000;
const OVER_HTTP_MS = 30_000;
const SPREAD_MS = 1_000;

/** Counts the tries of one connection. */
export class RetryPace {
  readonly #timers: Timers;
  #tries = 0;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** It works, or a person asked: begin with short pauses again. */
  reset(): void {
    this.#tries = 0;
  }

  /** After a failed try: what a refusal asks for, else 30 s over HTTP, else at most 5 s. */
  afterFailure(refusal: Nack | null, isOverHttp: boolean): number {
    const asked_ms = wait_ms(refusal);
    if (asked_ms > 0) return asked_ms + this.#spread();
    return isOverHttp ? OVER_HTTP_MS : jitter(this.#timers, this.#tries++, BASE_MS, CAP_MS);
  }

  /** After the server said goodbye and when to come back. */
  afterBye(bye: Bye): number {
    return (bye.retry_in_ms ?? 0) + this.#spread();
  }

  /** HTTP works. If the socket has worked here, the server was only away: try it soon. */
  overHttp(hasSocketWorked: boolean): number {
    return hasSocketWorked ? 2 * this.#spread() : OVER_HTTP_MS;
  }

  #spread(): number {
    return this.#timers.random() * SPREAD_MS;
  }
}
