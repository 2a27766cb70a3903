import type { JSX } from "preact";
import type { GroupResults } from "../../generated/contract";
import { cellSays, momentSays, reasonSays } from "../../models/groups";

/** The signs of the groups, beside their names: shape and colour say the same. */
const SHAPES = ["●", "■", "▲", "◆", "⬢", "✚"];

/** The sign of a group, by its place among those that are shown. */
export function GroupSign(props: { place: number }): JSX.Element {
  const sign = props.place % SHAPES.length;
  return (
    <span class="groups__sign" data-sign={sign} aria-hidden="true">
      {SHAPES[sign]}
    </span>
  );
}

/** A question by group: a line for each answer, a column for all and for each group that is shown. */
export function GroupTable(props: {
  title: string;
  results: GroupResults;
  language: string;
  timezone: string;
}): JSX.Element {
  const { title, results, language, timezone } = props;
  return (
    <figure class="figure" aria-label={`By group: ${title}`}>
      <p class="groups__title">
        {results.differ.length > 0 ? "Where groups differ most" : "By group"}
      </p>
      {results.differ.length > 0 && (
        <ul class="plain stack stack--tight" lang={language}>
          {results.differ.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {results.groups.length === 0 ? (
        <p>No group has enough answers to be shown.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        <section class="table-box" aria-label="The table by group" tabIndex={0}>
          <table class="table groups">
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col" class="table__number">
                  All ({results.answered})
                </th>
                {results.groups.map((group, place) => (
                  <th key={group.group_id} scope="col" class="table__number" lang={language}>
                    <GroupSign place={place} /> {group.title} ({group.answered})
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
        </section>
      )}
      <figcaption class="meta">
        Counted: {results.counts}. {reasonSays(results)} As of{" "}
        {momentSays(results.made_at_ms, timezone)}; this table does not change any more.
      </figcaption>
    </figure>
  );
}
