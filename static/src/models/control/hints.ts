/**
 * Ideas that say nearly the same, as the server found them: two at a time, for a host to decide on.
 * Nothing is ever put together by itself. It holds signals and touches no DOM.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { HintsTopic, PostPayload } from "../../generated/contract";
import type { Sorting } from "./sorting";

/** Two ideas that say nearly the same. */
export interface Twins {
  /** Stays the same for these two, whichever comes first. */
  key: string;
  /** The one that more people stand behind, else the one that was sent first. */
  first: PostPayload;
  second: PostPayload;
}

export const NO_TWINS = "There are no two ideas here that say nearly the same.";
const DESK_IS_SHUT = "Open the desk for grouping ideas first, with G.";

/** The twins among these ideas, closest first. One that is gone meanwhile has none. */
export function twinsOf(topic: HintsTopic | undefined, posts: readonly PostPayload[]): Twins[] {
  const known = new Map(posts.map((post) => [post.id, post]));
  return (topic?.hints ?? []).flatMap(({ post_id, earlier_id }) => {
    const [later, earlier] = [known.get(post_id), known.get(earlier_id)];
    if (!later || !earlier) return [];
    const isLaterFirst = weight(later) > weight(earlier);
    const [first, second] = isLaterFirst ? [later, earlier] : [earlier, later];
    return [{ key: `${earlier_id}-${post_id}`, first, second }];
  });
}

/** The clusters that two ideas are in, without none. */
function clustersOf({ first, second }: Twins): number[] {
  const ids = [first.cluster_id, second.cluster_id].filter((id) => id !== null);
  return [...new Set(ids)];
}

/** Whether both are in one cluster. */
export function areTogether(twins: Twins): boolean {
  return twins.first.cluster_id !== null && twins.first.cluster_id === twins.second.cluster_id;
}

function weight(post: PostPayload): number {
  return post.support + post.points;
}

/** The suggestions on one moderator's desk. */
export class Hints {
  /** Those that the moderator has put away, by key; the page keeps them on this device. */
  readonly away = signal<ReadonlySet<string>>(new Set());
  /** What is still to be decided on, closest first. */
  readonly twins: ReadonlySignal<readonly Twins[]>;
  /** How many of them were put away. */
  readonly hidden: ReadonlySignal<number>;
  /** Those that the moderator wants in one cluster. Once they are, there is nothing left to decide. */
  readonly #beside = signal<ReadonlySet<string>>(new Set());
  readonly #sorting: Sorting;

  constructor(sorting: Sorting) {
    this.#sorting = sorting;
    const all = computed(() => {
      const topic = sorting.control.scene.value?.hints.get(sorting.board.value?.id ?? -1);
      const posts = sorting.piles.value.flatMap((pile) => pile.posts);
      const isDone = (one: Twins): boolean => this.#beside.value.has(one.key) && areTogether(one);
      return twinsOf(topic, posts).filter((one) => !isDone(one));
    });
    this.twins = computed(() => all.value.filter((one) => !this.away.value.has(one.key)));
    this.hidden = computed(() => all.value.length - this.twins.value.length);
  }

  /** The two that are looked at now, or null. */
  get now(): Twins | null {
    return this.twins.value[0] ?? null;
  }

  /** Let one idea stand for both; without an id the first. True when it was done. */
  async letStand(intoId?: number): Promise<boolean> {
    const twins = this.#need();
    if (!twins) return false;
    const { first, second } = twins;
    return this.#sorting.merge([first.id, second.id], intoId ?? first.id);
  }

  /** The title of the cluster that both would be in; null when the moderator is to choose. */
  get cluster(): string | null {
    const [id, ...others] = this.now ? clustersOf(this.now) : [];
    const pile = this.#sorting.piles.value.find((one) => one.id === id && id !== undefined);
    return others.length === 0 ? (pile?.title ?? null) : null;
  }

  /** Put both into the cluster that one of them is in; ask for one when that does not settle it. */
  putTogether(): void {
    const twins = this.#need();
    if (!twins) return;
    const posts = [twins.first, twins.second];
    const [id] = clustersOf(twins);
    if (areTogether(twins)) {
      this.#sorting.control.say("refused", "Both are in one cluster already.");
      return;
    }
    this.#beside.value = new Set([...this.#beside.value, twins.key]);
    if (this.cluster === null || id === undefined) this.#sorting.askMove(posts);
    else
      void this.#sorting.move(
        posts.map((post) => post.id),
        id,
      );
  }

  /** How many suggestions a board has that were not put away, whether it is on the desk or not. */
  left(boardId: number): number {
    const scene = this.#sorting.control.scene.value;
    const all = twinsOf(scene?.hints.get(boardId), scene?.posts ?? []);
    return all.filter((one) => !this.away.value.has(one.key)).length;
  }

  /** Put the suggestion away: the two do not say the same. */
  putAway(): void {
    const twins = this.#need();
    if (!twins) return;
    this.away.value = new Set([...this.away.value, twins.key]);
    this.#sorting.control.say("done", "Put the suggestion away. Both ideas stay as they are.");
  }

  /** Suggest again what was put away. */
  bringBack(): void {
    this.away.value = new Set();
  }

  #need(): Twins | null {
    if (!this.now) {
      const why = this.#sorting.board.value ? NO_TWINS : DESK_IS_SHUT;
      this.#sorting.control.say("refused", why);
    }
    return this.now;
  }
}
