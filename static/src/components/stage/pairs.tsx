import type { JSX } from "preact";
import type { PairPayload, PairsTopic, ThingPayload } from "../../generated/contract";
import { isAnswer, pairSays, withoutGaps } from "../../models/pairs";
import { heightUnder } from "../../models/stage/layout";
import { BARRIERS, gapsFit, matrixFit } from "../../models/stage/pairs";
import { StageTitle } from "./question";
import { useWidth } from "./width";

const MATRIX = "What answered what";
const GAPS = "Barriers without an answer yet";

/** An option in the interface's letters; people's own words in theirs, and in their language. */
function Named(props: { thing: ThingPayload }): JSX.Element {
  const { text, language } = props.thing;
  if (language === null) return <span>{text}</span>;
  return (
    <span class="quote" lang={language}>
      {text}
    </span>
  );
}

function Cell(props: { pair: PairPayload | null }): JSX.Element {
  const { pair } = props;
  return (
    <td class="stage-matrix__cell">
      {pair && (
        <span class="stage-matrix__mark" data-kind={isAnswer(pair) ? "answer" : "proposal"}>
          {pair.people > 0 ? pair.people : isAnswer(pair) ? "host" : "proposed"}
          {pair.people > 0 && <span class="visually-hidden"> ({pairSays(pair)})</span>}
        </span>
      )}
    </td>
  );
}

/** Barriers down, success factors across: who says that one answered the other. */
export function MatrixScene(props: { topic: PairsTopic }): JSX.Element {
  const width = useWidth();
  const { factors, rows, left } = matrixFit(props.topic, width, heightUnder(MATRIX, width));
  return (
    <div class="stage__scene stage-matrix">
      <StageTitle text={MATRIX} />
      {rows.length === 0 && (
        <p class="stage__lead">Nobody has put a success factor and a barrier together yet.</p>
      )}
      {rows.length > 0 && (
        <table class="stage-matrix__table">
          <thead>
            <tr>
              <th scope="col" style={{ inlineSize: `${100 * BARRIERS}%` }}>
                Barrier
              </th>
              {factors.map((factor) => (
                <th key={factor.ref} scope="col">
                  <Named thing={factor} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ barrier, cells }) => (
              <tr key={barrier.ref}>
                <th scope="row">
                  <Named thing={barrier} />
                </th>
                {cells.map((pair, place) => (
                  <Cell key={factors[place]?.ref} pair={pair} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && (
        <p class="stage__small">
          So many people say that it helped.{left > 0 && ` ${left} more barriers on your device.`}
        </p>
      )}
    </div>
  );
}

/** The barriers that matter to many and that nobody has an answer for. */
export function GapsScene(props: { topic: PairsTopic }): JSX.Element {
  const width = useWidth();
  const { shown, left } = gapsFit(props.topic, width, heightUnder(GAPS, width));
  return (
    <div class="stage__scene stage-gaps">
      <StageTitle text={GAPS} />
      {shown.length === 0 && <p class="stage__lead">{withoutGaps(props.topic)}</p>}
      <ol class="stage-gaps__list">
        {shown.map((gap) => (
          <li key={gap.ref}>
            <Named thing={gap} />{" "}
            <strong>
              {gap.people}
              <span class="visually-hidden"> {gap.people === 1 ? "person" : "people"}</span>
            </strong>
          </li>
        ))}
      </ol>
      {shown.length > 0 && (
        <p class="stage__small">
          Chosen by so many people.{left > 0 && ` ${left} more on your device.`}
        </p>
      )}
    </div>
  );
}
