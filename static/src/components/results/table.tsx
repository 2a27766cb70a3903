import type { JSX } from "preact";
import { besideCells, type Figure } from "../../models/figure";
import { Label } from "./label";

interface RowProps {
  label: string;
  isOwn?: boolean;
  own?: string | undefined;
  language?: string | undefined;
  among?: string | undefined;
  cells: readonly string[];
}

function Row({ cells, ...label }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <Label {...label} />
      </th>
      {cells.map((cell, place) => (
        <td key={place} class="table__number">
          {cell}
        </td>
      ))}
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
            {[...(figure.heads ?? ["People", "Share"]), ...figure.besides].map((head) => (
              <th key={head} scope="col" class="table__number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row
              {...line}
              key={line.key}
              cells={[
                ...(line.cells ?? [String(line.count), `${line.share} %`]),
                ...besideCells(figure, line),
              ]}
            />
          ))}
          {rest && (
            <Row
              label={rest.label}
              cells={[String(rest.count), "not counted", ...figure.besides.map(() => "–")]}
            />
          )}
        </tbody>
      </table>
    </div>
  );
}
