/**
 * What lines and tables hold beside people and shares: places, points, two scales, people's own words.
 * It is decided by what a result holds, not by the name of its kind.
 */
import type { OwnAnswer, PollTopic, ResultRow, Results } from "../generated/contract";
import { sayKind } from "./words_kinds.ts";

/** What a line shows in the place of its people and its share. Absent parts stay as they are. */
export interface LineParts {
  /** The big number. */
  main?: string;
  /** What stands beside it. */
  side?: string;
  /** How many knots are drawn. */
  drawn?: number;
  /** The cells of its row in the table, after its label. */
  cells?: string[];
  /** The mark on the reader's own answer. */
  own?: string;
  /** The language of a label in people's own words. */
  language?: string;
}

/** One decimal, as everywhere. */
const short = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

/** The columns of the table after the label, or null for people and shares. */
export function headsOf(poll: PollTopic, results: Results): string[] | null {
  if (poll.axes) return [...poll.axes.map((axis) => axis.title), "People"];
  if (poll.budget !== undefined) return ["Points", "Share of points", "People"];
  return results.rows.some(isRanked) ? ["Average place", "First places", "People"] : null;
}

function isRanked(row: ResultRow): boolean {
  return row.firsts !== undefined;
}

/** What a line of this result shows. */
export function partsOf(poll: PollTopic, row: ResultRow, own: OwnAnswer | null): LineParts {
  if (row.language !== undefined) return { language: row.language };
  const pick = own?.picks.find((one) => one.option_id === row.id);
  if (poll.axes) return axesParts(row);
  if (row.points !== undefined) {
    const mine = pick?.value ?? 0;
    return {
      main: String(row.points),
      cells: [String(row.points), `${row.share} %`, String(row.count)],
      ...(mine ? { own: `You: ${mine}` } : {}),
    };
  }
  return isRanked(row) ? rankedParts(row, pick?.value ?? null) : {};
}

function axesParts(row: ResultRow): LineParts {
  const steps = [row.average, row.second].map((step) => (step === undefined ? "–" : short(step)));
  return { main: steps.join(" / "), side: "", cells: [...steps, String(row.count)] };
}

function rankedParts(row: ResultRow, mine: number | null): LineParts {
  const firsts = row.firsts ?? 0;
  const average = row.average === undefined ? "–" : short(row.average);
  return {
    main: average,
    side: sayKind("ranking.firsts_short", { count: firsts }),
    drawn: firsts,
    cells: [average, String(firsts), String(row.count)],
    ...(mine === null ? {} : { own: `You: ${mine}` }),
  };
}

/** How the numbers are to be read, in a sentence; "" where they say it themselves. */
export function readingOf(poll: PollTopic, results: Results): string {
  if (results.answered === 0) return "";
  if (poll.budget !== undefined) {
    const count = results.rows.reduce((sum, row) => sum + (row.points ?? 0), 0);
    return sayKind("points.reading", { count });
  }
  if (!results.rows.some(isRanked)) return "";
  const last = Math.min(poll.max_choices, poll.options.length) + 1;
  return sayKind("ranking.reading", { place: last });
}

/** An option on the two axes, from 0 to 1 on either; `number` names it in the list beside. */
export interface Spot {
  key: string;
  number: number;
  x: number;
  y: number;
}

const STEPS = 5;
/** So near to one another two marks could not be told apart. */
const NEAR = 0.09;
const ROUNDS = 24;

/** Where the rated options lie: the first axis goes up, the second to the right. */
export function spotsOf(rows: readonly ResultRow[]): Spot[] {
  const spots = rows.flatMap((row, place) =>
    row.average === undefined || row.second === undefined
      ? []
      : [{ key: String(row.id), number: place + 1, x: along(row.second), y: along(row.average) }],
  );
  for (let round = 0; round < ROUNDS; round += 1) pushApart(spots);
  return spots;
}

function along(step: number): number {
  return (step - 1) / (STEPS - 1);
}

/** Move marks that cover one another a little apart, always in the same way. */
function pushApart(spots: Spot[]): void {
  for (const [at, one] of spots.entries()) {
    for (const other of spots.slice(at + 1)) {
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const distance = Math.hypot(dx, dy);
      if (distance >= NEAR) continue;
      const push = (NEAR - distance) / 2 + 0.001;
      const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0];
      one.x = within(one.x - ux * push);
      one.y = within(one.y - uy * push);
      other.x = within(other.x + ux * push);
      other.y = within(other.y + uy * push);
    }
  }
}

function within(part: number): number {
  return Math.max(0, Math.min(1, part));
}
