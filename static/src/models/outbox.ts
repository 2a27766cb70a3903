/**
 * Answers and ideas on their way: written down first, then sent, and forgotten only when the server
 * has acknowledged them. Sending twice is safe, because the number (`op_id`) stays the same.
 */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { CommandArgs } from "../generated/contract";
import { type KeptItem, type OutboxPorts, Slot } from "./outbox_slot.ts";
import type { KeptCommand, Outbox, SendStatus, UnsentItem } from "./session.ts";
import type { Timers } from "./timers.ts";

/** What makes something new: sent a second time under another number, it would be there twice. */
const MADE_ANEW = new Set<KeptCommand>([
  "send_post",
  "ask_question",
  "send_comment",
  "make_commitment",
]);

/** The outbox over its ports: one slot for each key. */
export class KeptOutbox implements Outbox {
  readonly unsent: ReadonlySignal<number> = computed(() => this.#items.value.length);
  readonly #timers: Timers;
  readonly #ports: OutboxPorts;
  readonly #slots = new Map<string, Slot>();
  readonly #items = signal<readonly UnsentItem[]>([]);
  readonly #late = signal(0);
  #isUp = false;

  /** Takes up what an earlier visit to the page has left in the store. */
  constructor(timers: Timers, ports: OutboxPorts) {
    this.#timers = timers;
    this.#ports = ports;
    for (const item of ports.store.list()) this.#slot(item.key).accept(item, true);
    this.#count();
  }

  get items(): ReadonlySignal<readonly UnsentItem[]> {
    return this.#items;
  }

  /** How many have waited for more than 3 s: what moderators hear of. */
  get late(): ReadonlySignal<number> {
    return this.#late;
  }

  get isKept(): boolean {
    return this.#ports.store.isKept;
  }

  newKey(prefix: string): string {
    return `${prefix}:${this.#ports.newId()}`;
  }

  status(key: string): ReadonlySignal<SendStatus> {
    return this.#slot(key).status;
  }

  send<N extends KeptCommand>(name: N, args: CommandArgs[N], key: string): void {
    const slot = this.#slot(key);
    if (MADE_ANEW.has(name) && slot.mayHaveArrived) return;
    const item = { op_id: this.#ports.newId(), key, name, args, instead_of: slot.unsure };
    this.#ports.store.put(item);
    batch(() => {
      slot.accept(item, false);
      this.#count();
    });
  }

  dismiss(key: string): void {
    const slot = this.#slot(key);
    if (slot.item !== null) return;
    slot.forget();
    slot.status.value = { state: "idle" };
  }

  /** There is a way to the server: what waits for it goes at once. */
  up(): void {
    this.#isUp = true;
    for (const slot of this.#slots.values()) slot.up();
  }

  /** There is none. */
  down(): void {
    this.#isUp = false;
    for (const slot of this.#slots.values()) slot.down();
  }

  /** The page goes, or the session is over: nothing more is sent. */
  close(): void {
    this.#isUp = false;
    for (const slot of this.#slots.values()) slot.close();
  }

  #slot(key: string): Slot {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = new Slot(this.#timers, this.#ports, () => this.#count());
    if (this.#isUp) slot.up();
    this.#slots.set(key, slot);
    return slot;
  }

  #count(): void {
    const waiting = [...this.#slots.values()].filter((slot) => slot.item !== null);
    const items = waiting.map((slot) => slot.item as KeptItem);
    const shown = this.#items.peek();
    const isSame = items.length === shown.length && items.every((item, at) => item === shown[at]);
    batch(() => {
      this.#late.value = waiting.filter((slot) => slot.status.peek().state === "not_sent").length;
      if (!isSame) this.#items.value = items;
    });
  }
}
