/**
 * The control room behind its components: sends acts, remembers how to turn them back, says in words
 * what happened. It holds signals, touches no DOM, and starts no timers: the page calls `tick`.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { Ack, Nack, Room } from "../../generated/contract";
import { nextSecond_ms } from "../agenda.ts";
import type { SessionModel } from "../session";
import { type Act, inverse, targetOf, told, undoneTold, versionAfter } from "./acts.ts";
import type { Button } from "./buttons.ts";
import { type Awaited, isOnItsWay, versionOf, whyOff } from "./gate.ts";
import { refusedWords } from "./log.ts";
import { arrived, EMPTY_QUEUE, type Queue, revealed, tidied } from "./queue.ts";
import { looked, type Rates } from "./rate.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { fresh, pushed, UNDO_MS, type Undo, undone } from "./undo.ts";

/** What the moderator is told: "done" quietly, "refused" at once. A new `id` for every notice. */
export interface Notice {
  id: number;
  tone: "done" | "refused";
  says: string;
  at_ms: number;
}

/** How long an act may wait for its change to come back before its buttons work again. */
const AWAIT_MS = 5_000;
const NOTHING_TO_UNDO = "Nothing to undo. An act can be undone for 10 seconds.";
const ON_ITS_WAY = "Your last act is still on its way. Press again in a moment.";

/** One moderator's control room. */
export class Control {
  readonly model: SessionModel;
  readonly scene: ReadonlySignal<Scene | null>;
  /** Who is here; null while nothing is heard of it, as on the way over HTTP. */
  readonly room: ReadonlySignal<Room | null>;
  /** Why no button works at all, or null. */
  readonly off: ReadonlySignal<string | null>;
  /** The newest act that can be undone now, or null. */
  readonly undo: ReadonlySignal<Undo | null>;
  /** The last notice while it is new; then the place is free for what others do. */
  readonly noticeNow = computed(() => {
    const notice = this.#notice.value;
    return notice && this.#now.value < notice.at_ms + UNDO_MS ? notice : null;
  });
  /** The activity that the keys act on; the components may set it. */
  readonly chosen = signal<string | null>(null);
  /** Whether single keys act; the moderator can switch them off. */
  readonly keysOn = signal(true);
  readonly #now;
  readonly #rates = signal<Rates>(new Map());
  readonly #notice = signal<Notice | null>(null);
  readonly #queue = signal<Queue>(EMPTY_QUEUE);
  readonly #undos = signal<readonly Undo[]>([]);
  readonly #awaited = new Map<string, Awaited>();
  readonly #stop: () => void;

