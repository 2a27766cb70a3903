import type {
  BoardTopic,
  ItemPayload,
  PollTopic,
  PostPayload,
  Results,
  SessionTopic,
} from "../../../static/src/generated/contract.ts";

/** The session as the big screen sees it, live with step 2. */
export function session(change: Partial<SessionTopic> = {}): SessionTopic {
  return {
    public_id: "wise-otter",
    code: "K7P4QM",
    title: "Ensuring gender balance",
    organiser: "Pact for Skills",
    language: "en",
    timezone: "Europe/Brussels",
    state: "live",
    is_locked: false,
    current_item_id: 2,
    version: 1,
    stage_view: "auto",
    message: null,
    planned_start_ms: 0,
    started_at_ms: 0,
    ended_at_ms: null,
    delete_on: "2024-04-21",
    groups: [],
    takes_questions: false,
    reviews_questions: true,
    ...change,
  };
}

/** The step "Barriers". */
export function item(change: Partial<ItemPayload> = {}): ItemPayload {
  return {
    id: 2,
    kind: "poll",
    title: "Barriers",
    instruction: "",
    planned_start_ms: 0,
    minutes: 10,
    added_minutes: 0,
    state: "live",
    started_at_ms: 0,
    spent_ms: 0,
    is_form: false,
    poll_ids: [21, 22],
    board_ids: [31],
    ...change,
  };
}

/** What 10 people answered: Time 6, Money 4. */
export function results(change: Partial<Results> = {}): Results {
  return {
    answered: 10,
    base: 10,
    rows: [
      { id: 211, label: "Time", type: "challenge", count: 6, share: 60 },
      { id: 212, label: "Money", type: "challenge", count: 4, share: 40 },
    ],
    not_applicable: 0,
    other_count: 0,
    mean: null,
    quotes: [],
    ...change,
  };
}

/** An open question whose results are hidden. */
export function poll(change: Partial<PollTopic> = {}): PollTopic {
  return {
    id: 21,
    item_id: 2,
    kind: "single",
    title: "What hinders you most?",
    help: "",
    state: "open",
    options: [],
    min_choices: 1,
    max_choices: 1,
    has_other: false,
    scale: null,
    max_length: 500,
    answered: 10,
    results: null,
    opened_at_ms: 1000,
    closed_at_ms: null,
    ...change,
  };
}

/** An open board in its silent phase. */
export function board(change: Partial<BoardTopic> = {}): BoardTopic {
  return {
    id: 31,
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
    columns: [
      { id: 311, title: "Offer", type: "offer" },
      { id: 312, title: "Ask", type: "ask" },
    ],
    ideas: 2,
    ...change,
  };
}

/** An idea in the column Offer. */
export function post(id: number, change: Partial<PostPayload> = {}): PostPayload {
  return {
    id,
    board_id: 31,
    column_id: 311,
    text: `Idea ${id}`,
    language: "en",
    is_pinned: false,
    cluster_id: null,
    together: [],
    comments: [],
    points: 0,
    support: 0,
    at_ms: id,
    ...change,
  };
}
