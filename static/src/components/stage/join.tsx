import type { JSX } from "preact";
import type { SessionTopic } from "../../generated/contract";
import { groupCode } from "../../models/code";
import { timeOfDay } from "../../models/words";
import { StageTitle } from "./question";

/** How to come in: a picture to scan, an address and a code to type. */
export function JoinScene(props: { session: SessionTopic; address: string }): JSX.Element {
  const { session, address } = props;
  const isBefore = session.state === "draft" || session.state === "open";
  const start = timeOfDay(session.planned_start_ms, session.timezone);
  return (
    <div class="stage__scene stage-join">
      <StageTitle text={session.title} />
      <img class="stage-join__qr" src={`/qr/${session.code}.svg`} alt="QR code to join" />
      <div class="stage-join__words">
        <p class="stage-join__where">
          Join at <strong>{address}</strong>
        </p>
        <p class="stage-join__code">{groupCode(session.code)}</p>
        <p class="stage__small">
          {isBefore ? `We start at ${start}. No account needed.` : "No account needed."}
        </p>
      </div>
    </div>
  );
}
