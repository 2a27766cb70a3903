import type {
  BoardTopic,
  ItemPayload,
  PollTopic,
  PostPayload,
  Results,
  SessionTopic,
} from "../../../static/src/generated/contract.ts";
import { plainBoard, plainItem, plainPoll, plainPost, plainSession } from "../fakes/plain.ts";

/** The session as the big screen sees it, live with step 2. */
export function session(change: Partial<SessionTopic> = {}): SessionTopic {
  return plainSession({ title: "Ensuring gender balance", current_item_id: 2, ...change });
}

/** The step "Barriers". */
export function item(change: Partial<ItemPayload> = {}): ItemPayload {
  return plainItem(2, {
    title: "Barriers",
    state: "live",
    started_at_ms: 0,
    poll_ids: [21, 22],
    board_ids: [31],
    ...change,
  });
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
  return plainPoll(21, {
    item_id: 2,
    kind: "single",
    title: "What hinders you most?",
    max_choices: 1,
    has_other: false,
    answered: 10,
    opened_at_ms: 1000,
    ...change,
  });
}

/** An open board in its silent phase. */
export function board(change: Partial<BoardTopic> = {}): BoardTopic {
  return plainBoard(31, {
    columns: [
      { id: 311, title: "Offer", type: "offer" },
      { id: 312, title: "Ask", type: "ask" },
    ],
    ideas: 2,
    ...change,
  });
}

/** An idea in the column Offer. */
export function post(id: number, change: Partial<PostPayload> = {}): PostPayload {
  return plainPost(id, { column_id: 311, ...change });
}
