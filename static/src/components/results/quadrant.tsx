import type { JSX } from "preact";
import type { AxisPayload, ResultRow } from "../../generated/contract";
import { spotsOf } from "../../models/figure_kinds";

/** Half the size of a mark, where 100 is the whole drawing, and the room around the outermost ones. */
const MARK = 4;
const EDGE = 7;

const across = (part: number): number => EDGE + part * (100 - 2 * EDGE);

function Plane(props: { rows: readonly ResultRow[] }): JSX.Element {
  return (
    <svg class="quadrant__plane" viewBox="0 0 100 100" aria-hidden="true">
      <rect class="quadrant__ground" width="100" height="100" rx="2" />
      <line class="quadrant__line" x1="50" x2="50" y1="2" y2="98" />
      <line class="quadrant__line" x1="2" x2="98" y1="50" y2="50" />
      {spotsOf(props.rows).map((spot) => (
        <g key={spot.key} class="quadrant__mark">
          <circle cx={across(spot.x)} cy={100 - across(spot.y)} r={MARK} />
          <text x={across(spot.x)} y={100 - across(spot.y)} dy="0.35em">
            {spot.number}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Each option as a numbered mark between two axes. For eyes only: the table beside it says the same. */
export function Quadrant(props: {
  axes: readonly AxisPayload[];
  rows: readonly ResultRow[];
}): JSX.Element | null {
  const { axes, rows } = props;
  const [up, right] = axes;
  if (!up || !right) return null;
  return (
    <div class="quadrant" aria-hidden="true">
      <div class="quadrant__drawing">
        <p class="quadrant__up">
          <strong>{up.title}</strong> ↑ {up.high}
        </p>
        <Plane rows={rows} />
        <p class="quadrant__low">↓ {up.low}</p>
        <p class="quadrant__right">
          <strong>{right.title}</strong>
          <span>← {right.low}</span>
          <span>{right.high} →</span>
        </p>
      </div>
      <div class="quadrant__aside">
        <p>
          ↑ <strong>{up.title}</strong>: {up.low} … {up.high}
        </p>
        <p>
          → <strong>{right.title}</strong>: {right.low} … {right.high}
        </p>
      </div>
      <ol class="quadrant__list">
        {rows.map((row, place) => (
          <li key={row.id} data-rated={row.average !== undefined}>
            <span class="quadrant__number">{place + 1}</span>
            <span>{row.label}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
