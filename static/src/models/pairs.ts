/** What answered what: barriers, success factors, and who says that one answered the other. */
import type {
  Me,
  OwnAnswer,
  PairPayload,
  PairsTopic,
  PollTopic,
  ThingPayload,
} from "../generated/contract";

/** A factor that answers a barrier, or was proposed to. */
export interface Answer {
  factor: ThingPayload;
  pair: PairPayload;
}

/** A part of the whole table: barriers down, factors across. */
export interface Matrix {
  factors: ThingPayload[];
  rows: { barrier: ThingPayload; cells: (PairPayload | null)[] }[];
  /** How many barriers with an answer found no room. */
  left: number;
}

const weight = (pair: PairPayload): number => pair.people + (pair.is_from_host ? 0.5 : 0);

/** Somebody says that it did; a proposal alone is nobody's experience. */
export function isAnswer(pair: PairPayload): boolean {
  return weight(pair) > 0;
}

/** The barriers, those that one chose oneself first. */
export function ownFirst(topic: PairsTopic, own: Me | null): ThingPayload[] {
  const picked = Object.values(own?.responses ?? {}).flatMap((answer) => answer?.option_ids ?? []);
  const refs = new Set(picked.map((id) => `o${id}`));
  const rank = (barrier: ThingPayload): number => (refs.has(barrier.ref) ? 0 : 1);
  return topic.barriers.toSorted((one, other) => rank(one) - rank(other));
}

/** What answers a barrier: what most people say first, mere proposals last. */
export function answersOf(topic: PairsTopic, barrier: string): Answer[] {
  return topic.pairs
    .filter((pair) => pair.barrier === barrier)
    .toSorted((one, other) => weight(other) - weight(one))
    .flatMap((pair) => {
      const factor = topic.factors.find((each) => each.ref === pair.factor);
      return factor ? [{ factor, pair }] : [];
    });
}

/** Who says so, in words. */
export function pairSays(pair: PairPayload): string {
  const people = pair.people === 1 ? "1 person" : `${pair.people} people`;
  if (pair.people > 0) return pair.is_from_host ? `${people} and a host` : people;
  return pair.is_from_host ? "a host" : "proposed";
}

/** The barriers that nobody has an answer for, what matters to most people first. */
export function gapsOf(topic: PairsTopic): ThingPayload[] {
  return topic.gaps.flatMap((ref) => topic.barriers.filter((barrier) => barrier.ref === ref));
}

/**
 * What to say where no gap is listed: that there is none, or that the reader does not know how many
 * people chose a barrier, because those results are not shown to them.
 */
export function withoutGaps(topic: PairsTopic): string {
  const isKnown = topic.barriers.every((barrier) => barrier.people !== null);
  return isKnown ? "No barrier is left alone." : "The answers about barriers are not shown yet.";
}

/** Sum up by one side of the pairs, and put what has most first. */
function ranked(
  things: readonly ThingPayload[],
  pairs: readonly PairPayload[],
  side: "factor" | "barrier",
): ThingPayload[] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + weight(pair));
  return things
    .filter((thing) => sums.has(thing.ref))
    .toSorted((one, other) => (sums.get(other.ref) ?? 0) - (sums.get(one.ref) ?? 0));
}

/**
 * The barriers and factors that somebody paired; the strongest rows and columns when room is short. What was only
 * proposed between two of them is in the table too.
 */
export function matrixOf(
  topic: PairsTopic,
  most: { rows: number; columns: number } = { rows: 1_000, columns: 1_000 },
): Matrix {
  const pairs = topic.pairs.filter(isAnswer);
  const barriers = ranked(topic.barriers, pairs, "barrier");
  const factors = ranked(topic.factors, pairs, "factor").slice(0, most.columns);
  const rows = barriers.slice(0, most.rows).map((barrier) => ({
    barrier,
    cells: factors.map(
      (factor) =>
        topic.pairs.find((pair) => pair.barrier === barrier.ref && pair.factor === factor.ref) ??
        null,
    ),
  }));
  return { factors, rows, left: barriers.length - rows.length };
}

/** The success factors that somebody picked in a question, as they are called in pairs. */
export function pickedFactors(
  topic: PairsTopic | null,
  poll: PollTopic,
  own: OwnAnswer | null,
): ThingPayload[] {
  if (topic === null || own === null) return [];
  const picked = new Set(own.option_ids.map((id) => `o${id}`));
  const here = new Set(poll.options.map((option) => `o${option.id}`));
  return topic.factors.filter((factor) => picked.has(factor.ref) && here.has(factor.ref));
}
