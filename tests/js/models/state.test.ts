import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../../../static/src/generated/contract.ts";
import { merge, StateStore } from "../../../static/src/models/state.ts";
import { board, change, nobody, ownAnswer, poll, post, session, snapshot } from "../fakes/story.ts";
import { chance } from "../fakes/time.ts";

/** A store that remembers how often it asked for a snapshot. */
function newStore(): { store: StateStore; asked: () => number } {
  let asked = 0;
  const store = new StateStore(() => {
    asked += 1;
  });
  return { store, asked: () => asked };
}

test("a change replaces keys, and null takes them away", () => {
  const before = snapshot(4, { posts: { 1: post(1), 2: post(2) } });
  const after = merge(
    before,
    change(4, 5, {
      topics: { "poll:9": poll(9), agenda: null },
      posts: { 1: null, 2: post(2, { support: 3 }) },
    }),
  );
  assert.deepEqual(after.topics, { session: session(), "poll:9": poll(9) });
  assert.deepEqual(after.posts, { 2: post(2, { support: 3 }) });
  assert.equal(after.rev, 5);
  assert.equal(before.posts[1]?.text, "Idea 1", "the old state stays as it was");
});

test("what comes before the first snapshot waits for it", () => {
  const { store, asked } = newStore();
  store.take(change(7, 8, { topics: { "poll:9": poll(9) } }));
  store.take(change(3, 4, { topics: { "poll:9": poll(9, { title: "long ago" }) } }));
  assert.equal(store.rev, null);
  store.take(snapshot(7));
  assert.equal(store.rev, 8);
  assert.deepEqual(store.state.value?.topics["poll:9"], poll(9));
  assert.equal(asked(), 0);
});

test("an old change and a repeated one are ignored", () => {
  const { store } = newStore();
  store.take(snapshot(7));
  store.take(change(6, 7, { posts: { 1: post(1) } }));
  store.take(change(7, 8, { posts: { 2: post(2) } }));
  store.take(change(7, 8, { posts: { 2: post(2, { text: "twice" }) } }));
  assert.deepEqual(store.state.value?.posts, { 2: post(2) });
});

test("a change that reaches back further than needed is applied", () => {
  const { store, asked } = newStore();
  store.take(snapshot(7));
  store.take(change(5, 9, { posts: { 2: post(2) } }));
  assert.equal(store.rev, 9);
  assert.equal(asked(), 0);
});

test("a gap asks once for a snapshot, and what came meanwhile is applied after it", () => {
  const { store, asked } = newStore();
  store.take(snapshot(1));
  store.take(change(3, 4, { posts: { 4: post(4) } }));
  store.take(change(5, 6, { posts: { 6: post(6) } }));
  assert.equal(store.rev, 1);
  assert.equal(asked(), 1);
  store.take(snapshot(5, { posts: { 4: post(4), 5: post(5) } }));
  assert.equal(store.rev, 6);
  assert.deepEqual(Object.keys(store.state.value?.posts ?? {}), ["4", "5", "6"]);
  store.take(change(6, 7, { posts: { 7: post(7) } }));
  assert.equal(store.rev, 7);
});

test("a snapshot that was overtaken does not take the state back", () => {
  const { store } = newStore();
  store.take(snapshot(5));
  store.take(change(5, 6, { posts: { 6: post(6) } }));
  store.take(snapshot(5));
  assert.equal(store.rev, 6);
});

test("after a reconnection the first snapshot counts, even one of a restored server", () => {
  const { store } = newStore();
  store.take(snapshot(50, { posts: { 1: post(1) } }));
  store.restart();
  assert.equal(store.rev, 50, "the last picture stays while there is no other");
  store.take(change(50, 51, { posts: { 2: post(2) } }));
  store.take(snapshot(40));
  assert.equal(store.rev, 40);
  assert.deepEqual(store.state.value?.posts, {});
});

test("own answers of a restored server are taken, though its numbers are lower", () => {
  const { store } = newStore();
  store.take(snapshot(50));
  store.takeMe(51, { ...nobody(), responses: { 9: ownAnswer([11]) } });
  store.restart();
  store.take(snapshot(40));
  store.takeMe(41, { ...nobody(), responses: { 9: ownAnswer([12]) } });
  assert.deepEqual(store.state.value?.me?.responses, { 9: ownAnswer([12]) });
});

