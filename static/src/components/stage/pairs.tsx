import type { JSX } from "preact";
import type { PairPayload, PairsTopic } from "../../generated/contract";
import { gapsOf, matrixOf, pairSays, withoutGaps } from "../../models/pairs";
import { Answered } from "../results/matrix";
import { StageTitle } from "./question";

/** So much can be read from the last row. */
const ROOM = { rows: 5, columns: 4 };
const GAPS = 6;

function Cell(props: { pair: PairPayload | null }): JSX.Element {
  const { pair } = props;
  return (
    <td class="stage-matrix__cell">
      {pair && (
        <span class="stage-matrix__mark">
          {pair.people > 0 ? pair.people : "host"}
          <span class="visually-hidden"> ({pairSays(pair)})</span>
        </span>
      )}
    </td>
  );
}

/** Barriers down, success factors across: who says that one answered the other. */
export function MatrixScene(props: { topic: PairsTopic; asTable: boolean }): JSX.Element {
  const { topic, asTable } = props;
  const { factors, rows, left } = matrixOf(topic, ROOM);
  return (
    <div class="stage__scene stage-matrix">
      <StageTitle text="What answered what" />
      {asTable && <Answered topic={topic} language="" />}
      {!asTable && rows.length === 0 && (
        <p class="stage-count__words">Nothing was put together yet.</p>
      )}
      {!asTable && rows.length > 0 && (
        <table class="stage-matrix__table">
          <thead>
            <tr>
              <th scope="col">Barrier</th>
              {factors.map((factor) => (
                <th key={factor.ref} scope="col">
                  {factor.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ barrier, cells }) => (
              <tr key={barrier.ref}>
                <th scope="row">{barrier.text}</th>
                {cells.map((pair, place) => (
                  <Cell key={factors[place]?.ref} pair={pair} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </div>
  );
}

/** The barriers that matter to many and that nobody has an answer for. */
export function GapsScene(props: { topic: PairsTopic }): JSX.Element {
  const { topic } = props;
  const gaps = gapsOf(topic);
  const left = gaps.length - GAPS;
  return (
    <div class="stage__scene stage-gaps">
      <StageTitle text="Barriers without an answer yet" />
      {gaps.length === 0 && <p class="stage-count__words">{withoutGaps(topic)}</p>}
      <ol class="stage-gaps__list">
        {gaps.slice(0, GAPS).map((gap) => (
          <li key={gap.ref}>
            <span>{gap.text}</span> <strong>{gap.people}</strong>
          </li>
        ))}
      </ol>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
    </div>
  );
}
