/** What the big screen shows, decided from what its link may see. */
import type {
  BoardTopic,
  CommitmentsTopic,
  GroupResults,
  ItemPayload,
  PairsTopic,
  PollTopic,
  PostPayload,
  QuestionPayload,
  SessionTopic,
} from "../../generated/contract";
import { budget_ms } from "../agenda.ts";
import type { Suggested } from "../matches.ts";
import { inOrder } from "../questions.ts";

/** One picture of the big screen. */
export type Scene =
  | { name: "waiting" }
  | { name: "blank" }
  | { name: "join" }
  | { name: "thanks" }
  | { name: "step"; item: ItemPayload }
  | { name: "answers"; poll: PollTopic }
  | { name: "questions"; item: ItemPayload; polls: PollTopic[] }
  | { name: "results"; poll: PollTopic }
  | { name: "groups"; poll: PollTopic; groups: GroupResults }
  | { name: "ideas"; board: BoardTopic }
  | { name: "board"; board: BoardTopic; posts: readonly PostPayload[] }
  | { name: "asked"; questions: readonly QuestionPayload[] }
  | { name: "commitments"; title: string; topic: CommitmentsTopic }
  | { name: "matrix"; topic: PairsTopic }
  | { name: "gaps"; topic: PairsTopic }
  | { name: "matches"; suggested: Suggested };

/** What the rules look at: the session and what belongs to its current step. */
export interface Sight {
  session: SessionTopic | null;
  item: ItemPayload | null;
  polls: readonly PollTopic[];
  boards: readonly BoardTopic[];
  pairs: PairsTopic | null;
  matches: Suggested | null;
  postsOf(boardId: number): readonly PostPayload[];
  questions: readonly QuestionPayload[];
  commitments: CommitmentsTopic | null;
}

const openedLast = (polls: readonly PollTopic[]): PollTopic | undefined =>
  [...polls].sort((a, b) => (b.opened_at_ms ?? 0) - (a.opened_at_ms ?? 0))[0];

function pollScene(item: ItemPayload, open: PollTopic[]): Scene | null {
  const [poll] = open;
  if (!poll) return null;
  if (open.length > 1) return { name: "questions", item, polls: open };
  return poll.results ? { name: "results", poll } : { name: "answers", poll };
}

function boardScene(sight: Sight, board: BoardTopic | undefined): Scene | null {
  if (!board) return null;
  if (!board.is_revealed) return { name: "ideas", board };
  return { name: "board", board, posts: sight.postsOf(board.id) };
}

/** What is open wins, then results that are shown, then ideas, then what was closed last. */
function itemScene(sight: Sight, item: ItemPayload): Scene {
  const { polls, boards } = sight;
  const grouped = openedLast(polls.filter((poll) => poll.groups && poll.state === "closed"));
  const isOpen = polls.some((poll) => poll.state === "open");
  if (grouped?.groups && !isOpen) return { name: "groups", poll: grouped, groups: grouped.groups };
  const shown = openedLast(polls.filter((poll) => poll.results));
  const last = openedLast(polls);
  return (
    pollScene(
      item,
      polls.filter((poll) => poll.state === "open"),
    ) ??
    boardScene(
      sight,
      boards.find((board) => board.state === "open"),
    ) ??
    (shown ? { name: "results", poll: shown } : null) ??
    boardScene(
      sight,
      boards.find((board) => board.state === "closed"),
    ) ??
    commitmentScene(sight, item) ??
    (last ? { name: "answers", poll: last } : { name: "step", item })
  );
}

/** The commitments, in the step that asks for them. */
function commitmentScene({ commitments }: Sight, item: ItemPayload): Scene | null {
  if (commitments === null || item.kind !== "commitments") return null;
  return { name: "commitments", title: item.title, topic: commitments };
}

/** Pinned questions first, then those that most people want answered. */
function unanswered(sight: Sight): QuestionPayload[] {
  const open = sight.questions.filter((question) => !question.is_answered);
  return inOrder(open, "support");
}

/** The picture for what the stage's link sees now. */
export function sceneOf(sight: Sight): Scene {
  const { session, item } = sight;
  if (!session) return { name: "waiting" };
  if (session.stage_view === "blank") return { name: "blank" };
  if (session.state === "ended") return { name: "thanks" };
  if (session.stage_view === "questions") return { name: "asked", questions: unanswered(sight) };
  if (session.stage_view === "join" || session.state !== "live" || !item) return { name: "join" };
  return chosenScene(sight) ?? itemScene(sight, item);
}

/** What the hosts chose to show beside the step itself. */
function chosenScene({ session, pairs, matches, commitments }: Sight): Scene | null {
  const view = session?.stage_view;
  if (commitments && view === "commitments") {
    return { name: "commitments", title: "What we take on", topic: commitments };
  }
  if (matches && view === "matches") return { name: "matches", suggested: matches };
  if (pairs && (view === "matrix" || view === "gaps")) return { name: view, topic: pairs };
  return null;
}

/** What the moderators read about this window: "Question: What hinders you most?". */
export function echoOf(scene: Scene): string {
  const words = {
    waiting: () => "Waiting for the session",
    blank: () => "Blank",
    join: () => "How to join",
    thanks: () => "Thanks",
    step: (s: { item: ItemPayload }) => `Step: ${s.item.title}`,
    questions: (s: { item: ItemPayload }) => `Questions: ${s.item.title}`,
    answers: (s: { poll: PollTopic }) => `Question: ${s.poll.title}`,
    groups: (s: { poll: PollTopic }) => `By group: ${s.poll.title}`,
    results: (s: { poll: PollTopic }) => `Results: ${s.poll.title}`,
    ideas: (s: { board: BoardTopic }) => `Writing ideas: ${s.board.title}`,
    matrix: () => "What answered what",
    gaps: () => "Barriers without an answer",
    matches: () => "Who could work together",
    board: (s: { board: BoardTopic }) => `Ideas: ${s.board.title}`,
    asked: () => "Questions to the speakers",
    commitments: () => "Commitments",
  };
  return (words[scene.name] as (s: Scene) => string)(scene);
}

/** When a break that has begun is over, in milliseconds since 1970; null for other steps. */
export function continuesAt_ms(item: ItemPayload): number | null {
  if (item.kind !== "break" || item.started_at_ms === null) return null;
  return item.started_at_ms + budget_ms(item) - item.spent_ms;
}
