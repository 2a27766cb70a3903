import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardTopic, PollTopic } from "../../../static/src/generated/contract.ts";
import {
  continuesAt_ms,
  echoOf,
  type Scene,
  type Sight,
  sceneOf,
} from "../../../static/src/models/stage/scene.ts";
import { board, item, poll, post, results, session } from "./things.ts";

const idea = post(1);

function sight(change: Partial<Sight> = {}): Sight {
  return {
    session: session(),
    item: item(),
    polls: [],
    boards: [],
    pairs: null,
    matches: null,
    postsOf: () => [idea],
    questions: [],
    commitments: null,
    ...change,
  };
}

const during = (polls: PollTopic[], boards: BoardTopic[] = []): Scene =>
  sceneOf(sight({ polls, boards }));

test("before the first snapshot the screen waits", () => {
  assert.deepEqual(sceneOf(sight({ session: null })), { name: "waiting" });
});

test("before the session it says how to join, and after it thanks", () => {
  for (const state of ["draft", "open"] as const) {
    const early = sight({ session: session({ state, current_item_id: null }), item: null });
    assert.equal(sceneOf(early).name, "join", state);
  }
  assert.equal(sceneOf(sight({ session: session({ state: "ended" }) })).name, "thanks");
});

test("what the host puts on the screen wins over the step", () => {
  const shown = { polls: [poll({ results: results() })] };
  const blank = sight({ ...shown, session: session({ stage_view: "blank" }) });
  const join = sight({ ...shown, session: session({ stage_view: "join" }) });
  assert.equal(sceneOf(blank).name, "blank");
  assert.equal(sceneOf(join).name, "join");
  assert.equal(sceneOf(sight(shown)).name, "results");
});

test("the pairs and the gaps stand where the host puts them, once there is something to pair", () => {
  const topic = { barriers: [], factors: [], pairs: [], gaps: [] };
  for (const view of ["matrix", "gaps"] as const) {
    const chosen = { session: session({ stage_view: view }) };
    assert.deepEqual(sceneOf(sight({ ...chosen, pairs: topic })), { name: view, topic });
    assert.equal(sceneOf(sight(chosen)).name, "step");
  }
});

test("a blank screen stays blank when the session ends", () => {
  const ended = session({ state: "ended", stage_view: "blank" });
  assert.equal(sceneOf(sight({ session: ended })).name, "blank");
});

test("a step without anything opened shows itself", () => {
  assert.deepEqual(during([]), { name: "step", item: item() });
});

test("an open question shows how many answered, and its results once they are shown", () => {
  const hidden = poll();
  const shown = poll({ results: results() });
  assert.deepEqual(during([hidden]), { name: "answers", poll: hidden });
  assert.deepEqual(during([shown]), { name: "results", poll: shown });
});

test("several open questions stand together", () => {
  const [first, second] = [poll(), poll({ id: 22, opened_at_ms: 2000 })];
  assert.deepEqual(during([first, second]), {
    name: "questions",
    item: item(),
    polls: [first, second],
  });
});

test("what is open wins over results that are still shown", () => {
  const before = poll({ state: "closed", results: results() });
  const now = poll({ id: 22, opened_at_ms: 2000 });
  assert.deepEqual(during([before, now]), { name: "answers", poll: now });
  assert.deepEqual(during([before], [board()]), { name: "ideas", board: board() });
});

test("of closed questions the one whose results are shown is drawn, of several the latest", () => {
  const first = poll({ state: "closed", results: results() });
  const second = poll({ id: 22, state: "closed", opened_at_ms: 2000 });
  const secondShown = { ...second, results: results() };
  assert.deepEqual(during([first, second]), { name: "results", poll: first });
  assert.deepEqual(during([first, secondShown]), { name: "results", poll: secondShown });
});

test("a closed question without shown results keeps its count", () => {
  const closed = poll({ state: "closed" });
  assert.deepEqual(during([closed]), { name: "answers", poll: closed });
});

test("a board shows its ideas only when it is revealed", () => {
  const revealed = board({ is_revealed: true });
  assert.deepEqual(during([], [board()]), { name: "ideas", board: board() });
  assert.deepEqual(during([], [revealed]), { name: "board", board: revealed, posts: [idea] });
});

test("the moderators read in words what the screen shows", () => {
  assert.equal(echoOf({ name: "answers", poll: poll() }), "Question: What hinders you most?");
  assert.equal(echoOf({ name: "results", poll: poll() }), "Results: What hinders you most?");
  assert.equal(echoOf({ name: "step", item: item() }), "Step: Barriers");
  assert.equal(echoOf({ name: "questions", item: item(), polls: [] }), "Questions: Barriers");
  assert.equal(echoOf({ name: "ideas", board: board() }), "Writing ideas: Working together");
  assert.equal(echoOf({ name: "board", board: board(), posts: [] }), "Ideas: Working together");
  assert.equal(echoOf({ name: "blank" }), "Blank");
});

test("a break says when it is over, earlier visits and added minutes included", () => {
  const pause = item({
    kind: "break",
    started_at_ms: 1_000_000,
    added_minutes: 2,
    spent_ms: 60_000,
  });
  assert.equal(continuesAt_ms(pause), 1_000_000 + 11 * 60_000);
  assert.equal(continuesAt_ms({ ...pause, started_at_ms: null }), null);
  assert.equal(continuesAt_ms({ ...pause, kind: "talk" }), null);
});