  constructor(model: SessionModel) {
    this.model = model;
    this.#now = signal(model.clock.now());
    this.scene = computed(() => sceneOf(model.state.value));
    this.room = computed(() => (model.connection.value === "connected" ? model.room.value : null));
    this.off = computed(() => whyOff(model.connection.value, this.scene.value));
    this.undo = computed(() => fresh(this.#undos.value, this.#now.value).at(-1) ?? null);
    const stopQueue = effect(() => {
      const posts = this.scene.value?.posts ?? [];
      untracked(() => {
        this.#queue.value = arrived(this.#queue.value, posts);
      });
    });
    const step = computed(() => this.scene.value?.session.current_item_id ?? null);
    const stopHand = effect(() => {
      step.value; // with another step, whoever launched it, the choice begins anew
      this.chosen.value = null;
    });
    this.#stop = () => {
      stopQueue();
      stopHand();
    };
  }

  /** Server time as of the last tick, in milliseconds since 1970. */
  get now(): ReadonlySignal<number> {
    return this.#now;
  }

  get notice(): ReadonlySignal<Notice | null> {
    return this.#notice;
  }

  get queue(): ReadonlySignal<Queue> {
    return this.#queue;
  }

  /** How fast answers come in. */
  get rates(): ReadonlySignal<Rates> {
    return this.#rates;
  }

  /** Look at the clock and at the counts. The result is how many milliseconds later to look again. */
  tick(): number {
    this.#now.value = this.model.clock.now();
    this.#rates.value = looked(this.#rates.value, this.scene.value, this.#now.value);
    return nextSecond_ms(this.scene.value?.items ?? [], this.#now.value);
  }

  /** Why this button cannot be pressed, or null. */
  whyNot(button: Button): string | null {
    return this.off.value ?? (button.act ? button.off : (button.off ?? "That cannot be done now."));
  }

  /** Press a button: send its act, or say why not. True when the act was carried out. */
  async press(button: Button): Promise<boolean> {
    this.tick();
    const before = this.scene.value;
    const why = this.whyNot(button) ?? this.#busy(button.act);
    if (why || !button.act || !before) return this.#refused(why ?? ON_ITS_WAY);
    const act = button.act;
    const answer = await this.#send(act);
    if (!answer.ok) return this.#refused(refusedWords(answer, this.model.clock.now()));
    this.#remember(act, before, answer.made);
    if (answer.made?.poll_id) this.chosen.value = `poll:${answer.made.poll_id}`;
    else if ("poll_id" in act.args || "board_id" in act.args) this.chosen.value = targetOf(act);
    return true;
  }

  /** Press several buttons, one after the other. */
  async pressAll(buttons: readonly Button[]): Promise<void> {
    for (const button of buttons) await this.press(button);
  }

  /** Turn back the newest act that can be. True when it was. */
  async undoLast(): Promise<boolean> {
    this.tick();
    const last = this.undo.value;
    const scene = this.scene.value;
    if (this.off.value) return this.#refused(this.off.value);
    if (!last || !scene) return this.#refused(NOTHING_TO_UNDO);
    this.#undos.value = fresh(this.#undos.value, this.#now.value).slice(0, -1);
    const answer = await this.#send(last.act);
    if (!answer.ok) return this.#refused(refusedWords(answer, this.model.clock.now()));
    this.#undos.value = undone([...this.#undos.value, last]);
    this.say("done", undoneTold(last.act, scene));
    return true;
  }

  /** Tell the moderator something. */
  say(tone: Notice["tone"], says: string): void {
    const id = (this.#notice.value?.id ?? 0) + 1;
    this.#notice.value = { id, tone, says, at_ms: this.model.clock.now() };
  }

  /** Show the ideas that came since. */
  showHeld(): void {
    this.#queue.value = revealed(this.#queue.value, this.scene.value?.posts ?? []);
  }

  /** The moderator looks away from the queue: settled ideas may go. */
  tidyQueue(): void {
    const posts = this.scene.value?.posts ?? [];
    this.#queue.value = arrived(tidied(this.#queue.value, posts), posts);
  }

  /** Leave. */
  close(): void {
    this.#stop();
    this.model.close();
  }

  #busy(act: Act | null): string | null {
    if (!act) return null;
    const target = targetOf(act);
    const shown = versionOf(this.scene.value, target);
    const isBusy = isOnItsWay(this.#awaited.get(target), shown, this.#now.value);
    return isBusy ? ON_ITS_WAY : null;
  }

  async #send(act: Act): Promise<Ack | Nack> {
    const target = targetOf(act);
    const until_ms = this.model.clock.now() + AWAIT_MS;
    this.#awaited.set(target, { version: versionAfter(act), until_ms });
    const answer = await this.model.act(act.name, act.args);
    if (!answer.ok) this.#awaited.delete(target);
    return answer;
  }

  #remember(act: Act, before: Scene, made: Ack["made"]): void {
    const at_ms = this.model.clock.now();
    const entry = { act: inverse(act, before, made), says: told(act, before), at_ms };
    this.#undos.value = pushed(fresh(this.#undos.value, at_ms), entry);
    this.tick();
    this.say("done", entry.says);
  }

  #refused(why: string): false {
    this.say("refused", why);
    return false;
  }
}
