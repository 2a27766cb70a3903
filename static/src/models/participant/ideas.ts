/** One's own ideas: written, on their way, waiting for the host, on the board or not. */
import { type Signal, signal } from "@preact/signals-core";
import type { SendPost } from "../../generated/contract";
import type { SendStatus, SessionModel } from "../session.ts";

/** An idea while it is written. */
export interface IdeaDraft {
  text: string;
  column_id: number | null;
  language: string;
}

/** An idea that the server has not stored: it waits, or was refused. */
export interface LooseIdea {
  key: string;
  args: SendPost;
  status: SendStatus;
}

/** Remembers under which keys ideas went into the outbox, so that none gets out of sight. */
export class IdeaBook {
  readonly #model: SessionModel;
  readonly #keys = new Map<number, Signal<readonly string[]>>();

  constructor(model: SessionModel) {
    this.#model = model;
  }

  /** The keys of a board's ideas that were sent from here, oldest first. Reads signals. */
  keys(boardId: number): readonly string[] {
    return this.#of(boardId).value;
  }

  /** Send an idea; the result is its key. */
  send(args: SendPost): string {
    const key = this.#model.outbox.newKey("idea");
    this.#model.outbox.send("send_post", args, key);
    const settled = (one: string) => this.#model.outbox.status(one).peek().state === "saved";
    const left = this.#of(args.board_id)
      .peek()
      .filter((one) => !settled(one));
    this.#keep(args.board_id, [...left, key]);
    return key;
  }

  /** Take a refused idea out of the list, to write it again or to leave it. */
  drop(boardId: number, key: string): void {
    this.#model.outbox.dismiss(key);
    this.#keep(
      boardId,
      this.keys(boardId).filter((one) => one !== key),
    );
  }

  /** The ideas that are not on the server yet, oldest first. Reads signals. */
  loose(boardId: number): LooseIdea[] {
    const found: LooseIdea[] = [];
    for (const key of this.keys(boardId)) {
      const status = this.#model.outbox.status(key).value;
      const isLoose = status.state !== "idle" && status.state !== "saved";
      if (isLoose && status.args && "column_id" in status.args) {
        found.push({ key, args: status.args, status });
      }
    }
    return found;
  }

  /** Where the idea stands that was sent last. Reads signals. */
  last(boardId: number): SendStatus {
    const key = this.keys(boardId).at(-1);
    return key === undefined ? { state: "idle" } : this.#model.outbox.status(key).value;
  }

  #of(boardId: number): Signal<readonly string[]> {
    const known = this.#keys.get(boardId);
    if (known) return known;
    const kept = this.#model.drafts.get<string[]>(`sent:${boardId}`) ?? [];
    const isAlive = (key: string) => this.#model.outbox.status(key).peek().state !== "idle";
    const fresh = signal<readonly string[]>(kept.filter(isAlive));
    this.#keys.set(boardId, fresh);
    return fresh;
  }

  #keep(boardId: number, keys: readonly string[]): void {
    this.#of(boardId).value = keys;
    this.#model.drafts.put(`sent:${boardId}`, keys.length > 0 ? keys : null);
  }
}
