/** Results by group on the big screen: the groups and answers that fit, and what is told in so little room. */
import type { GroupCell, GroupResults, GroupRowPayload } from "../../generated/contract";
import { linesOf } from "./layout.ts";

/** What fits of a table by group: a row for each group, a column for each answer. */
export interface GroupsLayout {
  /** The places of the answers in the table. */
  lines: number[];
  groups: GroupRowPayload[];
  sentences: string[];
  /** What one sees on one's own device only. */
  left: { groups: number; answers: number };
}

/** The size of a letter, its average width as a part of that, and the height of a line. */
const LETTER = { size: 4, wide: 0.45, line: 1.15 };
const GAP = 3;
/** Above and below the words of a row, and of the head. */
const PADDING = { row: 1, head: 2 };
/** The words about what is missing. */
const NOTE = 4 * LETTER.line + GAP;
/** How many answers stand side by side, most first. */
const COLUMNS = [5, 4, 3, 2] as const;
const MARGINS = 12;
/** The part of the width that the names of the groups have. */
export const NAMES = 0.44;
/** Between two columns. */
const BETWEEN = 2;

const linesIn = (text: string, width: number): number =>
  linesOf(text, width, LETTER.size * LETTER.wide);
const heightOf = (lines: number): number => lines * LETTER.size * LETTER.line;

/** Whether a cell tells anything. */
const tells = (cell: GroupCell | undefined): boolean => cell !== undefined && cell.how !== "kept";

/** Answers that anybody gave and that anything is told of: those of most people, a scale's in their own order. */
function answersOf(results: GroupResults, most: number, isOrdered: boolean): number[] {
  const places = results.lines
    .map((_, at) => at)
    .filter((at) => (results.lines[at]?.total ?? 0) > 0);
  const told = places.filter((at) => results.groups.some((group) => tells(group.cells[at])));
  const total = (at: number): number => results.lines[at]?.total ?? 0;
  const best = told.toSorted((one, other) => total(other) - total(one)).slice(0, most);
  return isOrdered ? best.toSorted((one, other) => one - other) : best;
}

/** How many answers have a column at most. */
export function answersTold(results: GroupResults): number {
  return answersOf(results, results.lines.length, false).length;
}

function tried(
  results: GroupResults,
  lines: number[],
  sentences: string[],
  room: { width: number; height: number },
): GroupsLayout {
  const inner = room.width - MARGINS;
  const column = (inner * (1 - NAMES)) / lines.length - BETWEEN;
  const heads = lines.map((at) => linesIn(results.lines[at]?.label ?? "", column));
  const all = heightOf(1) + PADDING.row;
  const head = heightOf(Math.max(1, ...heads)) + PADDING.head;
  const words = sentences.reduce((sum, one) => sum + heightOf(linesIn(one, inner)) + GAP, 0);
  let free = room.height - head - all - words - NOTE;
  const groups: GroupRowPayload[] = [];
  for (const group of results.groups.toSorted((one, other) => other.answered - one.answered)) {
    free -= heightOf(linesIn(`● ${group.title} (${group.answered})`, inner * NAMES)) + PADDING.row;
    if (free < 0) break;
    groups.push(group);
  }
  return {
    lines,
    groups: results.groups.filter((group) => groups.includes(group)),
    sentences,
    left: {
      groups: results.groups.length - groups.length,
      answers: answersTold(results) - lines.length,
    },
  };
}

/** What a layout is worth: groups most, then a sentence, then answers. */
const WORTH = { group: 3, sentence: 5, answer: 1 };

function worth({ groups, lines, sentences }: GroupsLayout): number {
  const words = sentences.length > 0 ? WORTH.sentence + sentences.length - 1 : 0;
  return WORTH.group * groups.length + WORTH.answer * lines.length + words;
}

/** The layout that tells most; null where nothing is told of any group. */
export function groupsLayout(
  results: GroupResults,
  isOrdered: boolean,
  width: number,
  height: number,
): GroupsLayout | null {
  if (answersTold(results) === 0) return null;
  const layouts = [results.differ.length, 1, 0].flatMap((count) =>
    COLUMNS.map((columns) => {
      const lines = answersOf(results, columns, isOrdered);
      return tried(results, lines, results.differ.slice(0, count), { width, height });
    }),
  );
  return layouts.reduce((best, next) => (worth(next) > worth(best) ? next : best));
}

const percent = (count: number, of: number): number => Math.round((100 * count) / of);

/** What is told of a cell, as a share of its group and in as few letters as can be. */
export function shareSays(cell: GroupCell | undefined, answered: number): string {
  switch (cell?.how) {
    case "exact":
      return `${cell.share ?? percent(cell.low, answered)} %`;
    case "few":
      return `under ${percent(cell.high + 1, answered)} %`;
    case "most":
      return "nearly all";
    case "between":
      return `${percent(cell.low, answered)}–${percent(cell.high, answered)} %`;
    default:
      return "–";
  }
}
