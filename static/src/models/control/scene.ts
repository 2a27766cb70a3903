/** What a moderator sees of a session, read once from the state, so that rules work on plain values. */
import type {
  AgendaTopic,
  BoardTopic,
  CommitmentsTopic,
  HintsTopic,
  ItemPayload,
  PollTopic,
  PostPayload,
  QuestionPayload,
  SessionTopic,
  State,
  VotesTopic,
} from "../../generated/contract";
import { nextItem as nextAfter } from "../agenda.ts";

/** A session as the control room reads it. */
export interface Scene {
  session: SessionTopic;
  items: readonly ItemPayload[];
  polls: ReadonlyMap<number, PollTopic>;
  boards: ReadonlyMap<number, BoardTopic>;
  /** In the order they came. */
  posts: readonly PostPayload[];
  /** Questions to the speakers, in the order they came. */
  questions: readonly QuestionPayload[];
  /** How many there are, and those that everybody may read, the newest first. */
  commitments: CommitmentsTopic;
  /** How far the voting is, for each board on which people give points now. */
  votes: ReadonlyMap<number, VotesTopic>;
  /** Ideas that say nearly the same, for each board that has any. */
  hints: ReadonlyMap<number, HintsTopic>;
}

/** Something in a step that people answer: a question or a board. */
export type Activity =
  | { key: string; kind: "poll"; poll: PollTopic }
  | { key: string; kind: "board"; board: BoardTopic };

/** The scene in a state; null while the session itself is not in it. */
export function sceneOf(state: State | null): Scene | null {
  const session = state?.topics.session as SessionTopic | null | undefined;
  if (!state || !session) return null;
  const agenda = state.topics.agenda as AgendaTopic | null | undefined;
  const polls = new Map<number, PollTopic>();
  const boards = new Map<number, BoardTopic>();
  const votes = new Map<number, VotesTopic>();
  const hints = new Map<number, HintsTopic>();
  for (const [key, topic] of Object.entries(state.topics)) {
    if (!topic) continue;
    if (key.startsWith("poll:")) polls.set((topic as PollTopic).id, topic as PollTopic);
    if (key.startsWith("votes:")) votes.set((topic as VotesTopic).board_id, topic as VotesTopic);
    if (key.startsWith("hints:")) hints.set((topic as HintsTopic).board_id, topic as HintsTopic);
    if (key.startsWith("board:")) boards.set((topic as BoardTopic).id, topic as BoardTopic);
  }
  const posts = Object.values(state.posts).filter((post) => post !== null);
  posts.sort((one, other) => one.at_ms - other.at_ms || one.id - other.id);
  const questions = Object.values(state.questions).filter((one) => one !== null);
  questions.sort((one, other) => one.at_ms - other.at_ms || one.id - other.id);
  const promised = state.topics.commitments as CommitmentsTopic | null | undefined;
  const commitments = promised ?? { count: 0, public: [] };
  return {
    session,
    items: agenda?.items ?? [],
    polls,
    boards,
    posts,
    questions,
    commitments,
    votes,
    hints,
  };
}

/** The step that is live, or null before the start and after the end. */
export function currentItem(scene: Scene): ItemPayload | null {
  return scene.items.find((item) => item.id === scene.session.current_item_id) ?? null;
}

/** The step that "Launch next" goes to: the next in order that was not skipped. */
export function nextItem(scene: Scene): ItemPayload | null {
  return nextAfter(scene.items, scene.session.current_item_id);
}

/** The step before the current one that was not skipped. */
export function previousItem(scene: Scene): ItemPayload | null {
  const at = scene.items.findIndex((item) => item.id === scene.session.current_item_id);
  return scene.items.slice(0, Math.max(at, 0)).findLast((item) => item.state !== "skipped") ?? null;
}

/** The questions and boards that a step owns, in order. */
export function activitiesOf(scene: Scene, item: ItemPayload | null): Activity[] {
  if (!item) return [];
  const polls = item.poll_ids.flatMap((id) => pollActivity(scene.polls.get(id)));
  const boards = item.board_ids.flatMap((id) => boardActivity(scene.boards.get(id)));
  return [...polls, ...boards];
}

/**
 * What the moderators can steer now: the current step's activities, then those still open elsewhere.
 * In the lobby those of the first step: people who wait may answer.
 */
export function activitiesNow(scene: Scene): Activity[] {
  const first = scene.session.state === "open" ? nextItem(scene) : null;
  const current = activitiesOf(scene, currentItem(scene) ?? first);
  const known = new Set(current.map((activity) => activity.key));
  const elsewhere = scene.items.flatMap((item) => activitiesOf(scene, item));
  const open = elsewhere.filter((one) => stateOf(one) === "open" && !known.has(one.key));
  return [...current, ...open];
}

/** True for what is still open though its step is not the live one. */
export function isLeftOpen(scene: Scene, activity: Activity): boolean {
  const itemId = activity.kind === "poll" ? activity.poll.item_id : activity.board.item_id;
  const current = currentItem(scene);
  return current !== null && stateOf(activity) === "open" && itemId !== current.id;
}

/** ready, open or closed. */
export function stateOf(activity: Activity): PollTopic["state"] {
  return activity.kind === "poll" ? activity.poll.state : activity.board.state;
}

/** True for what waits to be opened; what was left out does not. */
export function isToOpen(activity: Activity): boolean {
  const isLeftOut = activity.kind === "poll" && activity.poll.left_out_minutes !== undefined;
  return stateOf(activity) === "ready" && !isLeftOut;
}

/** The question or the name of the board. */
export function titleOf(activity: Activity): string {
  return activity.kind === "poll" ? activity.poll.title : activity.board.title;
}

/**
 * The activity that the keys C and R act on: the one the moderator chose; else of the live step the one
 * that is open, the first that is ready, or the last; else what was left open before.
 */
export function inHand(scene: Scene, chosen: string | null): Activity | null {
  const all = activitiesNow(scene);
  const here = all.filter((activity) => !isLeftOpen(scene, activity));
  return (
    all.find((activity) => activity.key === chosen) ??
    here.find((activity) => stateOf(activity) === "open") ??
    here.find(isToOpen) ??
    here.at(-1) ??
    all[0] ??
    null
  );
}

/** What to know before launching: how many questions and boards of this step are open; "" for none. */
export function stillOpenWords(scene: Scene): string {
  const open = activitiesNow(scene).filter((activity) => stateOf(activity) === "open");
  if (open.length === 0 || scene.session.state !== "live") return "";
  const [first] = open;
  const what = first && open.length === 1 ? `“${titleOf(first)}” is` : `${open.length} are`;
  const [it, they] = open.length === 1 ? ["it", "it is"] : ["them", "they are"];
  if (currentItem(scene)?.closes_own && !open.some((one) => isLeftOpen(scene, one))) {
    return `${what} still open. Launching closes ${it}; what was sent is kept.`;
  }
  return `${what} still open. Launching leaves ${it} open until ${they} closed.`;
}

function pollActivity(poll: PollTopic | undefined): Activity[] {
  return poll ? [{ key: `poll:${poll.id}`, kind: "poll", poll }] : [];
}

function boardActivity(board: BoardTopic | undefined): Activity[] {
  return board ? [{ key: `board:${board.id}`, kind: "board", board }] : [];
}
