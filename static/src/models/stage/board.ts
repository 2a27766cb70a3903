/** A board on the big screen: what of it fits, and the ranking once people gave points. */
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { type Head, headsOf } from "../heads.ts";
import { fitting, roomOf } from "./layout.ts";

/** One heading of a board as it stands on the big screen. */
export interface StageHead {
  head: Head;
  quotes: PostPayload[];
}

/** The headings with ideas below them, and those of which only the number of ideas is told. */
export interface StageBoard {
  shown: StageHead[];
  rest: Head[];
}

const MOST_QUOTES = 5;
const MOST_CLUSTERS = 4;
/** The heading of a column, and the words about what else it holds. */
const COLUMN_FRAME = 18;
/** The line with the headings that have no room. */
const REST = 9;

/** The line that says how points are given. */
const VOTE = 8;
/** The number before a ranked idea, with the gap behind it. */
const POINTS = 22;
const MOST_RANKED = 8;

const byWeight = (a: PostPayload, b: PostPayload): number =>
  Number(b.is_pinned) - Number(a.is_pinned) || b.support - a.support;

/** Columns side by side, or the largest clusters; in each pinned ideas first, then the most supported. */
export function stageBoard(
  board: BoardTopic,
  posts: readonly PostPayload[],
  width: number,
  height: number,
): StageBoard {
  const heads = headsOf(board, posts);
  const most = board.clusters.length > 0 ? MOST_CLUSTERS : board.columns.length;
  const large = heads.toSorted((a, b) => b.posts.length - a.posts.length).slice(0, most);
  const shown = heads.filter((head) => large.includes(head));
  const rest = heads.filter((head) => !large.includes(head));
  const lines = (rest.length > 0 ? REST : 0) + (board.is_voting ? VOTE : 0);
  const room = roomOf(width, height - COLUMN_FRAME - lines, shown.length);
  return {
    shown: shown.map((head) => {
      const best = head.posts.toSorted(byWeight).slice(0, MOST_QUOTES);
      return { head, quotes: fitting(best, { ...room, columns: 1 }) };
    }),
    rest,
  };
}

/** Ideas in the order of their points, as many as fit, and how many more got some. */
export interface Ranking {
  shown: PostPayload[];
  left: number;
  /** All points that were given. */
  points: number;
}

/** The ranking of a board once points were given and the voting has ended; null before. */
export function rankingOf(
  board: BoardTopic,
  posts: readonly PostPayload[],
  width: number,
  height: number,
): Ranking | null {
  const ranked = posts.filter((post) => post.points > 0).sort((a, b) => b.points - a.points);
  if (board.is_voting || ranked.length === 0) return null;
  const room = roomOf(width - POINTS, height - VOTE, 1);
  const shown = fitting(ranked.slice(0, MOST_RANKED), room);
  const points = ranked.reduce((sum, post) => sum + post.points, 0);
  return { shown, left: ranked.length - shown.length, points };
}
