/** A board on the big screen: what of it fits, and the ranking once people gave points. */
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { type Head, headsOf } from "../heads.ts";
import { fitting, linesIn, linesOf, type Room, roomOf } from "./layout.ts";

/** One heading of a board as it stands on the big screen. */
export interface StageHead {
  head: Head;
  quotes: PostPayload[];
  /** So many lines of each idea have room; whoever wants the rest reads it on their own device. */
  lines: number;
}

/** The headings with ideas below them, and those of which only the number of ideas is told. */
export interface StageBoard {
  shown: StageHead[];
  rest: Head[];
}

const MOST_QUOTES = 5;
const MOST_CLUSTERS = 4;
/** The most clusters side by side while some have more ideas than fit into a column so narrow. */
const MOST_FULL = 3;
/** Fewer ideas below a heading say little of it. */
const FEW = 2;
/** A heading and an idea are cut after so many lines, so that others have room. */
const TITLE_LINES = 2;
const IDEA_LINES = 6;
/** The gaps of a column, and the line about what else it holds. */
const COLUMN_FRAME = 1.6;
const COLUMN_LEFT = 6.2;
/** The heading of a column: the size of its letters, their width and the height of a line. */
const HEADING = { size: 5, letter: 0.53, line: 6.1 };
/** The line with the headings that have no room. */
const REST = 9;

/** The line that says how points are given. */
const VOTE = 8;
/** The number before a ranked idea, with the gap behind it; it is taller than a line of words. */
const POINTS = 20;
const TALLER = 1.9;
/** The words about what else got points. */
const RANKED_LEFT = 7.8;
const MOST_RANKED = 8;

const byWeight = (a: PostPayload, b: PostPayload): number =>
  Number(b.is_pinned) - Number(a.is_pinned) || b.support - a.support;

/** A column with the ideas that have room under its heading: all of them, or some and a line about the others. */
function columnOf(head: Head, room: Room): StageHead {
  const title = `${head.title} ${head.posts.length}`;
  const titled = linesOf(title, room.width, HEADING.size * HEADING.letter);
  const height = room.height - COLUMN_FRAME - Math.min(titled, TITLE_LINES) * HEADING.line;
  const best = head.posts.toSorted(byWeight).slice(0, MOST_QUOTES);
  const whole = { ...room, height, columns: 1, lines: linesIn(height) };
  const all = fitting(best, whole);
  if (all.length === head.posts.length) return { head, quotes: all, lines: whole.lines };
  const lines = Math.min(IDEA_LINES, linesIn(height - COLUMN_LEFT));
  const quotes = fitting(best, { ...whole, height: height - COLUMN_LEFT, lines });
  return { head, quotes, lines };
}

/** Columns side by side, or the largest clusters; in each pinned ideas first, then the most supported. */
export function stageBoard(
  board: BoardTopic,
  posts: readonly PostPayload[],
  width: number,
  height: number,
): StageBoard {
  const heads = headsOf(board, posts);
  if (board.clusters.length === 0) return sideBySide(board, heads, heads.length, width, height);
  const many = sideBySide(board, heads, MOST_CLUSTERS, width, height);
  const isRead = many.shown.every(
    ({ head, quotes }) => quotes.length >= Math.min(FEW, head.posts.length),
  );
  return isRead ? many : sideBySide(board, heads, MOST_FULL, width, height);
}

function sideBySide(
  board: BoardTopic,
  heads: readonly Head[],
  most: number,
  width: number,
  height: number,
): StageBoard {
  const large = heads.toSorted((a, b) => b.posts.length - a.posts.length).slice(0, most);
  const shown = heads.filter((head) => large.includes(head));
  const rest = heads.filter((head) => !large.includes(head));
  const lines = (rest.length > 0 ? REST : 0) + (board.is_voting ? VOTE : 0);
  const room = roomOf(width, height - lines, shown.length);
  return { shown: shown.map((head) => columnOf(head, room)), rest };
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
  const best = ranked.slice(0, MOST_RANKED);
  const room = roomOf(width - POINTS, height - VOTE - RANKED_LEFT, 1);
  const fits = (count: number): boolean =>
    fitting(best.slice(0, count), { ...room, height: room.height - count * TALLER }).length ===
    count;
  const counts = best.map((_, at) => best.length - at);
  const shown = best.slice(0, counts.find(fits) ?? 1);
  const points = ranked.reduce((sum, post) => sum + post.points, 0);
  return { shown, left: ranked.length - shown.length, points };
}
