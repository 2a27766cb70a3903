import type { JSX } from "preact";
import type { PollTopic } from "../../generated/contract";
import type { AnswerDraft } from "../../models/polls";
import type { SendStatus, SessionModel } from "../../models/session";
import { Heading } from "./heading";
import { OwnAnswer } from "./own-answer";
import { Restarted } from "./restarted";
import { Results } from "./results";
import { SendMark } from "./send-mark";

/** A question that takes no more answers: what became of the own one, and the results once shown. */
export function ClosedQuestion(props: {
  model: SessionModel;
  poll: PollTopic;
  language: string;
  status: SendStatus;
  /** What was chosen or written and never sent. */
  draft: AnswerDraft | null;
  /** What was sent. */
  sent: AnswerDraft | null;
}): JSX.Element {
  const { model, poll, language, status, draft, sent } = props;
  const isRefused = status.state === "refused";
  return (
    <div class="stack">
      <Heading language={language}>{poll.title}</Heading>
      {poll.restarted_at_ms !== undefined && status.state === "idle" && (
        <Restarted key={poll.restarted_at_ms} />
      )}
      {isRefused && (
        <div class="banner banner--danger">
          <p>{status.nack?.message}</p>
        </div>
      )}
      {draft !== null && (
        <div class="banner banner--warn">
          <p>Voting closed before you sent this. It was not counted.</p>
          <OwnAnswer poll={poll} draft={draft} label="What you had not sent" />
        </div>
      )}
      {sent !== null && (
        <OwnAnswer
          poll={poll}
          draft={sent}
          label={isRefused ? "What you had sent" : "Your answer"}
        />
      )}
      {!isRefused && <SendMark status={status} isKept={model.outbox.isKept} />}
      {poll.results === null ? (
        <p class="lead">Voting is closed. Results come when the host shows them.</p>
      ) : (
        <Results model={model} poll={poll} />
      )}
    </div>
  );
}
