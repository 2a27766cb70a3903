/** The cast: Maria and Jonas host "Balance in learning"; its steps, questions, board and ideas. */
import { signal } from "@preact/signals-core";
import type {
  Ack,
  BoardTopic,
  HintPayload,
  ItemPayload,
  Nack,
  PollTopic,
  PostPayload,
  QuestionPayload,
  Room,
  SessionTopic,
  State,
} from "../../../static/src/generated/contract";
import type { Act } from "../../../static/src/models/control/acts.ts";
import { type Scene, sceneOf } from "../../../static/src/models/control/scene.ts";
import type { Connection, SessionModel } from "../../../static/src/models/session";
import { plainBoard, plainItem, plainPoll, plainPost, plainSession } from "../fakes/plain.ts";

/** 24 October 2023, 14:30 in Brussels. */
export const START_MS = Date.UTC(2023, 9, 24, 12, 30);
export const MINUTE_MS = 60_000;

export function session(changes: Partial<SessionTopic> = {}): SessionTopic {
  return plainSession({
    public_id: "s1",
    title: "Balance in learning",
    current_item_id: 2,
    version: 5,
    planned_start_ms: START_MS,
    started_at_ms: START_MS,
    delete_on: "2027-03-12",
    last: null,
    ...changes,
  });
}

export function item(id: number, title: string, changes: Partial<ItemPayload> = {}): ItemPayload {
  const planned_start_ms = START_MS + (id - 1) * 10 * MINUTE_MS;
  return plainItem(id, { title, planned_start_ms, notes: "", ...changes });
}

export function poll(id: number, title: string, changes: Partial<PollTopic> = {}): PollTopic {
  return plainPoll(id, {
    item_id: 2,
    title,
    state: "ready",
    version: 1,
    is_on_stage: false,
    is_on_phones: false,
    last: null,
    ...changes,
  });
}

export function board(changes: Partial<BoardTopic> = {}): BoardTopic {
  return plainBoard(31, {
    item_id: 3,
    title: "What can we do together?",
    state: "ready",
    columns: [
      { id: 1, title: "Offer", type: "offer" },
      { id: 2, title: "Ask", type: "ask" },
    ],
    waiting: 0,
    version: 3,
    last: null,
    ...changes,
  });
}

export function post(id: number, changes: Partial<PostPayload> = {}): PostPayload {
  const host = { state: "waiting", version: 0, last: null } as const;
  return plainPost(id, { at_ms: START_MS + id, ...host, ...changes });
}

export function room(changes: Partial<Room> = {}): Room {
  return {
    now_ms: START_MS,
    participants: 61,
    over_http: 0,
    unsent: 0,
    trouble: 0,
    moderators: ["Maria", "Jonas"],
    speakers: [],
    stages: [{ showing: "Barriers", seen_ms_ago: 1000 }],
    voices: [],
    ...changes,
  };
}

/** Three steps: Welcome is done, Barriers is live with two questions, Cooperation has a board. */
export function steps(): ItemPayload[] {
  return [
    item(1, "Welcome", { state: "done", spent_ms: 10 * MINUTE_MS }),
    item(2, "Barriers", {
      state: "live",
      started_at_ms: START_MS + 10 * MINUTE_MS,
      poll_ids: [11, 12],
    }),
    item(3, "Cooperation", { board_ids: [31] }),
  ];
}

export interface Parts {
  session?: Partial<SessionTopic>;
  items?: ItemPayload[];
  polls?: PollTopic[];
  board?: Partial<BoardTopic>;
  posts?: PostPayload[];
  hints?: HintPayload[];
  questions?: QuestionPayload[];
}

export function state(parts: Parts = {}): State {
  const polls = parts.polls ?? [poll(11, "What holds people back?"), poll(12, "How much?")];
  return {
    rev: 1,
    since: null,
    now_ms: START_MS,
    topics: {
      session: session(parts.session),
      agenda: { items: parts.items ?? steps() },
      ...Object.fromEntries(polls.map((one) => [`poll:${one.id}`, one])),
      "board:31": board(parts.board),
      ...(parts.hints && { "hints:31": { board_id: 31, hints: parts.hints } }),
    },
    questions: Object.fromEntries((parts.questions ?? []).map((one) => [String(one.id), one])),
    joins: {},
    posts: Object.fromEntries((parts.posts ?? []).map((one) => [String(one.id), one])),
    me: null,
  };
}

export function scene(parts: Parts = {}): Scene {
  return sceneOf(state(parts)) as Scene;
}

/** A session model that records what is sent and answers as it is told to. */
export function fakeModel(parts: Parts = {}) {
  const held = signal<State | null>(state(parts));
  const connection = signal<Connection>("connected");
  const sent: Act[] = [];
  let answer: Ack | Nack = { ok: true, rev: 2, at_ms: START_MS, receipt: "R", me: null };
  let now_ms = START_MS;
  const model = {
    state: held,
    connection,
    room: signal(room()),
    clock: { now: () => now_ms },
    act: async (name: string, args: object) => {
      sent.push({ name, args } as Act);
      return answer;
    },
    close: () => undefined,
  } as unknown as SessionModel;
  return {
    model,
    sent,
    connection,
    become: (next: Parts) => {
      held.value = state(next);
    },
    answerWith: (next: Ack | Nack) => {
      answer = next;
    },
    passes: (more_ms: number) => {
      now_ms += more_ms;
    },
  };
}

export function nack(code: string, message: string, details: Nack["details"] = {}): Nack {
  return { ok: false, code, message, retry: false, details };
}
