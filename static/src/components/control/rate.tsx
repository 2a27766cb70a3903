import type { JSX } from "preact";
import { bars, rateWords, type Sample } from "../../models/control/rate";

const WIDTH = 4;
const HEIGHT = 16;

/** How fast answers come in: ten small bars, and the same in words. */
export function Rate(props: { samples: readonly Sample[]; now_ms: number }): JSX.Element {
  const { samples, now_ms } = props;
  const heights = bars(samples, now_ms);
  const most = Math.max(1, ...heights);
  return (
    <span class="rate">
      <svg
        class="rate__bars"
        viewBox={`0 0 ${heights.length * WIDTH} ${HEIGHT}`}
        aria-hidden="true"
      >
        {heights.map((count, place) => {
          const height = Math.max(1, (count / most) * HEIGHT);
          const x = place * WIDTH;
          return <rect key={x} x={x} y={HEIGHT - height} width={WIDTH - 1} height={height} />;
        })}
      </svg>
      {rateWords(samples, now_ms)}
    </span>
  );
}
