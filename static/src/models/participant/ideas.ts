/** One's own ideas: written, on their way, waiting for the host, on the board or not. */
import { type Signal, signal } from "@preact/signals-core";
import type { BoardTopic, OwnPost, PostPayload, SendPost } from "../../generated/contract";
import { checkLength, IDEA_LENGTH, tidy } from "../polls.ts";
import type { SendStatus, SessionModel } from "../session.ts";

/** An idea while it is written. */
export interface IdeaDraft {
  text: string;
  column_id: number | null;
  language: string;
}

/** What is missing, in words, and where. */
export interface Missing {
  part: "column" | "text";
  problem: string;
}

/** The idea to send, or what is missing. */
export type IdeaCheck = { args: SendPost; missing: null } | { args: null; missing: Missing };

/** Check an idea. On a board with one column there is nothing to choose. */
export function checkIdea(board: BoardTopic, draft: IdeaDraft): IdeaCheck {
  const only = board.columns.length === 1 ? (board.columns[0]?.id ?? null) : null;
  const column_id = draft.column_id ?? only;
  if (column_id === null) return lacking("column", "Choose what it is first.");
  const { problem } = checkLength(draft.text, IDEA_LENGTH);
  if (problem !== null) return lacking("text", problem);
  const { language } = draft;
  const args = { board_id: board.id, column_id, text: tidy(draft.text), language };
  return { args, missing: null };
}

function lacking(part: Missing["part"], problem: string): IdeaCheck {
  return { args: null, missing: { part, problem } };
}

/** The idea that stands for an own one: itself, or the one that it was merged into in the end. */
function standsFor(post: OwnPost, posts: readonly PostPayload[]): number {
  const root = posts.find((one) => one.together.some((each) => each.id === post.id));
  return root?.id ?? post.id;
}

/** Where an own idea stands that the server has, in words; `posts` are the ideas that everybody sees. */
export function postWords(
  post: OwnPost,
  board: BoardTopic,
  posts: readonly PostPayload[] = [],
): string {
  if (post.status === "waiting") return "Waiting for the host";
  if (post.status === "not_shown") return "Not shown";
  const shown = posts.find((one) => one.id === standsFor(post, posts));
  if (post.merged_into_id !== null) {
    return shown ? `On the board, together with “${shown.text}”` : "Put together with another idea";
  }
  const cluster = board.clusters.find((one) => one.id === shown?.cluster_id);
  if (cluster) return `On the board, grouped under “${cluster.title}”`;
  return board.is_revealed ? "On the board" : "On the board, not yet shown to others";
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
