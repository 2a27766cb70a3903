import type { JSX } from "preact";
import type { SessionTopic } from "../../generated/contract";
import { groupCode } from "../../models/code";

/** What always stands below: how to come in, how things are, how many answered. */
export function StageFoot(props: {
  session: SessionTopic;
  address: string;
  /** How many answered what is drawn, and whether more may come. */
  count: { words: string; isLive: boolean } | null;
  isPaused: boolean;
  isCut: boolean;
}): JSX.Element {
  const { session, address, count, isPaused, isCut } = props;
  return (
    <div class="stage__foot">
      {session.state !== "ended" && (
        <p>
          {address} <strong class="stage__code">{groupCode(session.code)}</strong>
        </p>
      )}
      <p class="stage__marks">
        {isPaused && <span>Updates paused</span>}
        {isCut && <span class="stage__cut">Reconnecting…</span>}
      </p>
      {count && (
        <p class="stage__answers">
          {count.words} {count.isLive && <span class="chip chip--live">Live</span>}
        </p>
      )}
    </div>
  );
}
