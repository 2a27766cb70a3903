/** How the connection is called towards people: short gaps are nobody's business. */
import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Banner, Connection } from "./session.ts";
import type { Timers } from "./timers.ts";

const PILL_AFTER_MS = 2_000;
const BANNER_AFTER_MS = 5_000;
const OFFLINE_AFTER_MS = 30_000;

/** Turns "up" and "down" into the words of the pill and the banner. */
export class ConnectionState {
  readonly #timers: Timers;
  readonly #connection = signal<Connection>("connecting");
  readonly #banner = signal<Banner>("none");
  #cancels: (() => void)[] = [];
  #isUp = true;

  constructor(timers: Timers) {
    this.#timers = timers;
    this.down();
  }

  get connection(): ReadonlySignal<Connection> {
    return this.#connection;
  }

  get banner(): ReadonlySignal<Banner> {
    return this.#banner;
  }

  /** There is a way to the server. */
  up(way: "socket" | "http"): void {
    this.#cancelAll();
    this.#isUp = true;
    this.#connection.value = way === "socket" ? "connected" : "over_http";
    this.#banner.value = "none";
  }

  /** There is none; said again it changes nothing. */
  down(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#later(PILL_AFTER_MS, () => {
      if (this.#connection.value !== "connecting") this.#connection.value = "reconnecting";
    });
    this.#later(BANNER_AFTER_MS, () => {
      this.#banner.value = "reconnecting";
    });
    this.#later(OFFLINE_AFTER_MS, () => this.stop());
  }

  /** There will be none for a long time, or never again. */
  stop(): void {
    this.#cancelAll();
    this.#isUp = false;
    this.#connection.value = "offline";
    this.#banner.value = "offline";
  }

  /** The page goes: no more changes. */
  close(): void {
    this.#cancelAll();
  }

  #later(delay_ms: number, run: () => void): void {
    this.#cancels.push(this.#timers.after(delay_ms, run));
  }

  #cancelAll(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
  }
}
