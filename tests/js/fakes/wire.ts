/** A way to the server that opens, breaks and replies when the test says so. */
import type {
  Ack,
  ClockPayload,
  Envelope,
  Nack,
  State,
} from "../../../static/src/generated/contract.ts";
import type { Wire, WireEvents } from "../../../static/src/models/wire.ts";

/** Replies like a server: override what a test needs. */
export interface Replies {
  act(envelope: Envelope): Promise<Ack | Nack>;
  state(since: number | null): Promise<State>;
  clock(): Promise<ClockPayload>;
}

const never = <T>(): Promise<T> => new Promise<T>(() => {});

export class FakeWire implements Wire {
  readonly told: [string, object][] = [];
  replies: Replies = { act: () => never(), state: () => never(), clock: () => never() };
  isOpen = false;
  opened = 0;
  acted: Envelope[] = [];
  #events: WireEvents | null = null;

  /** Hand this to whoever makes wires. */
  readonly make = (events: WireEvents): Wire => {
    this.#events = events;
    return this;
  };

  /** What the test makes the wire say; a closed wire says nothing. */
  get says(): WireEvents {
    if (this.#events === null) throw new Error("nobody listens yet");
    return this.#events;
  }

  open(): void {
    if (!this.isOpen) this.opened += 1;
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  /** It breaks, or could not be opened. */
  fail(refusal: Nack | null = null): void {
    this.isOpen = false;
    this.says.down(refusal);
  }

  act(envelope: Envelope): Promise<Ack | Nack> {
    this.acted.push(envelope);
    return this.replies.act(envelope);
  }

  state(since: number | null): Promise<State> {
    return this.replies.state(since);
  }

  clock(): Promise<ClockPayload> {
    return this.replies.clock();
  }

  tell(event: "echo" | "report", body: object): void {
    this.told.push([event, body]);
  }
}
