import type { JSX } from "preact";
import type { SendStatus } from "../../models/session";
import { answerSays } from "../../models/status";

/** Where an answer stands, in words with a mark: hollow on its way, solid once the server has it. */
export function SendMark(props: { status: SendStatus; isKept: boolean }): JSX.Element | null {
  const { status, isKept } = props;
  const { text } = answerSays(status, isKept);
  if (text === "") return null;
  return (
    <div class="send-mark">
      <p class="status" data-state={status.state}>
        {text}
      </p>
      {status.state === "saved" && status.receipt && (
        <details class="receipt">
          <summary>Receipt</summary>
          <p>
            Your answer is stored under the code <strong>{status.receipt}</strong>. The code says
            nothing about you.
          </p>
        </details>
      )}
    </div>
  );
}
