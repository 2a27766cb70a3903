/** How much of what answered what, and of who could work together, fits on the big screen. */
import type { PairsTopic, ThingPayload } from "../../generated/contract";
import type { Suggestion } from "../matches.ts";
import { gapsOf, type Matrix, matrixOf } from "../pairs.ts";
import { linesOf, MORE } from "./layout.ts";

const MARGINS = 12;
const SANS = 0.45;
/** The size of words, the height of their lines, and what stands above and below them. */
const WORDS = { size: 4, line: 4.6, padding: 2 };
const LARGE = { size: 5, line: 6, padding: 2 };
/** The number at the end of a gap; it is taller than a line of words. */
const NUMBER = { width: 14, height: 8.4 };
/** A number within the table. */
const MARK = 9.2;
/** The part of the width that the barriers have. */
export const BARRIERS = 0.36;
const COLUMNS = [4, 3, 2] as const;
const MOST_ROWS = 6;

const linesIn = (text: string, width: number, size: number): number =>
  linesOf(text, width, size * SANS);

/** How many of the first rows fit; one always does. */
function fitting(heights: readonly number[], height: number): number {
  let used = 0;
  const over = heights.findIndex((one) => {
    used += one;
    return used > height;
  });
  return over === -1 ? heights.length : Math.max(1, over);
}

/** The strongest rows and columns of the table: as many cells as have room. */
export function matrixFit(topic: PairsTopic, width: number, height: number): Matrix {
  const inner = width - MARGINS;
  const tried = COLUMNS.map((columns) => {
    const whole = matrixOf(topic, { rows: MOST_ROWS, columns });
    const column = (inner * (1 - BARRIERS)) / Math.max(1, whole.factors.length) - WORDS.padding;
    const heads = whole.factors.map((factor) => linesIn(factor.text, column, WORDS.size));
    const head = Math.max(1, ...heads) * WORDS.line + WORDS.padding;
    const rows = whole.rows.map(({ barrier }) => {
      const lines = linesIn(barrier.text, inner * BARRIERS - WORDS.padding, WORDS.size);
      return Math.max(MARK, lines * WORDS.line + WORDS.padding);
    });
    return matrixOf(topic, { rows: fitting(rows, height - MORE - head), columns });
  });
  const cells = ({ rows, factors }: Matrix): number => rows.length * factors.length;
  return tried.reduce((best, next) => (cells(next) > cells(best) ? next : best));
}

/** The barriers without an answer that fit, and how many do not. */
export function gapsFit(
  topic: PairsTopic,
  width: number,
  height: number,
): { shown: ThingPayload[]; left: number } {
  const gaps = gapsOf(topic);
  const heights = gaps.map(({ text }) => {
    const lines = linesIn(text, width - MARGINS - NUMBER.width, LARGE.size);
    return Math.max(NUMBER.height, lines * LARGE.line) + LARGE.padding;
  });
  const shown = gaps.slice(0, Math.min(MOST_ROWS, fitting(heights, height - MORE)));
  return { shown, left: gaps.length - shown.length };
}

const MOST_MATCHES = 4;
const BETWEEN = 4;

/** The suggestions that fit with their reasons, and how many do not. */
export function matchesFit(
  found: readonly Suggestion[],
  width: number,
  height: number,
): { shown: Suggestion[]; left: number } {
  const inner = width - MARGINS;
  const heights = found.map(({ offer, want, reason }) => {
    const names = linesIn(`${offer} with ${want}`, inner, LARGE.size) * LARGE.line;
    return names + linesIn(reason, inner, WORDS.size) * WORDS.line + BETWEEN;
  });
  const shown = found.slice(0, Math.min(MOST_MATCHES, fitting(heights, height - MORE)));
  return { shown, left: found.length - shown.length };
}
