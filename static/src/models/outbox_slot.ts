/** The life of what is sent under one key of the outbox: waiting, in the air, saved or refused. */
import { type Signal, signal } from "@preact/signals-core";
import type { Ack, Envelope, Nack } from "../generated/contract";
import type { SendStatus, UnsentItem } from "./session.ts";
import { Alarm, jitter, type Timers, within } from "./timers.ts";
import { wait_ms } from "./wire.ts";

const SLOW_MS = 3_000;
const REPLY_LIMIT_MS = 10_000;
const RETRY_BASE_MS = 1_000;
const RETRY_CAP_MS = 30_000;
/** The server takes so many at once. */
const MOST_UNSURE = 20;

/** One kept command, as it is written down. A refused one keeps its refusal until it is dismissed. */
export interface KeptItem extends UnsentItem {
  op_id: string;
  /** Earlier commands that it replaces and that may still arrive: the server is told to leave them. */
  instead_of?: string[];
  nack?: Nack;
}

/** Where kept commands are written down, oldest first. */
export interface OutboxStore {
  list(): KeptItem[];
  put(item: KeptItem): void;
  remove(opId: string): void;
  /** Whether they outlive the page. */
  readonly isKept: boolean;
}

/** What the outbox needs from the world. */
export interface OutboxPorts {
  store: OutboxStore;
  /** Send; rejects when there was no reply, so that the outcome is unknown. */
  deliver(envelope: Envelope): Promise<Ack | Nack>;
  /** An acknowledgement came. */
  acknowledged(ack: Ack): void;
  /** A fresh number of 22 characters. */
  newId(): string;
}

/** The newest command under one key, the one in the air, and what became of the last. */
export class Slot {
  readonly status: Signal<SendStatus> = signal({ state: "idle" });
  readonly #timers: Timers;
  readonly #ports: OutboxPorts;
  readonly #changed: () => void;
  readonly #slow: Alarm;
  readonly #again: Alarm;
  #item: KeptItem | null = null;
  #flying: KeptItem | null = null;
  #refused: KeptItem | null = null;
  #tries = 0;
  #wasTried = false;
  /** Whether a refusal asked it to wait: then a new connection does not hurry it. */
  #isToldToWait = false;
  #isUp = false;

  /** `changed` is called whenever the slot may count differently. */
  constructor(timers: Timers, ports: OutboxPorts, changed: () => void) {
    this.#timers = timers;
    this.#ports = ports;
    this.#changed = changed;
    this.#slow = new Alarm(timers);
    this.#again = new Alarm(timers);
  }

  /** The item that waits for its acknowledgement, or null. */
  get item(): KeptItem | null {
    return this.#item;
  }

  /** Whether the waiting item may have reached the server already. */
  get mayHaveArrived(): boolean {
    return this.#item !== null && this.#wasTried;
  }

  /** The commands that were sent under this key and may still arrive, whatever became of their replies. */
  get unsure(): string[] | undefined {
    const last = this.#flying ?? (this.#wasTried ? this.#item : null);
    return last === null ? undefined : [...(last.instead_of ?? []), last.op_id].slice(-MOST_UNSURE);
  }

  /** Take an item as the newest one; `wasTried` when it comes from an earlier visit to the page. */
  accept(item: KeptItem, wasTried: boolean): void {
    this.forget();
    this.#tries = 0;
    this.#isToldToWait = false;
    this.#wasTried = wasTried;
    if (item.nack !== undefined) {
      this.#refused = item;
      this.status.value = { state: "refused", nack: item.nack, args: item.args };
      return;
    }
    this.#item = item;
    this.status.value = { state: "sending", args: item.args };
    this.#slow.set(SLOW_MS, () => {
      this.status.value = { ...this.status.peek(), state: "not_sent" };
      this.#changed();
    });
    this.#pump();
  }

  /** Drop what waits or was refused. One in the air may still arrive; its outcome is awaited. */
  forget(): void {
    this.#slow.cancel();
    this.#again.cancel();
    for (const item of [this.#item, this.#refused]) {
      if (item !== null) this.#ports.store.remove(item.op_id);
    }
    this.#item = null;
    this.#refused = null;
  }

  /** There is a way to the server: send at once, unless a refusal asked to wait. */
  up(): void {
    this.#isUp = true;
    if (!this.#isToldToWait) this.#again.cancel();
    this.#pump();
  }

  down(): void {
    this.#isUp = false;
  }

  close(): void {
    this.#isUp = false;
    this.#slow.cancel();
    this.#again.cancel();
  }

  #pump(): void {
    const item = this.#item;
    if (!this.#isUp || item === null || this.#flying !== null || this.#again.isSet) return;
    this.#flying = item;
    this.#wasTried = true;
    const { op_id, name, args, instead_of } = item;
    const reply = this.#ports.deliver({ op_id, name, args: { ...args }, instead_of });
    within(this.#timers, REPLY_LIMIT_MS, reply).then(
      (outcome) => this.#land(item, outcome),
      () => this.#land(item, null),
    );
  }

  /** An item came down: with the server's word, or (null) with an unknown outcome. */
  #land(item: KeptItem, outcome: Ack | Nack | null): void {
    this.#flying = null;
    if (outcome?.ok) this.#ports.acknowledged(outcome);
    if (this.#item !== item) this.#pump();
    else if (outcome?.ok) this.#save(item, outcome);
    else if (outcome === null || outcome.retry) this.#retry(outcome);
    else this.#refuse(item, outcome);
    this.#changed();
  }

  #save(item: KeptItem, ack: Ack): void {
    this.forget();
    const { at_ms, receipt } = ack;
    this.status.value = { state: "saved", at_ms, receipt, args: item.args };
  }

  #refuse(item: KeptItem, nack: Nack): void {
    this.#slow.cancel();
    this.#item = null;
    this.#refused = { ...item, nack };
    this.#ports.store.put(this.#refused);
    this.status.value = { state: "refused", nack, args: item.args };
  }

  #retry(nack: Nack | null): void {
    if (nack !== null) this.status.value = { ...this.status.peek(), nack };
    this.#isToldToWait = nack !== null;
    const pause_ms = jitter(this.#timers, this.#tries++, RETRY_BASE_MS, RETRY_CAP_MS);
    this.#again.set(wait_ms(nack) + pause_ms, () => this.#pump());
  }
}
