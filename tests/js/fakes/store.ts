/** Storage as a browser has it: full, refused, or as it was left by the last visit. */
import type { Shelf } from "../../../static/src/models/device.ts";
import type { KeptItem, OutboxStore } from "../../../static/src/models/outbox_slot.ts";

export class FakeShelf implements Shelf {
  readonly values = new Map<string, string>();
  isRefused = false;
  isFull = false;

  getItem(key: string): string | null {
    this.#check();
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#check();
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.#check();
    this.values.delete(key);
  }

  #check(): void {
    if (this.isRefused) throw new DOMException("refused", "SecurityError");
  }
}

export class FakeStore implements OutboxStore {
  readonly isKept = true;
  items: KeptItem[] = [];

  list(): KeptItem[] {
    return [...this.items];
  }

  put(item: KeptItem): void {
    this.items = [...this.items.filter((one) => one.op_id !== item.op_id), item];
  }

  remove(opId: string): void {
    this.items = this.items.filter((one) => one.op_id !== opId);
  }
}
