import type { JSX } from "preact";
import { meanIn, placeOn } from "../../models/figure";
import { sayRound } from "../../models/words_rounds";

const across = (value: number, steps: number): string => `${2 + 96 * placeOn(value, steps)}%`;

/** Where the mean lies on a scale: its steps as knots on a thread, the mean as a mark, and in words. */
export function Mean(props: {
  mean: number;
  labels: readonly string[];
  /** The mean of the round before, where there was one. */
  before: number | null;
}): JSX.Element {
  const { mean, labels, before } = props;
  return (
    <div class="mean">
      <svg class="mean__line" aria-hidden="true">
        <line class="mean__thread" x1="2%" x2="98%" y1="50%" y2="50%" />
        {labels.map((label, step) => (
          <circle
            key={label}
            class="mean__step"
            cx={across(step + 1, labels.length)}
            cy="50%"
            r="0.3em"
          />
        ))}
        {before !== null && (
          <circle class="mean__before" cx={across(before, labels.length)} cy="50%" r="0.45em" />
        )}
        <circle class="mean__mark" cx={across(mean, labels.length)} cy="50%" r="0.55em" />
      </svg>
      <div class="mean__ends" aria-hidden="true">
        <span>{labels[0]}</span>
        <span>{labels[labels.length - 1]}</span>
      </div>
      <p>
        {meanIn(mean, labels.length)}{" "}
        {before !== null && sayRound("round.mean", { mean: Math.round(before * 10) / 10 })}
      </p>
    </div>
  );
}
