/** Keeps a phone beside the host: what is shown now, what is offered, and what was there before. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { SessionModel } from "../session.ts";
import { arrive, follow, type Place, type Scene, sceneOf } from "./following.ts";

/** Whether something is half-made here: an unsent choice, a text that was begun. */
export function hasDraft(model: SessionModel, key: string): boolean {
  return model.drafts.get(key) !== null;
}

/** Follows the host for one phone. `place` is null until the first snapshot. */
export class Follower {
  readonly scene: ReadonlySignal<Scene>;
  readonly #place = signal<Place | null>(null);
  readonly #stop: () => void;
  readonly #seenRefused = new Set<string>();
  #wasAsked = false;

  /** `isInField` tells whether the reader's focus is in a field at this moment. */
  constructor(model: SessionModel, isInField: () => boolean) {
    this.scene = computed(() => sceneOf(model));
    let before: Scene | null = null;
    this.#stop = effect(() => {
      if (model.state.value === null) return;
      const now = this.scene.value;
      untracked(() => {
        this.#see(now);
        const place = this.#place.value;
        if (before === null || place === null) this.#place.value = resume(model, now);
        else this.#follow(follow(place, before, now, isBusy(model, now, place, isInField)));
      });
      before = now;
    });
  }

  get place(): ReadonlySignal<Place | null> {
    return this.#place;
  }

  /** The refused answers that the reader has had before their eyes. */
  get seenRefused(): ReadonlySet<string> {
    return this.#seenRefused;
  }

  /** Whether the reader asked for the last move. */
  get wasAsked(): boolean {
    return this.#wasAsked;
  }

  /** Go to what was offered or chosen from a list. What is offered and not taken stays on offer. */
  go(key: string): void {
    const offered = this.#place.peek()?.offered ?? null;
    this.#see(this.scene.peek(), key);
    this.#wasAsked = true;
    this.#place.value = { shown: key, offered: offered === key ? null : offered };
  }

  /** Follow no more. */
  close(): void {
    this.#stop();
  }

  #see(scene: Scene, shown = this.#place.peek()?.shown): void {
    for (const task of scene.tasks) {
      if (task.page === shown && task.isRefused) this.#seenRefused.add(task.key);
    }
  }

  #follow(place: Place): void {
    const old = this.#place.value;
    if (old?.shown === place.shown && old.offered === place.offered) return;
    this.#wasAsked = false;
    this.#place.value = place;
  }
}

/** Where somebody begins who opens the page: at a draft that was left behind, if it can still be sent. */
function resume(model: SessionModel, now: Scene): Place {
  const wanted = arrive(now);
  const left = now.tasks.find((task) => task.isOpen && hasDraft(model, task.key));
  if (left === undefined || left.page === wanted.shown) return wanted;
  return { shown: left.page, offered: wanted.shown };
}

/** Somebody is about to type or to choose, or has begun what is shown, be it closed under their hands. */
function isBusy(model: SessionModel, now: Scene, place: Place, isInField: () => boolean): boolean {
  const here = now.tasks.filter((task) => task.page === place.shown);
  return isInField() || here.some((task) => hasDraft(model, task.key));
}
