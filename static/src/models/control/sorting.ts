/**
 * Sorting a board: which one is on the desk, which ideas are selected, what is lifted and where it hangs.
 * It holds signals and touches no DOM; everything it changes in the session goes through the control room.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Control } from "./control.ts";
import { Hints } from "./hints.ts";
import { boardsWithIdeas } from "./ideas.ts";
import {
  groupAct,
  mergeAct,
  newClusterAct,
  overWords,
  type Pile,
  pilesOf,
  splitAct,
} from "./piles.ts";
import { inHand } from "./scene.ts";
import { counted } from "./words.ts";

/** Ideas in the air, and the number of the pile that they hang over. */
export interface Lifted {
  ids: readonly number[];
  place: number;
}

/** What the desk asks in a window of its own. */
export type Asking =
  | { what: "move" | "same"; ids: readonly number[] }
  | { what: "new" }
  | { what: "rename" | "merge"; clusterId: number };

export type BoardView = "outline" | "wall";

/** One moderator's sorting desk. */
export class Sorting {
  readonly control: Control;
  /** The board on the desk, or null while the desk is shut. */
  readonly board: ReadonlySignal<BoardTopic | null>;
  readonly piles: ReadonlySignal<readonly Pile[]>;
  /** Ideas on the desk that say nearly the same. */
  readonly hints: Hints;
  readonly selected = signal<ReadonlySet<number>>(new Set());
  readonly lifted = signal<Lifted | null>(null);
  readonly asking = signal<Asking | null>(null);
  readonly view = signal<BoardView>("outline");
  readonly #boardId = signal<number | null>(null);

  constructor(control: Control) {
    this.control = control;
    this.board = computed(() => control.scene.value?.boards.get(this.#boardId.value ?? -1) ?? null);
    this.piles = computed(() => {
      const board = this.board.value;
      return board ? pilesOf(board, control.scene.value?.posts ?? []) : [];
    });
    this.hints = new Hints(this);
  }

  /** Put a board on the desk; without an id the one in hand, else the first that has ideas. */
  open(boardId?: number): boolean {
    const scene = this.control.scene.value;
    if (!scene || scene.session.state === "ended") return false;
    const hand = inHand(scene, this.control.chosen.value);
    const first = hand?.kind === "board" ? hand.board : boardsWithIdeas(scene)[0];
    this.#boardId.value = boardId ?? first?.id ?? null;
    this.selected.value = new Set();
    return this.board.value !== null;
  }

  /** Clear the desk. */
  close(): void {
    this.#boardId.value = null;
    this.lifted.value = null;
    this.asking.value = null;
  }

  /** Select an idea, or no longer. */
  toggle(id: number): void {
    const next = new Set(this.selected.value);
    if (!next.delete(id)) next.add(id);
    this.selected.value = next;
  }

  /** The selected ideas that are still on the desk; without any the one that has the focus. */
  chosen(focusedId: number | null): readonly PostPayload[] {
    const all = this.piles.value.flatMap((pile) => pile.posts);
    const marked = all.filter((post) => this.selected.value.has(post.id));
    return marked.length > 0 ? marked : all.filter((post) => post.id === focusedId);
  }

  /** Ask where ideas shall go. */
  askMove(posts: readonly PostPayload[]): void {
    this.asking.value = { what: "move", ids: posts.map((post) => post.id) };
  }

  /** Put ideas into a pile. True when it was done. */
  async move(ids: readonly number[], clusterId: number | null): Promise<boolean> {
    const board = this.board.value;
    return board !== null && this.#do(groupAct(board, this.posts(ids), clusterId));
  }

  /** Make a cluster of ideas, or an empty one. */
  async make(ids: readonly number[], title: string): Promise<boolean> {
    const board = this.board.value;
    if (board === null) return false;
    return this.#do(newClusterAct(board, this.posts(ids), title));
  }

  /** Let one of some ideas stand for the others. True when it was done. */
  async merge(ids: readonly number[], intoId: number): Promise<boolean> {
    const board = this.board.value;
    const posts = this.posts(ids);
    const into = posts.find((post) => post.id === intoId);
    return board !== null && into !== undefined && this.#do(mergeAct(board, posts, into));
  }

  /** Let a merged idea stand for itself again. */
  split(postId: number): void {
    const board = this.board.value;
    if (board) void this.#do(splitAct(board, postId));
  }

  /** Send the chosen ideas to the cluster with this number, counted from 1. */
  send(number: number, focusedId: number | null): void {
    const pile = this.piles.value[number];
    const posts = this.chosen(focusedId);
    if (!pile) this.control.say("refused", `There is no cluster ${number}.`);
    else if (posts.length === 0) this.control.say("refused", "Select ideas first, with Space.");
    else
      void this.move(
        posts.map((post) => post.id),
        pile.id,
      );
  }

  /** Lift an idea, and with it all that are selected if it is one of them. The result is to be announced. */
  lift(post: PostPayload): string {
    const ids = this.selected.value.has(post.id) ? [...this.selected.value] : [post.id];
    const at = this.piles.value.findIndex((pile) => pile.id === post.cluster_id);
    this.lifted.value = { ids, place: Math.max(0, at) };
    if (this.piles.value.length < 2) return "Lifted. There is no cluster yet: G makes one.";
    const what = ids.length > 1 ? `Lifted ${counted(ids.length, "idea")}.` : "Lifted.";
    return `${what} ${overWords(this.piles.value, this.lifted.value.place)}`;
  }

  /** Carry what is lifted to the next pile or the one before. The result is to be announced. */
  carry(step: 1 | -1): string {
    const lifted = this.lifted.value;
    if (!lifted) return "";
    const last = this.piles.value.length - 1;
    const place = Math.min(last, Math.max(0, lifted.place + step));
    this.lifted.value = { ...lifted, place };
    return overWords(this.piles.value, place);
  }

  /** Let what is lifted fall where it hangs. What to announce, or "" when the notice says it. */
  drop(): string {
    const lifted = this.lifted.value;
    const pile = lifted && this.piles.value[lifted.place];
    this.lifted.value = null;
    if (!lifted || !pile) return "";
    const board = this.board.value;
    const act = board && groupAct(board, this.posts(lifted.ids), pile.id);
    if (!act) return `Dropped where it was, in ${pile.title}.`;
    void this.#do(act);
    return "";
  }

  /** Put back what is lifted. The result is to be announced. */
  putBack(): string {
    if (!this.lifted.value) return "";
    this.lifted.value = null;
    return "Put back. Nothing was moved.";
  }

  /** Ideas on the desk, by their ids. */
  posts(ids: readonly number[]): PostPayload[] {
    const wanted = new Set(ids);
    return this.piles.value.flatMap((pile) => pile.posts.filter((post) => wanted.has(post.id)));
  }

  async #do(act: Act | null): Promise<boolean> {
    if (!act) {
      this.control.say("refused", "They are there already.");
      return false;
    }
    const isDone = await this.control.press({ id: act.name, says: "", act, off: null });
    if (isDone) this.selected.value = new Set();
    return isDone;
  }
}
