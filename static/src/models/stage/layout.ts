/**
 * How much fits on the big screen without anything falling below 4 % of its height.
 *
 * All lengths are in per cents of the screen's height (`--u` in css/components/stage.css); letters have
 * an average width, so the same content on the same screen always gets the same layout.
 */

/** What always stands around a picture: margins, the thread, the foot and the gaps between them. */
const FRAME = 21.5;
const MARGINS = 12;
/** The width of a letter, as a part of its size: the interface's, and people's words. */
const SANS = 0.47;
const SERIF = 0.5;

/** How wide a window is. On a narrow one the measure follows the width. */
export function widthIn(inner: { width: number; height: number }): number {
  const unit = Math.min(inner.height / 100, inner.width * 0.0075);
  return inner.width / unit;
}

/** How large a question stands: 7, 5.5 or 4.5. */
export type Size = "large" | "medium" | "small";
const TITLE = { large: 7, medium: 5.5, small: 4.5 };

/** A question stays within two lines; a longer one gets smaller letters. */
export function questionSize(text: string): Size {
  if (text.length <= 70) return "large";
  return text.length <= 110 ? "medium" : "small";
}

/** How many lines one paragraph takes: words stay whole, one that is too long is divided. */
function wrapped(paragraph: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(/\s+/)) {
    const after = used === 0 ? word.length : used + 1 + word.length;
    if (after <= letters) {
      used = after;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / letters) - 1;
    used = word.length % letters || Math.min(letters, word.length);
  }
  return lines;
}

/** How many lines a text takes in a width, with letters of an average width. */
export function linesOf(text: string, width: number, letter: number): number {
  const letters = Math.max(1, Math.floor(width / letter));
  return text.split("\n").reduce((sum, part) => sum + wrapped(part, letters), 0);
}

/** The height that is left under a question on a screen of this width. */
export function heightUnder(title: string, width: number): number {
  const size = TITLE[questionSize(title)];
  return 100 - FRAME - linesOf(title, width - MARGINS, size * SANS) * size * 1.1;
}

/** How the rows of a result stand: big, close together, or close in two columns. */
type Density = "big" | "close" | "two-columns";

/** How the rows of a result stand, and how many fit. */
export interface RowsLayout {
  density: Density;
  /** Rows that are drawn. */
  shown: number;
  /** Rows that one sees on one's own device only. */
  left: number;
}

/** The width of the share and the number at the end of a row. */
const NUMBERS = 30;
/** The size of a label, the height of the thread below it with its gaps, and the most rows. */
const BIG = { density: "big", label: 5, thread: 4.7, most: 6 } as const;
const CLOSE = { density: "close", label: 4, thread: 4.2, most: 7 } as const;
/** The words about what else there is. */
export const MORE = 8;
/** Two columns: the gap between them, the width of their numbers, and the most rows. */
const PAIRED = { between: 5, numbers: 24, most: 12, mostOfMany: 8 };

/** A line under a row: what it was before, and hands. */
const BESIDE = 5.2;

interface Rowed {
  width: number;
  hasBeside: boolean;
}

function heightsOf(labels: readonly string[], rowed: Rowed, way: typeof BIG | typeof CLOSE) {
  const under = way.thread + (rowed.hasBeside ? BESIDE : 0);
  return labels.map(
    (text) => linesOf(text, rowed.width, way.label * SANS) * way.label * 1.15 + under,
  );
}

const sum = (parts: readonly number[]): number => parts.reduce((whole, part) => whole + part, 0);

/** How high so many rows stand in two columns; which ones is not known when not all are shown. */
function pairedHeight(heights: readonly number[], shown: number): number {
  const half = Math.ceil(shown / 2);
  if (shown < heights.length) return Math.max(...heights) * half;
  return sum(heights.slice(0, half).map((one, at) => Math.max(one, heights[at + half] ?? 0)));
}

/** The layout of rows with these labels in a room of this width and height. */
export function rowsLayout(
  labels: readonly string[],
  width: number,
  height: number,
  hasBeside = false,
): RowsLayout {
  const across = { width: width - MARGINS - NUMBERS, hasBeside };
  const count = labels.length;
  for (const way of [BIG, CLOSE]) {
    const needed = sum(heightsOf(labels, across, way));
    if (count <= way.most && needed <= height)
      return { density: way.density, shown: count, left: 0 };
  }
  const shown = count > PAIRED.most ? PAIRED.mostOfMany : count;
  const column = { width: (width - MARGINS - PAIRED.between) / 2 - PAIRED.numbers, hasBeside };
  if (pairedHeight(heightsOf(labels, column, CLOSE), shown) <= height) {
    return { density: "two-columns", shown, left: count - shown };
  }
  const tallest = Math.max(...heightsOf(labels, across, CLOSE));
  const fit = Math.min(count, CLOSE.most, Math.max(1, Math.floor((height - MORE) / tallest)));
  return { density: "close", shown: fit, left: count - fit };
}

/** The width of a drawing between two axes with its gap and the numbers of the list beside it. */
const QUADRANT = 76;
const LISTED = { size: 4, gap: 1.2 };

/** How many options have room in the list beside a drawing between two axes. */
export function listedBeside(labels: readonly string[], width: number, height: number): number {
  const { size, gap } = LISTED;
  const heights = labels.map(
    (text) => linesOf(text, width - MARGINS - QUADRANT, size * SANS) * size * 1.3 + gap,
  );
  const fits = heights.filter((_, at) => sum(heights.slice(0, at + 1)) <= height);
  return Math.max(1, fits.length);
}

/** A place for texts. */
export interface Room {
  columns: number;
  /** The width of one column. */
  width: number;
  height: number;
  /** So many lines of a text are drawn, where that is limited. */
  lines?: number;
}

const COLUMN_GAP = 6;
const INDENT = 3;
const QUOTE = { size: 4, line: 5, gap: 2.2 };

/** The room for quotes in so many columns side by side. */
export function roomOf(width: number, height: number, columns: number): Room {
  const inner = (width - MARGINS - (columns - 1) * COLUMN_GAP) / Math.max(1, columns);
  return { columns, width: inner - INDENT, height };
}

/** How many lines of one text have room, one below the other; one always has. */
export function linesIn(height: number): number {
  return Math.max(1, Math.floor((height - QUOTE.gap) / QUOTE.line));
}

/** The first texts that fit into the room; the first one always does. */
export function fitting<T extends { text: string }>(all: readonly T[], room: Room): T[] {
  const chosen: T[] = [];
  let column = 0;
  let used = 0;
  for (const one of all) {
    const lines = linesOf(one.text, room.width, QUOTE.size * SERIF);
    const height = Math.min(lines, room.lines ?? lines) * QUOTE.line + QUOTE.gap;
    if (used > 0 && used + height > room.height) {
      column += 1;
      used = 0;
    }
    if (column >= room.columns) break;
    chosen.push(one);
    used += height;
  }
  return chosen;
}
