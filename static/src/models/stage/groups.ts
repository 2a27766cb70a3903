/** Results by group on the big screen: the groups and answers that fit, and what is told in so little room. */
import type { GroupCell, GroupResults, GroupRowPayload } from "../../generated/contract";
import { linesOf } from "./layout.ts";

/** What fits of a table by group: a row for each group, a column for each answer. */
export interface GroupsLayout {
  /** The places of the answers in the table. */
  lines: number[];
  groups: GroupRowPayload[];
  sentences: string[];
  /** The part of the width that the names of the groups have. */
  names: number;
  /** What is counted, what a dash means, and what one sees on one's own device only. */
  note: string;
}

/** The size of a letter, its average width and that of a digit as a part of that, and the height of a line. */
const LETTER = { size: 4, wide: 0.45, digit: 0.52, line: 1.15 };
const GAP = 3;
/** Above and below the words of a row, and of the head. */
const PADDING = { row: 1, head: 2 };
/** What is counted where nothing else is said. */
const PLAIN = "people who gave this answer";
/** How many answers stand side by side, most first. */
const COLUMNS = [5, 4, 3, 2] as const;
const MARGINS = 12;
/** Parts of the width that the names of the groups can have. */
const NAMES = [0.44, 0.36, 0.3] as const;
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

/** A number stays beside its word. */
const counted = (count: number, one: string): string =>
  `${count}\u00a0${count === 1 ? one : `${one}s`}`;

/** What is left out, in a sentence. */
function leftSays(groups: number, answers: number, least: number): string {
  const more = [
    ...(groups > 0 ? [counted(groups, "group")] : []),
    ...(answers > 0 ? [counted(answers, "answer")] : []),
  ];
  if (more.length > 0) return `${more.join(" and ")} more on your device.`;
  return `Groups with fewer than ${least} answers are not shown.`;
}

/** What is counted where it is not simply who gave an answer, and what a dash means where there is one. */
function readingOf(results: GroupResults, lines: number[]): string[] {
  const hasDash = results.groups.some((group) => lines.some((at) => !tells(group.cells[at])));
  return [
    ...(results.counts === PLAIN ? [] : [`Counted: ${results.counts}.`]),
    ...(hasDash ? ["A dash keeps back what could single somebody out."] : []),
  ];
}

/** Whether every cell stands in its column, and whether every word of the head does. */
function fits(results: GroupResults, lines: number[], column: number) {
  const wide = (text: string, letter: number): number => text.length * LETTER.size * letter;
  const cells = results.groups.flatMap((group) =>
    lines.map((at) => shareSays(group.cells[at], group.answered)),
  );
  const words = lines.flatMap((at) => results.lines[at]?.label.split(/\s+/) ?? []);
  return {
    cells: cells.every((text) => wide(text, LETTER.digit) <= column),
    words: words.every((word) => wide(word, LETTER.wide) <= column),
  };
}

/** What a layout is worth: groups most, then a sentence, then answers; words that are divided cost. */
const WORTH = { group: 3, sentence: 7, answer: 1, divided: -2 };

interface Try {
  layout: GroupsLayout;
  /** Nothing where something does not fit at all. */
  worth: number;
}

function tried(
  results: GroupResults,
  { lines, sentences, names }: { lines: number[]; sentences: string[]; names: number },
  room: { width: number; height: number },
): Try {
  const inner = room.width - MARGINS;
  const column = (inner * (1 - names)) / lines.length - BETWEEN;
  const heads = lines.map((at) => linesIn(results.lines[at]?.label ?? "", column));
  const all = heightOf(1) + PADDING.row;
  const head = heightOf(Math.max(1, ...heads)) + PADDING.head;
  const words = sentences.reduce((sum, one) => sum + heightOf(linesIn(one, inner)) + GAP, 0);
  const reading = readingOf(results, lines);
  const most = [...reading, leftSays(10, 10, results.least)].join(" ");
  const note = heightOf(linesIn(most, inner)) + GAP;
  let free = room.height - head - all - words - note;
  const groups: GroupRowPayload[] = [];
  for (const group of results.groups.toSorted((one, other) => other.answered - one.answered)) {
    free -= heightOf(linesIn(`● ${group.title} (${group.answered})`, inner * names)) + PADDING.row;
    if (free < 0) break;
    groups.push(group);
  }
  const out = results.groups.length - groups.length;
  const fit = fits(results, lines, column);
  const told = sentences.length > 0 ? WORTH.sentence + sentences.length - 1 : 0;
  const worth = WORTH.group * groups.length + WORTH.answer * lines.length + told;
  return {
    layout: {
      ...{ lines, sentences, names },
      groups: results.groups.filter((group) => groups.includes(group)),
      note: [...reading, leftSays(out, answersTold(results) - lines.length, results.least)].join(
        " ",
      ),
    },
    worth: fit.cells ? worth + (fit.words ? 0 : WORTH.divided) : 0,
  };
}

/** The layout that tells most; null where nothing is told of any group. */
export function groupsLayout(
  results: GroupResults,
  isOrdered: boolean,
  width: number,
  height: number,
): GroupsLayout | null {
  if (answersTold(results) === 0) return null;
  const tries = [results.differ.length, 1, 0].flatMap((count) =>
    COLUMNS.flatMap((columns) =>
      NAMES.map((names) => {
        const lines = answersOf(results, columns, isOrdered);
        const sentences = results.differ.slice(0, count);
        return tried(results, { lines, sentences, names }, { width, height });
      }),
    ),
  );
  return tries.reduce((best, next) => (next.worth > best.worth ? next : best)).layout;
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
