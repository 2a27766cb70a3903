/**
 * What a result's drawing shows: which lines, of how many people, as dots or as bars.
 *
 * Nothing here asks for the kind of a poll: a new kind that fills `rows`, `mean` or `quotes` is drawn.
 */
import type { OwnAnswer, PollTopic, ResultRow, Results } from "../generated/contract";
import { headsOf, type LineParts, partsOf } from "./figure_kinds.ts";
import { sayResults } from "./words_results.ts";
import { answersSay, handsSay, sayRound } from "./words_rounds.ts";

/** Up to so many answers each person is one dot. */
export const DOTS_AT_MOST = 60;

/** One line of a drawing and of the table beside it. */
export interface Line extends LineParts {
  key: string;
  label: string;
  /** People. */
  count: number;
  /** Whole per cents of `Figure.of`. */
  share: number;
  /** The reader gave this answer. */
  isOwn: boolean;
  /** Hands that a host counted; in neither the people nor the share. */
  hands?: number;
  /** The same line in the round before: its numbers in words, and its share for the drawing. */
  before?: { says: string; share: number };
  /** The language of the label, where there are several: the same word can stand twice. */
  among?: string;
}

/** A drawing. `of` is how many people the whole length of a line stands for. */
export interface Figure {
  way: "dots" | "bars";
  of: number;
  lines: Line[];
  /** The columns of the table after the label; null for people and shares. */
  heads: string[] | null;
  /** Columns after those: the round before, hands. */
  besides: ("First round" | "Hands")[];
  /** People who said "not applicable": told, but not part of the shares. */
  rest: { label: string; count: number } | null;
}

/** A share in whole per cents; of nobody it is 0. */
export function percent(count: number, of: number): number {
  return of > 0 ? Math.round((100 * count) / of) : 0;
}

function isOwn(own: OwnAnswer | null, { id, label, language }: ResultRow): boolean {
  if (own === null) return false;
  if (language !== undefined) {
    const said = own.terms.map((term) => term.toLowerCase());
    return language === own.language && said.includes(label.toLowerCase());
  }
  return own.option_ids.includes(id) || own.value === id;
}

/** Whether there is one answer alone to give: then all who answered gave it, and a share would say nothing. */
function isAlone(poll: PollTopic): boolean {
  return poll.options.length === 1 && !poll.has_other;
}

/** The drawing of a poll's results, with the reader's own answer marked. */
export function figureOf(poll: PollTopic, results: Results, own: OwnAnswer | null): Figure {
  const of = isAlone(poll) ? Math.max(results.base, DOTS_AT_MOST) : results.base;
  const isMixed = new Set(results.rows.map((row) => row.language)).size > 1;
  const lines: Line[] = results.rows.map((row) => ({
    key: String(row.id),
    label: row.label,
    count: row.count,
    share: row.share,
    isOwn: isOwn(own, row),
    ...partsOf(poll, row, own),
    ...besideOf(poll, results, row),
    ...(isAlone(poll) ? { side: "", cells: [String(row.count)] } : {}),
    ...(isMixed && row.language !== undefined ? { among: row.language } : {}),
  }));
  if (poll.has_other) {
    const count = results.other_count;
    lines.push({
      key: "other",
      label: "Something else",
      count,
      share: percent(count, of),
      isOwn: Boolean(own?.other_text),
      ...otherBefore(results),
    });
  }
  const label = poll.scale?.not_applicable ?? "Not applicable";
  const rest = results.not_applicable > 0 ? { label, count: results.not_applicable } : null;
  const way = of <= DOTS_AT_MOST && poll.budget === undefined ? "dots" : "bars";
  const heads = isAlone(poll) ? ["People"] : headsOf(poll, results);
  return { way, of, lines, heads, besides: besidesOf(results), rest };
}

function besidesOf(results: Results): Figure["besides"] {
  return [
    ...(results.before ? (["First round"] as const) : []),
    ...(results.hands || results.before?.hands ? (["Hands"] as const) : []),
  ];
}

/** What stands beside a line: hands, and the same line in the round before. */
function besideOf(poll: PollTopic, results: Results, row: ResultRow): Partial<Line> {
  const old = results.before?.rows.find((one) => one.id === row.id);
  const parts = old && partsOf(poll, old, null);
  const numbers = parts?.main === undefined ? null : `${parts.main} ${parts.side ?? ""}`.trim();
  const people = old && (isAlone(poll) ? String(old.count) : `${old.count} (${old.share} %)`);
  const says = [numbers ?? people, ...(old?.hands ? [handsSay(old.hands)] : [])].join(", ");
  return {
    ...(row.hands ? { hands: row.hands } : {}),
    ...(old ? { before: { says, share: isAlone(poll) ? 0 : old.share } } : {}),
  };
}

function otherBefore({ before }: Results): Partial<Line> {
  if (!before) return {};
  const share = percent(before.other_count, before.base);
  return { before: { says: `${before.other_count} (${share} %)`, share } };
}

/** The cells of a line in the columns that come last. */
export function besideCells(figure: Figure, line: Pick<Line, "before" | "hands">): string[] {
  return figure.besides.map((head) =>
    head === "Hands" ? String(line.hands ?? 0) : (line.before?.says ?? "–"),
  );
}

/** The figure with its most chosen lines alone, where not all of them have room. */
export function shortened(figure: Figure, most: number): Figure {
  if (figure.lines.length <= most) return figure;
  const isSorted = figure.heads !== null; // places and points come in their order
  const byPeople = (one: Line, other: Line): number => (isSorted ? 0 : other.count - one.count);
  const lines = figure.lines.toSorted(byPeople).slice(0, most);
  return { ...figure, lines };
}

/** What stands under a drawing: how many people answered, in both rounds where there are two. */
export function noteOf(results: Results): string {
  const isNone = results.answered === 0 && !results.hands;
  const now = isNone ? sayResults("results.none") : `${answersSay(results)}.`;
  return results.before
    ? `${now} ${sayRound("round.before", { answers: answersSay(results.before) })}.`
    : now;
}

/** "Average: 3.4 of 5." */
export function meanIn(mean: number, steps: number): string {
  return sayResults("results.average", { mean: Math.round(mean * 10) / 10, max: steps });
}

/** Where a value of a scale with so many steps lies, from 0 to 1. */
export function placeOn(value: number, steps: number): number {
  return steps < 2 ? 0 : (value - 1) / (steps - 1);
}

/** The radius of a knot where 1 is the height of its line. */
export const DOT_RADIUS = 0.36;

/** A thread with knots, in units of its height. */
export interface Knots {
  length: number;
  /** How far the chosen part reaches. */
  reach: number;
  places: number[];
}

/** Knots for `count` of `of` people; each person owns an equal part of a thread of at least `length`. */
export function dotsOf(count: number, of: number, length: number): Knots {
  const pitch = Math.max(1, length / Math.max(1, of));
  const places = Array.from({ length: count }, (_, place) => (place + 0.5) * pitch);
  return { length: Math.max(1, of) * pitch, reach: places.at(-1) ?? 0, places };
}
