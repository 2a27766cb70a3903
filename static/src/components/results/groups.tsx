import type { JSX } from "preact";
import type { GroupResults } from "../../generated/contract";
import { cellSays, reasonSays } from "../../models/groups";
import { timeOfDay } from "../../models/words";

/** The signs of the groups, beside their names: shape and colour say the same. */
const SHAPES = ["●", "■", "▲", "◆", "⬢", "✚"];

/** A question by group: a line for each answer, a column for all and for each group that is shown. */
export function GroupTable(props: {
  title: string;
  results: GroupResults;
  language: string;
}): JSX.Element {
  const { title, results, language } = props;
  return (
    <figure class="figure" aria-label={`By group: ${title}`}>
      {results.differ.map((sentence) => (
        <p key={sentence}>
          <strong lang={language}>{sentence}</strong>
        </p>
      ))}
      {results.groups.length === 0 ? (
        <p>No group has enough answers to be shown.</p>
      ) : (
        <div class="table-box">
          <table class="table groups">
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col" class="table__number">
                  All ({results.answered})
                </th>
                {results.groups.map((group, place) => (
                  <th key={group.group_id} scope="col" class="table__number" lang={language}>
                    <span class="groups__sign" data-sign={place % SHAPES.length} aria-hidden="true">
                      {SHAPES[place % SHAPES.length]}
                    </span>{" "}
                    {group.title} ({group.answered})
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {results.lines.map((line, place) => (
                <tr key={line.label}>
                  <th scope="row" lang={language}>
                    {line.label}
                  </th>
                  <td class="table__number">{line.total}</td>
                  {results.groups.map((group) => {
                    const cell = group.cells[place];
                    return (
                      <td key={group.group_id} class="table__number">
                        {cell ? cellSays(cell, results.least) : ""}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <figcaption class="meta">
        Counted: {results.counts}. {reasonSays(results)} As of {timeOfDay(results.made_at_ms)}; this
        table does not change any more.
      </figcaption>
    </figure>
  );
}
