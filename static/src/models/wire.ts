/** What carries commands to the server and state back: a socket, or HTTP beside it. */
import type {
  Ack,
  Bye,
  ClockPayload,
  Envelope,
  Me,
  Nack,
  Room,
  State,
} from "../generated/contract";

/** What the server sends, whichever way it comes. */
export interface Incoming {
  /** A snapshot or a change. */
  state(state: State): void;
  /** What changed for this person alone, at `rev`. */
  me(rev: number, me: Me): void;
  room(room: Room): void;
}

/** What is heard from one wire. */
export interface WireEvents extends Incoming {
  /** It works now; the first state follows. */
  up(): void;
  /** It could not be opened, or broke; the server's refusal if it gave one. */
  down(refusal: Nack | null): void;
  /** The server ends this connection. */
  bye(bye: Bye): void;
}

/** The two ways to the server. */
export type Way = "socket" | "http";

/** What is heard from the link, which keeps one way open. */
export interface LinkEvents extends Incoming {
  up(way: Way): void;
  down(): void;
  /** The server ended it for good, or refused it for good. */
  end(why: Bye | Nack): void;
}

/** A way to the server. The promises reject when there is no reply: the outcome is then unknown. */
export interface Wire {
  /** Try to open; the outcome comes as `up` or `down`. An open wire stays as it is. */
  open(): void;
  /** Close without a `down`. */
  close(): void;
  act(envelope: Envelope): Promise<Ack | Nack>;
  state(since: number | null): Promise<State>;
  clock(): Promise<ClockPayload>;
  /** Tell the server something that needs no reply; it may get lost. */
  tell(event: "echo" | "report", body: object): void;
}

export type MakeWire = (events: WireEvents) => Wire;

/** A refusal made by the browser itself. */
export function localNack(code: string, message: string, retry: boolean): Nack {
  return { ok: false, code, message, retry, details: {} };
}

/** How long a refusal asks to wait, in milliseconds; 0 when it does not say. */
export function wait_ms(refusal: Nack | null): number {
  const wait_s = refusal?.details.wait_s;
  return typeof wait_s === "number" ? Math.max(0, wait_s * 1000) : 0;
}
