/**
 * What a page may know and do in one session: the interfaces that pages are written against.
 *
 * Everything here is a signal, a plain value or a promise; nothing draws and nothing touches the
 * network. `openSession` in lib/session.ts makes a SessionModel that lives on a real connection.
 */
import type { ReadonlySignal } from "@preact/signals-core";
import type {
  Ack,
  ActPayload,
  BoardTopic,
  Bye,
  CommandArgs,
  CommandName,
  CommitmentsTopic,
  ItemPayload,
  JoinPayload,
  MatchesTopic,
  Me,
  Nack,
  OwnAnswer,
  OwnPost,
  OwnQuestion,
  PairsTopic,
  PollTopic,
  PostPayload,
  QuestionPayload,
  Room,
  SessionTopic,
  State,
} from "../generated/contract";

/**
 * How the page reaches the server. A gap of less than 2 s stays "connected"; from 2 s it is
 * "reconnecting", from 30 s "offline". "over_http" works, with a delay of up to 2 s.
 */
export type Connection = "connecting" | "connected" | "reconnecting" | "offline" | "over_http";

/** Which banner the page owes its reader: none before 5 s without a connection. */
export type Banner = "none" | "reconnecting" | "offline";

/** The commands of participants, which the outbox keeps until they are acknowledged. */
export type KeptCommand =
  | ("respond" | "send_post" | "edit_post" | "withdraw_post" | "support_post")
  | ("ask_question" | "withdraw_question" | "upvote_question")
  | ("give_points" | "send_comment" | "withdraw_comment")
  | ("pair_factor" | "join_post" | "leave_post" | "agree_contact")
  | ("make_commitment" | "edit_commitment" | "withdraw_commitment");

/** Where one thing that a person sent stands. */
export interface SendStatus {
  /** "saved" only after the server's acknowledgement; "not_sent" after 3 s without one. */
  state: "idle" | "sending" | "saved" | "not_sent" | "refused";
  /** Server time of saving, in milliseconds since 1970. */
  at_ms?: number;
  /** The short code of the acknowledgement, to show in details. */
  receipt?: string;
  /** Why it was refused; with `retry` true it stays in the outbox and is tried again. */
  nack?: Nack;
  /** What was sent last: the draft to show beside a refusal. */
  args?: CommandArgs[KeptCommand];
}

/** One thing that still waits for its acknowledgement. */
export interface UnsentItem {
  key: string;
  name: KeptCommand;
  args: CommandArgs[KeptCommand];
}

/** Answers and ideas on their way: kept on the device until the server has acknowledged them. */
export interface Outbox {
  /**
   * Keep and send a command. A newer one with the same `key` ("poll:12", "support:7", "post:3" for a
   * change of idea 3, `newKey("idea")` for each new idea) replaces an older one that was not sent
   * yet. A new idea that may already have arrived is not replaced, so that it cannot appear twice.
   */
  send<N extends KeptCommand>(name: N, args: CommandArgs[N], key: string): void;
  /** A key that was never used before, for something that replaces nothing. */
  newKey(prefix: string): string;
  /** Where the thing with this key stands; the same signal for the same key. */
  status(key: string): ReadonlySignal<SendStatus>;
  /** What waits, oldest first. */
  items: ReadonlySignal<readonly UnsentItem[]>;
  /** How many wait. */
  unsent: ReadonlySignal<number>;
  /** Whether the browser lets us keep them over a reload; false where storage is refused. */
  readonly isKept: boolean;
  /** Forget a refusal or a "saved" mark, so that the key is idle again. */
  dismiss(key: string): void;
}

/** Half-written texts and unsent choices, which survive a reload. */
export interface Drafts {
  /** The draft under this key, or null. */
  get<T>(key: string): T | null;
  /** Keep a draft; an empty text or null removes it. */
  put(key: string, draft: unknown): void;
}

/** One session as one page sees it. Functions without a promise read signals: use them in drawing. */
export interface SessionModel {
  /** Everything this page may see; null until the first snapshot. */
  readonly state: ReadonlySignal<State | null>;
  /** Who is connected; moderators only. */
  readonly room: ReadonlySignal<Room | null>;
  readonly connection: ReadonlySignal<Connection>;
  readonly banner: ReadonlySignal<Banner>;
  /** The server ended the connection for good, or refused it; null while all is well. */
  readonly bye: ReadonlySignal<Bye | Nack | null>;
  /** The server's time in milliseconds since 1970, right within 0.5 s on any device. */
  readonly clock: { now(): number };
  readonly outbox: Outbox;
  readonly drafts: Drafts;

  session(): SessionTopic | null;
  /** The steps in order; empty before the first snapshot. */
  agenda(): readonly ItemPayload[];
  currentItem(): ItemPayload | null;
  poll(pollId: number): PollTopic | null;
  board(boardId: number): BoardTopic | null;
  /** The visible ideas of a board: pinned first, then in the order they came. */
  posts(boardId: number): readonly PostPayload[];
  /** The questions to the speakers that this page may see, in the order they were asked. */
  questions(): readonly QuestionPayload[];
  /** The organisations at an idea. */
  joins(postId: number): readonly JoinPayload[];
  /** Who could work with whom; null while that is not shown. */
  matches(): MatchesTopic | null;
  /** What can be paired and what was; null where there is nothing to pair. */
  pairs(): PairsTopic | null;
  /** How many commitments there are, and those that everybody may read; null before the first snapshot. */
  commitments(): CommitmentsTopic | null;
  /** The last ten acts, newest first; moderators only. */
  acts(): readonly ActPayload[];
  me(): Me | null;
  /** The own answer as the server has it. */
  ownAnswer(pollId: number): OwnAnswer | null;
  /** The own ideas of a board as the server has them, oldest first. */
  ownPosts(boardId: number): readonly OwnPost[];
  /** The own questions to the speakers as the server has them, oldest first. */
  ownQuestions(): readonly OwnQuestion[];
  /** Where the own answer stands: what the outbox knows, else "saved" from `ownAnswer`. */
  answerStatus(pollId: number): SendStatus;

  /**
   * A moderator's act: no outbox. Sent at once or refused with code "offline"; when the connection
   * breaks in between it is asked again with the same number, at last code "no_answer".
   */
  act<N extends CommandName>(name: N, args: CommandArgs[N]): Promise<Ack | Nack>;
  /** Tell the moderators what this stage window is showing. */
  echo(showing: string): void;
  /** Try to connect and to send at once ("Try now"). */
  tryNow(): void;
  /** Leave: no more connection, no more timers. */
  close(): void;
}
