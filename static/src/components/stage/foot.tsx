import type { JSX } from "preact";
import { groupCode } from "../../models/code";

/** What stands below each picture: how to come in, how things are, how many answered. */
export function StageFoot(props: {
  address: string;
  /** Null where the picture itself says how to come in, or nobody may come in. */
  code: string | null;
  /** How many answered what is drawn, and whether more may come. */
  count: { words: string; isLive: boolean } | null;
  isPaused: boolean;
  isCut: boolean;
  /** The session is held in Chatham House mode. */
  isChatham: boolean;
}): JSX.Element {
  const { address, code, count, isPaused, isCut, isChatham } = props;
  return (
    <div class="stage__foot">
      {code !== null && (
        <p>
          {address} <strong class="stage__code">{groupCode(code)}</strong>
        </p>
      )}
      <p class="stage__marks">
        {isChatham && <span>Chatham House mode: nobody is named</span>}
        {isPaused && <span>Updates paused</span>}
        {isCut && <span>Reconnecting…</span>}
      </p>
      {count && (
        <p class="stage__answers">
          {count.words} {count.isLive && <span class="chip chip--live">Live</span>}
        </p>
      )}
    </div>
  );
}
