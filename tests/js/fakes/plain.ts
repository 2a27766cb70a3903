/** Whole payloads with nothing special about them; each story says only what matters to it. */
import type {
  BoardTopic,
  ItemPayload,
  PollTopic,
  PostPayload,
  SessionTopic,
} from "../../../static/src/generated/contract.ts";

export function plainSession(changes: Partial<SessionTopic>): SessionTopic {
  return {
    public_id: "s-1",
    code: "K7P4QM",
    title: "Ensuring gender balance in upskilling and reskilling",
    organiser: "Pact for Skills",
    language: "en",
    timezone: "Europe/Brussels",
    state: "live",
    is_locked: false,
    current_item_id: null,
    version: 1,
    stage_view: "auto",
    message: null,
    planned_start_ms: 0,
    started_at_ms: 0,
    ended_at_ms: null,
    delete_on: "2024-10-24",
    groups: [],
    takes_questions: false,
    reviews_questions: true,
    ...changes,
  };
}

export function plainItem(id: number, changes: Partial<ItemPayload>): ItemPayload {
  return {
    id,
    kind: "poll",
    title: `Step ${id}`,
    instruction: "",
    planned_start_ms: 0,
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

export function plainPoll(id: number, changes: Partial<PollTopic>): PollTopic {
  return {
    id,
    item_id: 1,
    kind: "multiple",
    title: `Question ${id}`,
    help: "",
    state: "open",
    options: [],
    min_choices: 1,
    max_choices: 3,
    has_other: true,
    scale: null,
    max_length: 500,
    answered: 0,
    results: null,
    opened_at_ms: null,
    closed_at_ms: null,
    ...changes,
  };
}

export function plainBoard(id: number, changes: Partial<BoardTopic>): BoardTopic {
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
    columns: [],
    ideas: 0,
    ...changes,
  };
}

export function plainPost(id: number, changes: Partial<PostPayload>): PostPayload {
  return {
    id,
    board_id: 31,
    column_id: 1,
    text: `Idea ${id}`,
    language: "en",
    is_pinned: false,
    cluster_id: null,
    together: [],
    comments: [],
    points: 0,
    support: 0,
    at_ms: id,
    ...changes,
  };
}
