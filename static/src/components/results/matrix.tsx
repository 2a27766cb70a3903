import type { JSX } from "preact";
import type { PairsTopic } from "../../generated/contract";
import { answersOf, gapsOf, matrixOf, pairSays, withoutGaps } from "../../models/pairs";

/** Barriers with what answered them, as a list that can be read aloud. */
export function Answered(props: { topic: PairsTopic; language: string }): JSX.Element {
  const { topic, language } = props;
  const { rows } = matrixOf(topic);
  if (rows.length === 0) return <p>Nobody has put a factor and a barrier together yet.</p>;
  return (
    <div class="table-box">
      <table class="table">
        <caption>What answered what</caption>
        <thead>
          <tr>
            <th scope="col">Barrier</th>
            <th scope="col">Answered by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ barrier }) => (
            <tr key={barrier.ref}>
              <th scope="row" lang={barrier.language ?? language}>
                {barrier.text}
              </th>
              <td>
                <ul class="plain">
                  {answersOf(topic, barrier.ref).map(({ factor, pair }) => (
                    <li key={factor.ref}>
                      <span lang={factor.language ?? language}>{factor.text}</span>{" "}
                      <span class="meta">{pairSays(pair)}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The barriers that nobody has an answer for. */
export function Gaps(props: { topic: PairsTopic; language: string }): JSX.Element {
  const { topic, language } = props;
  const gaps = gapsOf(topic);
  if (gaps.length === 0) return <p>{withoutGaps(topic)}</p>;
  return (
    <ul class="gaps">
      {gaps.map((gap) => (
        <li key={gap.ref}>
          <span lang={gap.language ?? language}>{gap.text}</span>{" "}
          <span class="meta">
            chosen by {gap.people === 1 ? "1 person" : `${gap.people} people`}
          </span>
        </li>
      ))}
    </ul>
  );
}
