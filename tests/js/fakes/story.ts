/** The session that the tests tell of: barriers and ideas of a two-hour meeting. */
import type {
  BoardTopic,
  ItemPayload,
  Me,
  OwnAnswer,
  PollTopic,
  PostPayload,
  QuestionPayload,
  ResultRow,
  SessionTopic,
  State,
} from "../../../static/src/generated/contract.ts";
import { plainBoard, plainItem, plainPoll, plainPost, plainSession } from "./plain.ts";

export const START = Date.UTC(2023, 9, 24, 12, 30);
export const MINUTE = 60_000;

export function item(id: number, changes: Partial<ItemPayload> = {}): ItemPayload {
  return plainItem(id, { planned_start_ms: START + (id - 1) * 10 * MINUTE, ...changes });
}

export function poll(id: number, changes: Partial<PollTopic> = {}): PollTopic {
  return plainPoll(id, {
    title: "What holds people back?",
    options: [
      { id: 11, text: "Time to learn", type: "challenge" },
      { id: 12, text: "Money", type: "challenge" },
      { id: 13, text: "Stereotypes", type: "challenge" },
      { id: 14, text: "Childcare", type: "challenge" },
    ],
    opened_at_ms: START,
    ...changes,
  });
}

export function row(id: number, label: string, count: number): ResultRow {
  return { id, label, type: null, count, share: 0 };
}

export function board(id: number, changes: Partial<BoardTopic> = {}): BoardTopic {
  return plainBoard(id, { columns: [{ id: 31, title: "Offer", type: "offer" }], ...changes });
}

export function post(id: number, changes: Partial<PostPayload> = {}): PostPayload {
  return plainPost(id, { board_id: 21, column_id: 31, at_ms: START + id, ...changes });
}

export function session(changes: Partial<SessionTopic> = {}): SessionTopic {
  const at = { planned_start_ms: START, started_at_ms: START };
  return plainSession({ current_item_id: 1, ...at, ...changes });
}

export function ownAnswer(optionIds: number[], receipt = "7QK2"): OwnAnswer {
  return {
    option_ids: optionIds,
    picks: optionIds.map((id) => ({ option_id: id, value: null, second: null })),
    other_text: null,
    value: null,
    second: null,
    not_applicable: false,
    text: null,
    terms: [],
    language: null,
    saved_at_ms: START,
    receipt,
  };
}

export function nobody(): Me {
  return {
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
}

export function question(id: number, changes: Partial<QuestionPayload> = {}): QuestionPayload {
  return {
    id,
    item_id: 1,
    text: `Question ${id}?`,
    language: "en",
    is_pinned: false,
    is_answered: false,
    votes: 0,
    at_ms: START + id,
    ...changes,
  };
}

export function snapshot(rev: number, changes: Partial<State> = {}): State {
  const topics = { session: session(), agenda: { items: [item(1), item(2)] } };
  return {
    rev,
    since: null,
    now_ms: START,
    topics,
    posts: {},
    questions: {},
    joins: {},
    me: nobody(),
    ...changes,
  };
}

export function change(since: number, rev: number, changes: Partial<State> = {}): State {
  return {
    rev,
    since,
    now_ms: START,
    topics: {},
    posts: {},
    questions: {},
    joins: {},
    me: null,
    ...changes,
  };
}
