/** How fast answers come in: a short memory of counts, to judge when to close. */
import type { Scene } from "./scene.ts";

const WINDOW_MS = 30_000;
const STEP_MS = 3_000;

/** How many answers there were at a moment of server time. */
export interface Sample {
  at_ms: number;
  answered: number;
}

/** The memory of all questions, by id. */
export type Rates = ReadonlyMap<number, readonly Sample[]>;

/** The memory with a look at the scene: open questions are counted, the others forgotten. */
export function looked(rates: Rates, scene: Scene | null, at_ms: number): Rates {
  const open = [...(scene?.polls.values() ?? [])].filter((poll) => poll.state === "open");
  return new Map(
    open.map((poll) => {
      const sample = { at_ms, answered: poll.answered };
      return [poll.id, sampled(rates.get(poll.id) ?? [], sample)] as const;
    }),
  );
}

/** The samples with a new one; what is older than the window goes, but for one to count from. */
export function sampled(samples: readonly Sample[], sample: Sample): Sample[] {
  const from = sample.at_ms - WINDOW_MS;
  const kept = samples.filter(
    (one, at) => one.at_ms >= from || (samples[at + 1]?.at_ms ?? sample.at_ms) >= from,
  );
  return [...kept, sample];
}

/** New answers in each tenth of the last 30 seconds, oldest first: the heights of the small bars. */
export function bars(samples: readonly Sample[], now_ms: number): number[] {
  const steps = WINDOW_MS / STEP_MS;
  return Array.from({ length: steps }, (_, step) => {
    const end = now_ms - (steps - 1 - step) * STEP_MS;
    return countAt(samples, end) - countAt(samples, end - STEP_MS);
  });
}

/** "8 in the last 30 seconds", or "none in the last 30 seconds". */
export function rateWords(samples: readonly Sample[], now_ms: number): string {
  const news = countAt(samples, now_ms) - countAt(samples, now_ms - WINDOW_MS);
  return `${news > 0 ? news : "none"} in the last 30 seconds`;
}

function countAt(samples: readonly Sample[], at_ms: number): number {
  const last = samples.findLast((sample) => sample.at_ms <= at_ms);
  return last?.answered ?? samples[0]?.answered ?? 0;
}
