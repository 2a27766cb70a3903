import type { JSX } from "preact";
import { type Figure, type Line, percent } from "../../models/figure";
import { handsSay } from "../../models/words_rounds";
import { Bar } from "./bar";
import { Dots } from "./dots";
import { Label } from "./label";

/** How long a thread is, in knots side by side, where the knots would else be far too big. */
const LENGTH = { phone: 24, desk: 48, stage: 60 };

interface RowProps {
  line: Line;
  figure: Figure;
  size: keyof typeof LENGTH;
  isSecond: boolean;
}

/** How long a bar is, in per cent: where something else than people is drawn, that. */
function barOf(line: Line, of: number): number {
  return line.drawn === undefined ? line.share : percent(line.drawn, of);
}

function Row({ line, figure, size, isSecond }: RowProps): JSX.Element {
  const { way, of } = figure;
  return (
    <div class={isSecond ? "rows__row rows__row--second" : "rows__row"}>
      <div class="rows__label">
        <Label {...line} />
      </div>
      <div class="rows__number">
        <strong>{line.main ?? line.count}</strong>{" "}
        <span class="rows__share">{line.side ?? `${line.share} %`}</span>
      </div>
      <div class="rows__drawing">
        {way === "dots" ? (
          <Dots count={line.drawn ?? line.count} of={of} isOwn={line.isOwn} length={LENGTH[size]} />
        ) : (
          <Bar share={barOf(line, of)} />
        )}
        {line.before && (
          <span class="rows__mark" style={{ insetInlineStart: `${line.before.share}%` }} />
        )}
      </div>
      <Beside {...line} />
    </div>
  );
}

/** Under a line: what it was in the round before, and the hands that are in no number above. */
function Beside({ before, hands }: Pick<Line, "before" | "hands">): JSX.Element | null {
  if (before === undefined && hands === undefined) return null;
  return (
    <div class="rows__beside">
      {before && (
        <span>
          <span class="rows__key" /> First round: {before.says}
        </span>
      )}
      {hands !== undefined && <span class="rows__hands">{handsSay(hands)}</span>}
    </div>
  );
}

/** The drawn lines of a result. For eyes only: the table beside it says the same. */
export function Rows(props: { figure: Figure; size: keyof typeof LENGTH }): JSX.Element {
  const { figure, size } = props;
  const { lines, rest } = figure;
  // Where there are two columns, the second begins after this many rows.
  const half = Math.ceil((lines.length + (rest ? 1 : 0)) / 2);
  return (
    <div class="rows" style={{ "--half": half }} aria-hidden="true">
      {lines.map((line, place) => (
        <Row key={line.key} line={line} figure={figure} size={size} isSecond={place >= half} />
      ))}
      {rest && (
        <div class="rows__row rows__row--second rows__row--rest">
          <div class="rows__label">{rest.label}</div>
          <div class="rows__number">
            <strong>{rest.count}</strong> <span class="rows__share" />
          </div>
        </div>
      )}
    </div>
  );
}
