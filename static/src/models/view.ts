/** Looking things up in the state of a session. Reading inside a component makes it follow. */
import type { ReadonlySignal } from "@preact/signals-core";
import type {
  ActPayload,
  ActsTopic,
  AgendaTopic,
  BoardTopic,
  CommitmentsTopic,
  ItemPayload,
  JoinPayload,
  MatchesTopic,
  Me,
  OwnAnswer,
  OwnPost,
  OwnQuestion,
  PairsTopic,
  PollTopic,
  PostPayload,
  QuestionPayload,
  SessionTopic,
  State,
} from "../generated/contract";
import type { Outbox, SendStatus } from "./session.ts";

/** Pinned ideas first, then in the order they came. */
export function inBoardOrder(a: PostPayload, b: PostPayload): number {
  return Number(b.is_pinned) - Number(a.is_pinned) || a.at_ms - b.at_ms || a.id - b.id;
}

function byTime(a: Timed, b: Timed): number {
  return a.at_ms - b.at_ms || a.id - b.id;
}

interface Timed {
  at_ms: number;
  id: number;
}

/** The lookups that every page shares. */
export abstract class SessionView {
  abstract readonly state: ReadonlySignal<State | null>;
  abstract readonly outbox: Outbox;

  session(): SessionTopic | null {
    return this.#topic<SessionTopic>("session");
  }

  agenda(): readonly ItemPayload[] {
    return this.#topic<AgendaTopic>("agenda")?.items ?? [];
  }

  currentItem(): ItemPayload | null {
    const id = this.session()?.current_item_id;
    return this.agenda().find((item) => item.id === id) ?? null;
  }

  poll(pollId: number): PollTopic | null {
    return this.#topic<PollTopic>(`poll:${pollId}`);
  }

  board(boardId: number): BoardTopic | null {
    return this.#topic<BoardTopic>(`board:${boardId}`);
  }

  posts(boardId: number): readonly PostPayload[] {
    const all = Object.values(this.state.value?.posts ?? {});
    const ofBoard = all.filter((post) => post !== null && post.board_id === boardId);
    return (ofBoard as PostPayload[]).sort(inBoardOrder);
  }

  questions(): readonly QuestionPayload[] {
    const all = Object.values(this.state.value?.questions ?? {});
    return (all.filter(Boolean) as QuestionPayload[]).sort(byTime);
  }

  joins(postId: number): readonly JoinPayload[] {
    return this.state.value?.joins[postId] ?? [];
  }

  matches(): MatchesTopic | null {
    return this.#topic<MatchesTopic>("matches");
  }

  pairs(): PairsTopic | null {
    return this.#topic<PairsTopic>("pairs");
  }

  commitments(): CommitmentsTopic | null {
    return this.#topic<CommitmentsTopic>("commitments");
  }

  acts(): readonly ActPayload[] {
    return this.#topic<ActsTopic>("acts")?.acts ?? [];
  }

  me(): Me | null {
    return this.state.value?.me ?? null;
  }

  ownAnswer(pollId: number): OwnAnswer | null {
    return this.me()?.responses[pollId] ?? null;
  }

  ownPosts(boardId: number): readonly OwnPost[] {
    const all = Object.values(this.me()?.posts ?? {});
    const ofBoard = all.filter((post) => post !== null && post.board_id === boardId);
    return (ofBoard as OwnPost[]).sort((a, b) => a.at_ms - b.at_ms || a.id - b.id);
  }

  ownQuestions(): readonly OwnQuestion[] {
    const all = Object.values(this.me()?.questions ?? {});
    return (all.filter(Boolean) as OwnQuestion[]).sort(byTime);
  }

  answerStatus(pollId: number): SendStatus {
    const sent = this.outbox.status(`poll:${pollId}`).value;
    const own = this.ownAnswer(pollId);
    // An answer that was put aside is not saved any more, whatever the outbox was told at the time.
    const isAside = (sent.at_ms ?? 0) <= (this.poll(pollId)?.restarted_at_ms ?? -1);
    const status: SendStatus = sent.state === "saved" && isAside ? { state: "idle" } : sent;
    if (status.state !== "idle" || own === null) return status;
    return { state: "saved", at_ms: own.saved_at_ms, receipt: own.receipt };
  }

  #topic<T>(key: string): T | null {
    return (this.state.value?.topics[key] as T | null | undefined) ?? null;
  }
}
