/** The way beside the socket: asks for the state every 2 s, and posts commands. */
import type { Ack, ClockPayload, Envelope, Nack, State } from "../generated/contract";
import { Alarm, type Timers } from "../models/timers.ts";
import type { Wire, WireEvents } from "../models/wire.ts";
import { ask, isNack } from "./api.ts";

const POLL_MS = 2_000;

/** A wire over HTTP with a ticket. */
export class HttpWire implements Wire {
  readonly #ticket: string;
  readonly #timers: Timers;
  readonly #events: WireEvents;
  readonly #base: string;
  readonly #next: Alarm;
  #visit = 0;
  #isOpen = false;
  #isUp = false;
  #rev: number | null = null;

  /** `base` is the server's address; empty for the page's own. */
  constructor(ticket: string, timers: Timers, events: WireEvents, base = "") {
    this.#ticket = ticket;
    this.#timers = timers;
    this.#events = events;
    this.#base = base;
    this.#next = new Alarm(timers);
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#rev = null;
    void this.#poll(this.#visit);
  }

  close(): void {
    this.#visit += 1;
    this.#isOpen = false;
    this.#isUp = false;
    this.#next.cancel();
  }

  async act(envelope: Envelope): Promise<Ack | Nack> {
    const { body } = await ask(`${this.#base}/api/act`, this.#ticket, envelope);
    if (typeof (body as Ack | null)?.ok !== "boolean") throw new Error("not an acknowledgement");
    return body as Ack | Nack;
  }

  async state(since: number | null): Promise<State> {
    const query = since === null ? "" : `?since=${since}`;
    const { status, body } = await ask(`${this.#base}/api/state${query}`, this.#ticket);
    if (status === 200) return body as State;
    throw new Refused(isNack(body) && (status === 403 || status === 410) ? body : null);
  }

  async clock(): Promise<ClockPayload> {
    const { status, body } = await ask(`${this.#base}/api/clock`, this.#ticket);
    if (status !== 200) throw new Refused(null);
    return body as ClockPayload;
  }

  /** HTTP has nothing for what needs no reply. */
  tell(): void {}

  async #poll(visit: number): Promise<void> {
    try {
      const state = await this.state(this.#rev);
      if (visit !== this.#visit) return;
      this.#rev = state.rev;
      if (!this.#isUp) {
        this.#isUp = true;
        this.#events.up();
      }
      this.#events.state(state);
    } catch (error) {
      if (visit !== this.#visit) return;
      this.#fail(error instanceof Refused ? error.nack : null);
    }
    if (visit !== this.#visit) return;
    const spread = 0.9 + 0.2 * this.#timers.random();
    this.#next.set(POLL_MS * spread, () => void this.#poll(visit));
  }

  #fail(refusal: Nack | null): void {
    const wasUp = this.#isUp;
    this.#isUp = false;
    this.#rev = null;
    if (wasUp || refusal !== null) this.#events.down(refusal);
  }
}

class Refused extends Error {
  readonly nack: Nack | null;

  constructor(nack: Nack | null) {
    super(nack?.message ?? "the server did not reply as expected");
    this.nack = nack;
  }
}
