/** Half-written texts and unsent choices: written down at every change, so that nothing is lost. */
import type { Drafts } from "./session.ts";

/** Where drafts are kept; what it cannot keep it forgets silently. */
export interface DraftStore {
  read(): Record<string, unknown>;
  write(drafts: Record<string, unknown>): void;
}

function isEmpty(draft: unknown): boolean {
  return (
    draft === null || draft === undefined || (typeof draft === "string" && draft.trim() === "")
  );
}

/** Drafts over a store. */
export class KeptDrafts implements Drafts {
  readonly #store: DraftStore;
  readonly #drafts: Map<string, unknown>;

  constructor(store: DraftStore) {
    this.#store = store;
    this.#drafts = new Map(Object.entries(store.read()));
  }

  get<T>(key: string): T | null {
    return (this.#drafts.get(key) as T | undefined) ?? null;
  }

  put(key: string, draft: unknown): void {
    if (!isEmpty(draft)) this.#drafts.set(key, draft);
    else if (!this.#drafts.delete(key)) return;
    this.#store.write(Object.fromEntries(this.#drafts));
  }
}
