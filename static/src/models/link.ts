/**
 * Keeps a way to the server open: the socket, or HTTP beside it where the socket cannot get through.
 *
 * The socket is tried again with a full-jitter back-off, so that a room does not come back as one
 * wave. HTTP is tried after 4 s without it, and serves only while it is known to work; the socket is
 * then tried every 30 s, and at once when it has worked before on this page (the server was away).
 */
import type { Ack, Bye, ClockPayload, Envelope, Nack, State } from "../generated/contract";
import { RetryPace } from "./pace.ts";
import { Alarm, type Timers, within } from "./timers.ts";
import type { LinkEvents, MakeWire, Way, Wire, WireEvents } from "./wire.ts";

const FALLBACK_AFTER_MS = 4_000;
const ATTEMPT_LIMIT_MS = 10_000;
const ALIVE_LIMIT_MS = 2_000;

/** One way at a time, chosen by itself. */
export class Link {
  readonly #timers: Timers;
  readonly #events: LinkEvents;
  readonly #socket: Wire;
  readonly #http: Wire;
  #way: Way | null = null;
  #hasSocketWorked = false;
  #isAttempting = false;
  #isEnded = false;
  readonly #pace: RetryPace;
  readonly #retry: Alarm;
  readonly #limit: Alarm;
  readonly #fallback: Alarm;

  constructor(timers: Timers, socket: MakeWire, http: MakeWire, events: LinkEvents) {
    this.#timers = timers;
    this.#events = events;
    this.#pace = new RetryPace(timers);
    this.#retry = new Alarm(timers);
    this.#limit = new Alarm(timers);
    this.#fallback = new Alarm(timers);
    this.#socket = socket(this.#hear("socket"));
    this.#http = http(this.#hear("http"));
  }

  get way(): Way | null {
    return this.#way;
  }

  /** Begin to connect. */
  start(): void {
    this.#planFallback(0);
    this.#attempt();
  }

  act(envelope: Envelope): Promise<Ack | Nack> {
    return this.#wire((wire) => wire.act(envelope));
  }

  state(since: number | null): Promise<State> {
    return this.#wire((wire) => wire.state(since));
  }

  clock(): Promise<ClockPayload> {
    return this.#wire((wire) => wire.clock());
  }

  /** Tell the server something that needs no reply; without a way it is forgotten. */
  tell(event: "echo" | "report", body: object): void {
    if (this.#way === "socket") this.#socket.tell(event, body);
    if (this.#way === "http") this.#http.tell(event, body);
  }

  /**
   * Connect at once. An open socket has to show within 2 s that it is alive, unless it is known that
   * it cannot be (`isDead`: the device slept for longer than the server waits).
   */
  async tryNow(isDead = false): Promise<void> {
    if (this.#isEnded) return;
    this.#pace.reset();
    if (this.#way === "socket" && !isDead && (await this.#isAlive())) return;
    if (this.#way === "socket") {
      this.#socket.close();
      this.#lose("socket");
    }
    this.#attempt();
  }

  /** No more connection; `end` is not said. */
  close(): void {
    this.#isEnded = true;
    this.#way = null;
    this.#retry.cancel();
    this.#limit.cancel();
    this.#fallback.cancel();
    this.#socket.close();
    this.#http.close();
  }

  /** Ask the wire in use; a rejection when there is none. */
  #wire<T>(ask: (wire: Wire) => Promise<T>): Promise<T> {
    if (this.#way === null) return Promise.reject(new Error("there is no way to the server"));
    return ask(this.#way === "socket" ? this.#socket : this.#http);
  }

  async #isAlive(): Promise<boolean> {
    const asked = within(this.#timers, ALIVE_LIMIT_MS, this.#socket.clock());
    return asked.then(
      () => true,
      () => false,
    );
  }

  #hear(way: Way): WireEvents {
    return {
      ...this.#events,
      up: () => this.#gain(way),
      down: (refusal) => this.#hearDown(way, refusal),
      bye: (bye) => this.#hearBye(bye),
    };
  }

  #gain(way: Way): void {
    if (this.#isEnded) return;
    this.#way = way;
    this.#pace.reset();
    if (way === "socket") {
      this.#endAttempt();
      this.#retry.cancel();
      this.#fallback.cancel();
      this.#http.close();
      this.#hasSocketWorked = true;
    } else {
      this.#planRetry(this.#pace.overHttp(this.#hasSocketWorked));
      this.#hasSocketWorked = false;
    }
    this.#events.up(way);
  }

  #hearDown(way: Way, refusal: Nack | null): void {
    if (this.#isEnded) return;
    if (refusal !== null && !refusal.retry) {
      this.#end(refusal);
      return;
    }
    if (way === "http" && this.#way !== "http") return;
    if (way === "socket") this.#endAttempt();
    this.#lose(way);
    this.#planRetry(this.#pace.afterFailure(refusal, this.#way === "http"));
  }

  #hearBye(bye: Bye): void {
    if (this.#isEnded) return;
    if (bye.retry_in_ms === null) {
      this.#end(bye);
      return;
    }
    const pause_ms = this.#pace.afterBye(bye);
    this.#endAttempt();
    this.#socket.close();
    this.#lose("socket");
    this.#planFallback(pause_ms);
    this.#planRetry(pause_ms);
  }

  #lose(way: Way): void {
    if (this.#way !== way) return;
    this.#way = null;
    this.#events.down();
    if (way === "socket") this.#planFallback(0);
  }

  #end(why: Bye | Nack): void {
    const wasUp = this.#way !== null;
    this.close();
    if (wasUp) this.#events.down();
    this.#events.end(why);
  }

  #planRetry(delay_ms: number): void {
    this.#retry.set(delay_ms, () => this.#attempt());
  }

  #planFallback(after_ms: number): void {
    this.#fallback.set(after_ms + FALLBACK_AFTER_MS, () => this.#http.open());
  }

  #attempt(): void {
    if (this.#isEnded || this.#isAttempting || this.#way === "socket") return;
    this.#retry.cancel();
    this.#isAttempting = true;
    this.#limit.set(ATTEMPT_LIMIT_MS, () => {
      this.#socket.close();
      this.#hearDown("socket", null);
    });
    this.#socket.open();
  }

  #endAttempt(): void {
    this.#isAttempting = false;
    this.#limit.cancel();
  }
}
