/**
 * The server's time on a device whose own clock may be wrong.
 *
 * A reply that took `trip` ms tells the server's time with an error of at most half of that, however
 * unequal the two directions were; so of several replies the one with the shortest trip is kept.
 */
import type { ClockPayload } from "../generated/contract";
import { Alarm, type Timers, within } from "./timers.ts";

/** Enough replies to meet a quick one. */
const ASKS = 5;
/** A trip of 100 ms: no need to ask again. */
const GOOD_ERROR_MS = 50;
const BETWEEN_ASKS_MS = 250;
const ASK_LIMIT_MS = 3_000;
/** Cheap crystals drift by at most 60 ms in this time. */
const REFRESH_MS = 600_000;
const DRIFT = 0.0001;
/** The two clocks of the device part by more than this only through sleep or a change by hand. */
const JUMP_MS = 500;

/** The moment of a question, on both clocks of the device. */
export interface Mark {
  ticks: number;
  wall: number;
}

/** Knows the server's time from a few asked-for replies. */
export class ServerClock {
  readonly #timers: Timers;
  readonly #ask: () => Promise<ClockPayload>;
  readonly #slept: (slept_ms: number) => void;
  /** Server time minus `ticks`. */
  #offset_ms: number;
  /** How wrong the offset was at most when it was found, and when that was. */
  #error_ms = Number.POSITIVE_INFINITY;
  #found_ticks = 0;
  /** Device time minus `ticks` when last looked at: it changes when the device slept. */
  #wallGap_ms: number;
  #round = 0;
  readonly #next: Alarm;

  /** `ask` asks the server for its time and may fail; `slept` hears how long the device slept. */
  constructor(
    timers: Timers,
    ask: () => Promise<ClockPayload>,
    slept: (slept_ms: number) => void = () => {},
  ) {
    this.#timers = timers;
    this.#slept = slept;
    this.#ask = ask;
    this.#next = new Alarm(timers);
    this.#wallGap_ms = timers.wall() - timers.ticks();
    this.#offset_ms = this.#wallGap_ms;
  }

  /** Milliseconds since 1970 at the server. */
  now(): number {
    if (this.#hasJumped() && this.#round > 0) this.resample();
    return this.#timers.ticks() + this.#offset_ms;
  }

  /** The largest possible error of `now`, in milliseconds; infinite before the first reply. */
  get error_ms(): number {
    return this.#error_ms + (this.#timers.ticks() - this.#found_ticks) * DRIFT;
  }

  /** A snapshot said `now_ms`: better than the device's clock until a reply is there. */
  hint(now_ms: number): void {
    if (this.#error_ms === Number.POSITIVE_INFINITY)
      this.#offset_ms = now_ms - this.#timers.ticks();
  }

  /** The present moment, to hand to `sample` with the reply. */
  mark(): Mark {
    return { ticks: this.#timers.ticks(), wall: this.#timers.wall() };
  }

  /** A reply to a question asked at `asked` said `now_ms`; kept when it is the best known. */
  sample(asked: Mark, now_ms: number): void {
    this.#hasJumped();
    const slept_ms = this.#wallGap_ms - (asked.wall - asked.ticks);
    const half_ms = (this.#timers.ticks() - asked.ticks) / 2;
    if (Math.abs(slept_ms) >= JUMP_MS || half_ms > this.error_ms) return;
    this.#error_ms = half_ms;
    this.#found_ticks = this.#timers.ticks();
    this.#offset_ms = now_ms - asked.ticks - half_ms;
  }

  /** Ask again a few times: after connecting, after sleep, and every ten minutes by itself. */
  resample(): void {
    this.#hasJumped();
    this.#wallGap_ms = this.#timers.wall() - this.#timers.ticks();
    this.#next.cancel();
    this.#round += 1;
    void this.#askOnce(this.#round, 1);
  }

  /** Ask no more. */
  stop(): void {
    this.#round += 1;
    this.#next.cancel();
  }

  async #askOnce(round: number, asked: number): Promise<void> {
    const start = this.mark();
    try {
      const reply = await within(this.#timers, ASK_LIMIT_MS, this.#ask());
      if (round === this.#round) this.sample(start, reply.now_ms);
    } catch {
      // A lost reply teaches nothing; the next question, or the next connection, will.
    }
    if (round !== this.#round) return;
    const isDone = asked >= ASKS || this.#error_ms <= GOOD_ERROR_MS;
    const next = isDone ? () => this.resample() : () => void this.#askOnce(round, asked + 1);
    this.#next.set(isDone ? REFRESH_MS : BETWEEN_ASKS_MS, next);
  }

  /**
   * Whether the device's two clocks have parted. When its clock ran ahead of the ticks it slept, so
   * it is believed for the moment; a step back is a corrected clock, which tells nothing.
   */
  #hasJumped(): boolean {
    const gap_ms = this.#timers.wall() - this.#timers.ticks();
    const jump_ms = gap_ms - this.#wallGap_ms;
    if (Math.abs(jump_ms) < JUMP_MS) return false;
    this.#wallGap_ms = gap_ms;
    if (jump_ms > 0) {
      this.#offset_ms += jump_ms;
      this.#error_ms = Number.POSITIVE_INFINITY;
      this.#slept(jump_ms);
    }
    return true;
  }
}
