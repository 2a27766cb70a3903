import type { JSX } from "preact";
import { DOT_RADIUS, dotsOf } from "../../models/figure";

/** One knot for each person on a thread that is as long as everybody. The first one is the reader's. */
export function Dots(props: {
  count: number;
  of: number;
  isOwn: boolean;
  /** How many knots side by side the thread is long, at least. */
  length: number;
}): JSX.Element {
  const { isOwn } = props;
  const { length, reach, places } = dotsOf(props.count, props.of, props.length);
  return (
    <svg class="dots" viewBox={`0 0 ${length} 1`} width={`${length}em`} aria-hidden="true">
      <line class="dots__thread" x1="0" x2={length} y1="0.5" y2="0.5" />
      <line class="dots__reach" x1="0" x2={reach} y1="0.5" y2="0.5" />
      {places.map((x, place) => (
        <circle
          key={place}
          class={isOwn && place === 0 ? "dots__dot dots__dot--own" : "dots__dot"}
          cx={x}
          cy="0.5"
          r={DOT_RADIUS}
        />
      ))}
    </svg>
  );
}
