/** A session on its connection: state, clock, outbox and connection words, put together. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Ack, Bye, CommandArgs, CommandName, Nack, Room, State } from "../generated/contract";
import { actOnce } from "./acting.ts";
import { ServerClock } from "./clock.ts";
import { ConnectionState } from "./connection.ts";
import { type DraftStore, KeptDrafts } from "./draft.ts";
import { Link } from "./link.ts";
import { KeptOutbox } from "./outbox.ts";
import type { OutboxStore } from "./outbox_slot.ts";
import type { Drafts, SessionModel } from "./session.ts";
import { StateStore } from "./state.ts";
import { Alarm, type Timers } from "./timers.ts";
import { SessionView } from "./view.ts";
import type { MakeWire, Way } from "./wire.ts";

const ECHO_EVERY_MS = 2_000;
const ASK_AGAIN_MS = 2_000;
const LOOK_FOR_SLEEP_MS = 1_000;
/** A connection that was silent for so long is closed at the server's end. */
const SERVER_PATIENCE_MS = 20_000;

/** What a live session needs from the world. */
export interface SessionPorts {
  timers: Timers;
  socket: MakeWire;
  http: MakeWire;
  outbox: OutboxStore;
  drafts: DraftStore;
  newId(): string;
}

/** The session of one page. */
export class LiveSession extends SessionView implements SessionModel {
  readonly state: ReadonlySignal<State | null>;
  readonly outbox: KeptOutbox;
  readonly drafts: Drafts;
  readonly clock: ServerClock;
  readonly #room = signal<Room | null>(null);
  readonly #bye = signal<Bye | Nack | null>(null);
  readonly #ports: SessionPorts;
  readonly #words: ConnectionState;
  readonly #store: StateStore;
  readonly #link: Link;
  readonly #askAgain: Alarm;
  readonly #echoAgain: Alarm;
  readonly #watch: Alarm;
  readonly #isUp = signal(false);
  readonly #stopReports: () => void;
  #hasReported = false;

  constructor(ports: SessionPorts) {
    super();
    this.#ports = ports;
    this.#words = new ConnectionState(ports.timers);
    this.#store = new StateStore(() => this.#askSnapshot());
    this.state = this.#store.state;
    this.#link = this.#makeLink();
    this.clock = new ServerClock(
      ports.timers,
      () => this.#link.clock(),
      (slept_ms) => this.#link.tryNow(slept_ms > SERVER_PATIENCE_MS),
    );
    this.drafts = new KeptDrafts(ports.drafts);
    this.outbox = this.#makeOutbox();
    this.#askAgain = new Alarm(ports.timers);
    this.#echoAgain = new Alarm(ports.timers);
    this.#watch = new Alarm(ports.timers);
    this.#stopReports = effect(() => this.#report(this.outbox.late.value, this.#isUp.value));
  }

  readonly room = computed(() => this.#room.value);
  readonly bye = computed(() => this.#bye.value);

  get connection(): SessionModel["connection"] {
    return this.#words.connection;
  }

  get banner(): SessionModel["banner"] {
    return this.#words.banner;
  }

  /** Connect. */
  start(): this {
    this.#link.start();
    this.#watchForSleep();
    return this;
  }

  act<N extends CommandName>(name: N, args: CommandArgs[N]): Promise<Ack | Nack> {
    const envelope = { op_id: this.#ports.newId(), name, args: { ...(args as object) } };
    const isUp = () => this.#link.way !== null;
    return actOnce(this.#ports.timers, isUp, () => this.#link.act(envelope));
  }

  echo(showing: string): void {
    this.#link.tell("echo", { showing });
    this.#echoAgain.set(ECHO_EVERY_MS, () => this.echo(showing));
  }

  tryNow(): void {
    void this.#link.tryNow();
  }

  close(): void {
    this.#link.close();
    this.#rest();
    this.#words.close();
  }

  #makeLink(): Link {
    const { timers, socket, http } = this.#ports;
    return new Link(timers, socket, http, {
      up: (way) => this.#up(way),
      down: () => this.#down(),
      end: (why) => this.#end(why),
      state: (state) => this.#take(state),
      me: (rev, me) => this.#store.takeOwn(rev, me),
      room: (room) => {
        this.#room.value = room;
      },
    });
  }

  #makeOutbox(): KeptOutbox {
    return new KeptOutbox(this.#ports.timers, {
      store: this.#ports.outbox,
      deliver: (envelope) => this.#link.act(envelope),
      acknowledged: (ack) => this.#store.takeMe(ack.rev, ack.me),
      newId: this.#ports.newId,
    });
  }

  #up(way: Way): void {
    this.#store.restart();
    this.#words.up(way);
    this.#isUp.value = true;
    this.outbox.up();
    this.clock.resample();
  }

  #down(): void {
    this.#words.down();
    this.#isUp.value = false;
    this.outbox.down();
  }

  #end(why: Bye | Nack): void {
    this.#rest();
    this.#words.stop();
    this.#bye.value = why;
  }

  #rest(): void {
    this.#stopReports();
    this.#askAgain.cancel();
    this.#echoAgain.cancel();
    this.#watch.cancel();
    this.outbox.close();
    this.clock.stop();
  }

  #take(state: State): void {
    this.clock.hint(state.now_ms);
    this.#store.take(state);
  }

  /** A gap: ask for a snapshot until one comes or the connection goes. */
  #askSnapshot(): void {
    this.#link.state(null).then(
      (snapshot) => this.#take(snapshot),
      () => this.#askAgain.set(ASK_AGAIN_MS, () => this.#store.isAsking && this.#askSnapshot()),
    );
  }

  #watchForSleep(): void {
    this.clock.now();
    this.#watch.set(LOOK_FOR_SLEEP_MS, () => this.#watchForSleep());
  }

  #report(late: number, isUp: boolean): void {
    if (isUp && (late > 0 || this.#hasReported)) this.#link.tell("report", { unsent: late });
    this.#hasReported = isUp && late > 0;
  }
}
