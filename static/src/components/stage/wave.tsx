import type { JSX } from "preact";
import { DOTS_AT_MOST } from "../../models/figure";
import { WAVE, waveAt, waveDots } from "../../models/stage/wave";

const STEPS = 64;
const LINE = Array.from({ length: STEPS + 1 }, (_, step) => {
  const x = (step / STEPS) * WAVE.width;
  return `${x.toFixed(1)},${waveAt(x).toFixed(2)}`;
}).join(" ");

/** The thread of the room, with one neutral knot for each answer: it tells how many, never what. */
export function Wave(props: { count: number }): JSX.Element {
  const dots = props.count <= DOTS_AT_MOST ? waveDots(props.count) : [];
  return (
    <svg
      class={dots.length < props.count ? "wave wave--many" : "wave"}
      viewBox={`0 0 ${WAVE.width} ${WAVE.height}`}
      aria-hidden="true"
    >
      <polyline class="wave__thread" points={LINE} />
      {dots.map(({ x, y }, place) => (
        <circle key={place} class="wave__dot" cx={x} cy={y} r="1.15" />
      ))}
    </svg>
  );
}
