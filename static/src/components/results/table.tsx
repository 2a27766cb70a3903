import type { JSX } from "preact";
import type { Figure } from "../../models/figure";

interface RowProps {
  label: string;
  isOwn?: boolean;
  count: number;
  share: string;
}

function Row({ label, isOwn, count, share }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {label} {isOwn && <span class="chip chip--own">You</span>}
      </th>
      <td class="table__number">{count}</td>
      <td class="table__number">{share}</td>
    </tr>
  );
}

/** The figures of a result as a table: always in the page, drawn when somebody asks for it. */
export function ResultTable(props: {
  caption: string;
  figure: Figure;
  isShown: boolean;
}): JSX.Element {
  const { caption, figure, isShown } = props;
  const { lines, rest } = figure;
  return (
    <div class={isShown ? "table-box" : "visually-hidden"}>
      <table class="table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col" class="table__number">
              People
            </th>
            <th scope="col" class="table__number">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row {...line} key={line.key} share={`${line.share} %`} />
          ))}
          {rest && <Row label={rest.label} count={rest.count} share="not counted" />}
        </tbody>
      </table>
    </div>
  );
}
