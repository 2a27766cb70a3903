/** Elena's phone in the session, with the server's end in the test's hand. */
import type { Ack, ItemPayload, Nack, State } from "../../../static/src/generated/contract.ts";
import { LiveSession } from "../../../static/src/models/live.ts";
import type { KeptItem } from "../../../static/src/models/outbox_slot.ts";
import { FakeStore } from "../fakes/store.ts";
import { change, item, nobody, session, snapshot } from "../fakes/story.ts";
import { FakeTimers } from "../fakes/time.ts";
import { FakeWire } from "../fakes/wire.ts";

/** Three steps: a talk, two questions, a board. */
export const STEPS: ItemPayload[] = [
  item(1, { kind: "talk", title: "Why balance helps" }),
  item(2, { title: "Barriers", poll_ids: [9, 10] }),
  item(3, { kind: "board", title: "Cooperation", board_ids: [21] }),
];

/** A topic's new value, as changes carry it. */
export type Topics = State["topics"];

export class Phone {
  readonly timers = new FakeTimers();
  readonly socket = new FakeWire();
  readonly store = new FakeStore();
  drafts: Record<string, unknown>;
  readonly page: LiveSession;
  #rev = 1;
  #ids = 0;

  /** Somebody who comes back brings the drafts and the outbox of the last visit. */
  constructor(drafts: Record<string, unknown> = {}, kept: KeptItem[] = []) {
    this.drafts = drafts;
    this.store.items = kept;
    this.page = new LiveSession({
      timers: this.timers,
      socket: this.socket.make,
      http: new FakeWire().make,
      outbox: this.store,
      drafts: {
        read: () => this.drafts,
        write: (written) => {
          this.drafts = written;
        },
      },
      newId: () => `op-${String(++this.#ids).padStart(19, "0")}`,
    }).start();
  }

  /** The first snapshot: the host is at this step, and these topics are there. */
  arrive(stepId: number | null, topics: Topics = {}): this {
    this.socket.says.up();
    const base = { session: session({ current_item_id: stepId }), agenda: { items: STEPS } };
    this.socket.says.state(snapshot(this.#rev, { topics: { ...base, ...topics }, me: nobody() }));
    return this;
  }

  /** Something changes for everybody. */
  hear(topics: Topics, changes: Partial<State> = {}): void {
    this.socket.says.state(change(this.#rev, this.#rev + 1, { topics, ...changes }));
    this.#rev += 1;
  }

  /** The host goes to a step. */
  hostGoesTo(stepId: number, topics: Topics = {}): void {
    this.hear({ session: session({ current_item_id: stepId }), ...topics });
  }

  /** The server replies to every command like this. */
  answersWith(reply: Partial<Ack> | Nack): void {
    const ack: Ack = { ok: true, rev: this.#rev, at_ms: 0, receipt: "7QK2", me: null };
    const full = "code" in reply ? reply : { ...ack, ...reply };
    this.socket.replies.act = () => Promise.resolve(full as Ack | Nack);
  }
}

/** A refusal, as the server words it. */
export function refused(code: string, message: string): Nack {
  return { ok: false, code, message, retry: false, details: {} };
}
