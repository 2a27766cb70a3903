/** What this browser keeps for one session: the ticket, unsent answers and ideas, and drafts. */
import type { DraftStore } from "./draft.ts";
import type { KeptItem, OutboxStore } from "./outbox_slot.ts";

/** The part of the browser's storage that is used; any of it may throw when storage is refused. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

interface Kept {
  ticket: string | null;
  unsent: KeptItem[];
}

/** Storage that never throws: what cannot be written is held in memory until the page goes. */
class SafeShelf {
  readonly #shelf: Shelf | null;
  readonly #memory = new Map<string, string>();
  #isKept: boolean;

  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
    this.#isKept = shelf !== null;
  }

  get isKept(): boolean {
    return this.#isKept;
  }

  /** The value under a key as JSON, or null when there is none that can be read. */
  read(key: string): unknown {
    const text = this.#memory.get(key) ?? this.#attempt((shelf) => shelf.getItem(key)) ?? "null";
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** Write a value as JSON; null takes it away. */
  write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    const isWritten = this.#attempt((shelf) => {
      if (value === null) shelf.removeItem(key);
      else shelf.setItem(key, text);
      return true;
    });
    this.#isKept = isWritten === true;
    if (isWritten) this.#memory.delete(key);
    else this.#memory.set(key, text);
  }

  #attempt<T>(use: (shelf: Shelf) => T): T | null {
    try {
      return this.#shelf === null ? null : use(this.#shelf);
    } catch {
      return null;
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isKeptItem(value: unknown): value is KeptItem {
  if (!isObject(value) || !isObject(value.args) || !Array.isArray(value.instead_of ?? []))
    return false;
  return [value.op_id, value.key, value.name].every((part) => typeof part === "string");
}

/**
 * The memory of one device for one session, under "facilitator:CODE". Each change reads what is there
 * and writes it back, so that two tabs do not wipe out each other's unsent answers.
 */
export class Device {
  readonly outbox: OutboxStore;
  readonly drafts: DraftStore;
  readonly #shelf: SafeShelf;
  readonly #key: string;

  /** `shelf` is null where the browser refuses storage. */
  constructor(code: string, shelf: Shelf | null) {
    this.#key = `facilitator:${code}`;
    this.#shelf = new SafeShelf(shelf);
    const kept = this.#shelf;
    this.outbox = {
      list: () => this.#read().unsent,
      put: (item) => this.#writeUnsent(item.op_id, item),
      remove: (opId) => this.#writeUnsent(opId, null),
      get isKept() {
        return kept.isKept;
      },
    };
    this.drafts = {
      read: () => this.#readDrafts(),
      write: (drafts) => this.#shelf.write(`${this.#key}:drafts`, drafts),
    };
  }

  /** The ticket that this browser got when it joined, or null. */
  get ticket(): string | null {
    return this.#read().ticket;
  }

  /** Keep the ticket; null forgets it and leaves unsent answers. */
  keepTicket(ticket: string | null): void {
    this.#shelf.write(this.#key, { ...this.#read(), ticket });
  }

  /** Delete everything that this device knows of the session. */
  erase(): void {
    this.#shelf.write(this.#key, null);
    this.#shelf.write(`${this.#key}:drafts`, null);
  }

  #read(): Kept {
    const kept = this.#shelf.read(this.#key);
    if (!isObject(kept)) return { ticket: null, unsent: [] };
    const ticket = typeof kept.ticket === "string" ? kept.ticket : null;
    const unsent = Array.isArray(kept.unsent) ? kept.unsent.filter(isKeptItem) : [];
    return { ticket, unsent };
  }

  #readDrafts(): Record<string, unknown> {
    const drafts = this.#shelf.read(`${this.#key}:drafts`);
    return isObject(drafts) ? drafts : {};
  }

  /** Replace the item in its place, add it at the end, or (null) take it away. */
  #writeUnsent(opId: string, item: KeptItem | null): void {
    const { ticket, unsent } = this.#read();
    const others = unsent.filter((one) => one.op_id !== opId);
    const isKnown = others.length < unsent.length;
    if (item === null && !isKnown) return;
    const replaced = unsent.map((one) => (one.op_id === opId ? item : one));
    const added = item === null ? others : [...others, item];
    this.#shelf.write(this.#key, { ticket, unsent: isKnown && item !== null ? replaced : added });
  }
}
