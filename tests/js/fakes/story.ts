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

export const START = Date.UTC(2023, 9, 24, 12, 30);
export const MINUTE = 60_000;

export function item(id: number, changes: Partial<ItemPayload> = {}): ItemPayload {
  return {
    id,
    kind: "poll",
    title: `Step ${id}`,
    instruction: "",
    planned_start_ms: START + (id - 1) * 10 * MINUTE,
    minutes: 10,
    added_minutes: 0,
    state: "ahead",
    started_at_ms: null,
    spent_ms: 0,
    is_form: false,
    poll_ids: [],
    board_ids: [],
    ...changes,
  };
}

export function poll(id: number, changes: Partial<PollTopic> = {}): PollTopic {
  return {
    id,
    item_id: 1,
    kind: "multiple",
    title: "What holds people back?",
    help: "",
    state: "open",
    options: [
      { id: 11, text: "Time to learn", type: "challenge" },
      { id: 12, text: "Money", type: "challenge" },
      { id: 13, text: "Stereotypes", type: "challenge" },
      { id: 14, text: "Childcare", type: "challenge" },
    ],
    min_choices: 1,
    max_choices: 3,
    has_other: true,
    scale: null,
    max_length: 500,
    answered: 0,
    results: null,
    opened_at_ms: START,
    closed_at_ms: null,
    ...changes,
  };
}

export function row(id: number, label: string, count: number): ResultRow {
  return { id, label, type: null, count, share: 0 };
}

export function board(id: number, changes: Partial<BoardTopic> = {}): BoardTopic {
  return {
    id,
    item_id: 2,
    title: "Working together",
    help: "",
    state: "open",
    is_revealed: false,
    needs_approval: true,
    takes_joins: false,
    takes_comments: false,
    is_voting: false,
    budget: 5,
    clusters: [],
    columns: [{ id: 31, title: "Offer", type: "offer" }],
    ideas: 0,
    ...changes,
  };
}

export function post(id: number, changes: Partial<PostPayload> = {}): PostPayload {
  return {
    id,
    board_id: 21,
    column_id: 31,
    text: `Idea ${id}`,
    language: "en",
    is_pinned: false,
    cluster_id: null,
    together: [],
    comments: [],
    points: 0,
    support: 0,
    at_ms: START + id,
    ...changes,
  };
}

export function session(changes: Partial<SessionTopic> = {}): SessionTopic {
  return {
    public_id: "s-1",
    code: "K7P4QM",
    title: "Ensuring gender balance in upskilling and reskilling",
    organiser: "Pact for Skills",
    language: "en",
    timezone: "Europe/Brussels",
    state: "live",
    is_locked: false,
    current_item_id: 1,
    version: 1,
    stage_view: "auto",
    message: null,
    planned_start_ms: START,
    started_at_ms: START,
    ended_at_ms: null,
    delete_on: "2024-10-24",
    groups: [],
    takes_questions: false,
    reviews_questions: true,
    ...changes,
  };
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