test("an acknowledgement shows the own answer at once, and an older one does not undo it", () => {
  const { store } = newStore();
  store.take(snapshot(7));
  store.takeMe(9, { ...nobody(), responses: { 9: ownAnswer([12]) } });
  store.takeMe(8, { ...nobody(), responses: { 9: ownAnswer([11]) } });
  store.takeMe(8, { supports: { 4: true } });
  assert.deepEqual(store.state.value?.me, {
    ...nobody(),
    responses: { 9: ownAnswer([12]) },
    supports: { 4: true },
  });
  assert.equal(store.rev, 7, "others' changes up to 9 are still to come");
});

test("an acknowledgement from before the snapshot changes nothing", () => {
  const { store } = newStore();
  store.take(snapshot(9, { me: { ...nobody(), responses: { 9: ownAnswer([12]) } } }));
  store.takeMe(8, { ...nobody(), responses: { 9: ownAnswer([11]) } });
  assert.deepEqual(store.state.value?.me?.responses, { 9: ownAnswer([12]) });
});

/** A made-up history: the state after each rev, and the changes between any two of them. */
class History {
  readonly states: State[];
  readonly #touched: string[][] = [[]];
  readonly #next: () => number;

  constructor(seed: number, length: number) {
    this.#next = chance(seed);
    this.states = [snapshot(0)];
    for (let rev = 1; rev <= length; rev += 1) this.states.push(this.#grow(rev));
  }

  at(rev: number): State {
    return this.states[rev] as State;
  }

  /** What was touched between two revs, as a server sends it: gone is null, even if it came since. */
  between(since: number, rev: number): State {
    const now = this.at(rev);
    const touched = this.#touched.slice(since + 1, rev + 1).flat();
    const part = <T extends object>(name: string, held: T): T => {
      const keys = touched.filter((key) => key.startsWith(name)).map((key) => key.slice(5));
      return Object.fromEntries(keys.map((key) => [key, Reflect.get(held, key) ?? null])) as T;
    };
    return change(since, rev, {
      topics: part("topic", now.topics),
      posts: part("posts", now.posts),
    });
  }

  pick(below: number): number {
    return Math.floor(this.#next() * below);
  }

  #grow(rev: number): State {
    const old = this.at(rev - 1);
    const topics = { ...old.topics };
    const posts = { ...old.posts };
    const key = String(1 + this.pick(6));
    if (this.pick(4) === 0) delete posts[key];
    else posts[key] = post(Number(key), { support: rev });
    if (this.pick(3) === 0) topics[`board:${key}`] = board(Number(key), { ideas: rev });
    else delete topics[`board:${key}`];
    this.#touched.push([`topicboard:${key}`, `posts${key}`]);
    return { ...old, rev, topics, posts };
  }
}

test("whatever is lost, doubled or late: only true states are shown, and the last one is reached", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const history = new History(seed, 40);
    const { store, asked } = newStore();
    let sent = 0;
    let answered = 0;
    for (let now = 1; now <= 40; now += 1 + history.pick(3)) {
      const messages = [history.between(Math.max(0, sent - history.pick(3)), now)];
      sent = now;
      if (history.pick(5) === 0) messages.pop();
      if (history.pick(4) === 0) messages.push(history.between(0, history.pick(now) + 1));
      if (now === 1 || history.pick(9) === 0) messages.unshift(history.at(history.pick(now)));
      if (history.pick(12) === 0) {
        store.restart();
        messages.push(history.at(now));
      }
      if (asked() > answered && history.pick(2) === 0) {
        answered = asked();
        messages.push(history.at(now - history.pick(2)));
      }
      for (const message of messages) {
        store.take(message);
        const shown = store.state.value;
        if (shown !== null) assert.deepEqual(shown, history.at(shown.rev), `seed ${seed}`);
      }
    }
    store.take(history.between(sent, 40));
    if (store.rev !== 40) store.take(history.at(40));
    assert.deepEqual(store.state.value, history.at(40), `seed ${seed}`);
  }
});

test("the event `me` is whole: what is not in it any more is gone, but nothing newer", () => {
  const { store } = newStore();
  store.take(snapshot(7, { me: { ...nobody(), responses: { 9: ownAnswer([11]) } } }));
  store.takeMe(10, { responses: { 12: ownAnswer([12]) } });
  store.takeOwn(9, { ...nobody(), supports: { 4: true } });
  assert.deepEqual(store.state.value?.me?.responses, { 12: ownAnswer([12]) });
  assert.deepEqual(store.state.value?.me?.supports, { 4: true });
});
