import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PollTopic } from "../../generated/contract";
import { announce } from "../../lib/announce";
import { browserTimers } from "../../lib/timers";
import { Announcer, type Pace, summary } from "../../models/results";
import type { SessionModel } from "../../models/session";
import { ResultFigure } from "../results/figure";
import { GroupTable } from "../results/groups";

const PACES: readonly { pace: Pace; words: string }[] = [
  { pace: "off", words: "Off" },
  { pace: "15s", words: "Every 15 seconds" },
  { pace: "60s", words: "Every 60 seconds" },
];

/** How often changing results are read out; one choice for all questions while the page is open. */
let chosenPace: Pace = "15s";

function PaceMenu(props: { id: string; announcer: Announcer }): JSX.Element {
  const { id, announcer } = props;
  const [pace, setPace] = useState(chosenPace);
  const choose = (next: Pace): void => {
    chosenPace = next;
    announcer.setPace(next);
    setPace(next);
  };
  return (
    <div class="field field--inline">
      <label for={id}>Read changes aloud (screen reader)</label>
      <select id={id} value={pace} onChange={(event) => choose(event.currentTarget.value as Pace)}>
        {PACES.map(({ pace: value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The results of a question once they are shown to the phones, with the own answer marked. */
export function Results(props: { model: SessionModel; poll: PollTopic }): JSX.Element | null {
  const { model, poll } = props;
  const announcer = useMemo(() => new Announcer(browserTimers, announce), []);
  const told = poll.results === null ? null : summary(poll, poll.results);
  useEffect(() => {
    if (told === null) return;
    announcer.setPace(chosenPace);
    announcer.open(told);
    return () => announcer.close();
  }, [poll.id, told === null]);
  useEffect(() => {
    if (told !== null) announcer.offer(told);
  }, [told]);
  if (told === null) return null;
  return (
    <section class="stack" aria-labelledby={`results-${poll.id}`}>
      <h2 id={`results-${poll.id}`}>Results</h2>
      <ResultFigure poll={poll} own={model.ownAnswer(poll.id)} size="phone" />
      {poll.groups && (
        <GroupTable
          title={poll.title}
          results={poll.groups}
          language={model.session()?.language ?? ""}
          timezone={model.session()?.timezone ?? "UTC"}
        />
      )}
      <details>
        <summary>Reading aloud</summary>
        <PaceMenu id={`pace-${poll.id}`} announcer={announcer} />
      </details>
    </section>
  );
}
