/**
 * What a browser holds of a session, kept true by one law: merging a change into the snapshot at its
 * `since` gives the snapshot at its `rev`. A change that does not fit means a fresh snapshot.
 */
import { batch, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Me, MeChange, SessionTopic, State } from "../generated/contract";

/** Changes kept while a snapshot is on its way; dropped ones show as a gap and cost one snapshot. */
const BUFFERED = 500;

type Keyed = Record<string, unknown>;
type Parts = Record<string, Keyed>;

/** Replace key by key; null removes. The old record stays as it was. */
export function mergeKeys<T extends object>(old: T, change: T): T {
  if (Object.keys(change).length === 0) return old;
  const merged = { ...old } as Keyed;
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged as T;
}

/** What belongs to somebody of whom nothing is known. */
export const NOTHING: Me = {
  responses: {},
  posts: {},
  supports: {},
  questions: {},
  upvotes: {},
  pairs: {},
  joins: {},
  points: {},
  comments: {},
  commitments: {},
};

/** Merge what changed for one person, part by part. */
export function mergeMe(old: Me | null, change: MeChange | null): Me | null {
  if (change === null) return old;
  const merged = { ...(old ?? NOTHING) } as Parts;
  for (const [part, values] of Object.entries(change)) {
    merged[part] = mergeKeys(merged[part] ?? {}, values);
  }
  return merged as unknown as Me;
}

/** The merge law itself; `change.since <= old.rev < change.rev` must hold. */
export function merge(old: State, change: State): State {
  const topics = mergeKeys(old.topics, change.topics);
  return {
    rev: change.rev,
    since: null,
    now_ms: change.now_ms,
    topics,
    posts: mergeKeys(old.posts, change.posts),
    questions: mergeKeys(old.questions, change.questions),
    joins: mergeKeys(old.joins, change.joins),
    me: ownThings(change.me ?? old.me, topics.session),
  };
}

/** Own things come whole; who gave which answer is no longer known once the session has ended. */
function ownThings(me: Me | null, session: unknown): Me | null {
  const isOver = (session as SessionTopic | undefined)?.state === "ended";
  return me !== null && isOver ? NOTHING : me;
}

/** Keeps the state, whatever the order, repetition or loss of what arrives. */
export class StateStore {
  readonly #state = signal<State | null>(null);
  readonly #askSnapshot: () => void;
  /** Which rev each part of `me` comes from, as far as it is newer than the last snapshot. */
  readonly #ownRevs = new Map<string, number>();
  #snapshotRev = 0;
  #waiting: State[] = [];
  #hasBase = false;
  #hasAsked = false;

  /** `askSnapshot` is called once for each gap. */
  constructor(askSnapshot: () => void) {
    this.#askSnapshot = askSnapshot;
  }

  get state(): ReadonlySignal<State | null> {
    return this.#state;
  }

  /** The rev that is held, or null before the first snapshot. */
  get rev(): number | null {
    return this.#state.peek()?.rev ?? null;
  }

  /** Whether a snapshot is on its way because of a gap. */
  get isAsking(): boolean {
    return this.#hasAsked;
  }

  /** A new connection: its first snapshot counts, whatever its rev; changes wait for it. */
  restart(): void {
    this.#hasBase = false;
    this.#hasAsked = false;
    this.#waiting = [];
  }

  /** Take a snapshot (`since` is null) or a change, from whichever way it came. */
  take(incoming: State): void {
    if (incoming.since === null) this.#takeSnapshot(incoming);
    else if (this.#hasBase && !this.#hasAsked) this.#takeChange(incoming);
    else this.#wait(incoming);
  }

  /** Take everything of this person, from the event `me`: what is not in it any more is gone. */
  takeOwn(rev: number, whole: Me): void {
    const held = this.#state.peek()?.me ?? NOTHING;
    const gone: Parts = {};
    for (const [part, values] of Object.entries(held as unknown as Parts)) {
      const here = (whole as unknown as Parts)[part] ?? {};
      const missing = Object.keys(values).filter((key) => !(key in here));
      gone[part] = { ...here, ...Object.fromEntries(missing.map((key) => [key, null])) };
    }
    this.takeMe(rev, gone as MeChange);
  }

  /** Take what changed for this person alone, from an acknowledgement. */
  takeMe(rev: number, change: MeChange | null): void {
    const held = this.#state.peek();
    if (held === null || change === null || rev < this.#snapshotRev) return;
    const fresh = this.#onlyFresh(rev, change);
    this.#state.value = { ...held, me: mergeMe(held.me, fresh) };
  }

  #takeSnapshot(snapshot: State): void {
    this.#hasAsked = false;
    const rev = this.rev;
    if (this.#hasBase && rev !== null && snapshot.rev < rev) {
      this.#drain();
      return;
    }
    this.#hasBase = true;
    this.#snapshotRev = snapshot.rev;
    this.#ownRevs.clear();
    batch(() => {
      this.#state.value = snapshot;
      this.#drain();
    });
  }

  #takeChange(change: State): void {
    const held = this.#state.peek() as State;
    const since = change.since as number;
    if (change.rev <= held.rev) return;
    if (since > held.rev) {
      this.#gap(change);
      return;
    }
    const me = change.me === null ? null : this.#onlyFresh(change.rev, change.me);
    this.#state.value = merge(held, { ...change, me: me as Me | null });
  }

  #gap(change: State): void {
    this.#wait(change);
    this.#hasAsked = true;
    this.#askSnapshot();
  }

  #wait(change: State): void {
    this.#waiting.push(change);
    if (this.#waiting.length > BUFFERED) this.#waiting.shift();
  }

  #drain(): void {
    const waiting = this.#waiting.sort((a, b) => a.rev - b.rev);
    this.#waiting = [];
    for (const change of waiting) this.take(change);
  }

  /** Drop parts that a later acknowledgement has already brought, and remember the rest's rev. */
  #onlyFresh(rev: number, change: MeChange): MeChange {
    const fresh: Parts = {};
    for (const [part, values] of Object.entries(change)) {
      const kept = Object.entries(values).filter(
        ([key]) => rev >= (this.#ownRevs.get(`${part}:${key}`) ?? 0),
      );
      for (const [key] of kept) this.#ownRevs.set(`${part}:${key}`, rev);
      fresh[part] = Object.fromEntries(kept);
    }
    return fresh as MeChange;
  }
}
