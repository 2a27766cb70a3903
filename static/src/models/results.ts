/** Results in words, and how often they may be said aloud. */
import type { PollTopic, ResultRow, Results } from "../generated/contract";
import type { Timers } from "./timers.ts";
import { joined } from "./words.ts";
import { sayResults } from "./words_results.ts";
import { answersSay } from "./words_rounds.ts";

/** What matters of a question to say its results. */
type Asked = Pick<PollTopic, "scale" | "axes">;

/** "42 answers. Most chosen: Time to learn, 18."; for a scale the average, for texts the count. */
export function summary(poll: Asked, results: Results): string {
  if (results.answered === 0 && !results.hands) return sayResults("results.none");
  const answers = `${answersSay(results)}.`;
  const detail = poll.scale === null ? leading(poll, results) : average(poll, results);
  return detail === null ? answers : `${answers} ${detail}`;
}

/** What stands first: the best place, the most points, or what most people chose. On two axes nothing does. */
function leading(poll: Asked, results: Results): string | null {
  const [first] = results.rows;
  if (poll.axes || !first) return null;
  if (first.points !== undefined) return sayFirst("results.most_points", first, first.points);
  if (first.firsts !== undefined) return sayFirst("results.best_place", first, first.average ?? 0);
  return mostChosen(results);
}

function sayFirst(
  word: "results.most_points" | "results.best_place",
  row: ResultRow,
  number: number,
) {
  return sayResults(word, { label: row.label, number: Math.round(number * 10) / 10 });
}

function mostChosen(results: Results): string | null {
  const count = Math.max(0, ...results.rows.map((row) => row.count));
  if (count === 0) return null;
  const labels = results.rows.filter((row) => row.count === count).map((row) => row.label);
  if (labels.length > 3) return null;
  return labels.length === 1
    ? sayResults("results.most_chosen", { label: labels[0] as string, count })
    : sayResults("results.most_chosen_tie", { labels: joined(labels), count });
}

function average(poll: Asked, results: Results): string | null {
  if (results.mean === null) return null;
  const mean = Math.round(results.mean * 10) / 10;
  return sayResults("results.average", { mean, max: poll.scale?.labels.length ?? 0 });
}

/** "18 of 42 (43 %)": people who chose it, of those who answered. */
export function shareWords(count: number, base: number, share: number): string {
  return sayResults("results.share", { count, base, share });
}

/** How often changing results are said aloud: never, or at most once in so many milliseconds. */
export type Pace = "off" | "15s" | "60s";
const PACE_MS: Record<Pace, number> = {
  off: Number.POSITIVE_INFINITY,
  "15s": 15_000,
  "60s": 60_000,
};

/** Lets through the first summary at once and later ones at the chosen pace, the newest only. */
export class Announcer {
  readonly #timers: Timers;
  readonly #tell: (text: string) => void;
  #pace: Pace = "15s";
  #told = "";
  #newest = "";
  #told_ticks = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  /** `tell` puts a text into the page's live region. */
  constructor(timers: Timers, tell: (text: string) => void) {
    this.#timers = timers;
    this.#tell = tell;
  }

  get pace(): Pace {
    return this.#pace;
  }

  /** Change the pace; what waits is said at the new one, or not at all. */
  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#stopWaiting();
    this.#plan();
  }

  /** The results of another question begin: its first summary may be said at once. */
  open(text: string): void {
    this.#stopWaiting();
    this.#told_ticks = Number.NEGATIVE_INFINITY;
    this.#told = "";
    this.offer(text);
  }

  /** The results changed. */
  offer(text: string): void {
    this.#newest = text;
    if (this.#cancel === null) this.#plan();
  }

  /** Say nothing more. */
  close(): void {
    this.#newest = this.#told;
    this.#stopWaiting();
  }

  #plan(): void {
    if (this.#pace === "off" || this.#newest === this.#told) return;
    const wait_ms = this.#told_ticks + PACE_MS[this.#pace] - this.#timers.ticks();
    if (wait_ms <= 0) this.#say();
    else this.#cancel = this.#timers.after(wait_ms, () => this.#say());
  }

  #say(): void {
    this.#stopWaiting();
    if (this.#newest === this.#told) return;
    this.#told = this.#newest;
    this.#told_ticks = this.#timers.ticks();
    this.#tell(this.#told);
  }

  #stopWaiting(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
