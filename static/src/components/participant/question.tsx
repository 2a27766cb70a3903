import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PollTopic } from "../../generated/contract";
import type { Task } from "../../models/participant/following";
import { type AnswerDraft, draftOf, emptyDraft } from "../../models/polls";
import type { SendStatus, SessionModel } from "../../models/session";
import { AnswerForm } from "./answer-form";
import { useFocusNext } from "./focus-next";
import { Later } from "./later";
import { OwnAnswer } from "./own-answer";
import { SendMark } from "./send-mark";

/** What the reader sent last, as a draft: what the outbox holds, else what the server has. */
export function sentDraft(
  model: SessionModel,
  pollId: number,
  status: SendStatus,
): AnswerDraft | null {
  const language = document.documentElement.lang;
  if (status.args && "answer" in status.args) {
    return { ...emptyDraft(language), ...status.args.answer } as AnswerDraft;
  }
  const own = model.ownAnswer(pollId);
  return own === null ? null : draftOf(own, language);
}

function isEmpty(draft: AnswerDraft): boolean {
  const { option_ids, other_text, value, not_applicable, text } = draft;
  return (
    option_ids.length === 0 && other_text === null && value === null && !not_applicable && !text
  );
}

/** One question: to answer, sent, changed, closed, and its results. */
export function Question(props: {
  model: SessionModel;
  poll: PollTopic;
  language: string;
  next: Task | null;
  go: (key: string) => void;
}): JSX.Element {
  const { model, poll, language, next, go } = props;
  const key = `poll:${poll.id}`;
  const status = model.answerStatus(poll.id);
  const [draft, setDraft] = useState(() => model.drafts.get<AnswerDraft>(key));
  const [isChanging, setChanging] = useState(false);
  const focusNext = useFocusNext();
  const sent = sentDraft(model, poll.id, status);
  const keep = (newer: AnswerDraft | null): void => {
    setDraft(newer);
    model.drafts.put(key, newer === null || isEmpty(newer) ? null : newer);
  };
  if (poll.state !== "open") {
    const unsent = draft === null || isEmpty(draft) ? null : draft;
    const closed = { model, poll, language, status, draft: unsent, sent };
    return (
      <Later title={poll.title} draw={({ ClosedQuestion }) => <ClosedQuestion {...closed} />} />
    );
  }
  const pairs = model.pairs();
  const isRefused = status.state === "refused";
  const isOnItsWay = status.state !== "idle" && !isRefused;
  const isEditing = !isOnItsWay || isChanging || draft !== null;
  const leaveChange = (): void => {
    keep(null);
    setChanging(false);
  };
  const reopen = (): void => {
    const form = `#poll-${poll.id}-form`;
    setChanging(true);
    focusNext(`${form} input:checked`, `${form} textarea`, `${form} input`);
  };
  const leave = (): void => {
    leaveChange();
    focusNext(`#poll-${poll.id}-act`);
  };
  return (
    <div class="stack stack--loose">
      <div class="stack">
        <AnswerForm
          key={poll.id}
          {...{ poll, language }}
          draft={draft ?? sent ?? emptyDraft(document.documentElement.lang)}
          act={isEditing ? "send" : status.state === "sending" ? "sending" : "change"}
          refusal={isRefused ? (status.nack?.message ?? null) : null}
          edit={keep}
          send={(answer) => {
            model.outbox.send("respond", { poll_id: poll.id, answer }, key);
            leaveChange();
          }}
          reopen={reopen}
          sent={sent && <OwnAnswer poll={poll} draft={sent} label="Your answer" />}
        >
          {isEditing && isOnItsWay && (
            <button type="button" class="button button--quiet" onClick={leave}>
              Keep what I sent
            </button>
          )}
          {!isEditing && next !== null && (
            <button type="button" class="button button--primary" onClick={() => go(next.key)}>
              Next question
            </button>
          )}
        </AnswerForm>
        {!isRefused && <SendMark status={status} isKept={model.outbox.isKept} />}
      </div>
      {pairs !== null && status.state === "saved" && (
        <Later draw={({ Pairing }) => <Pairing {...{ model, poll, pairs, language }} />} />
      )}
      {poll.results && <Later draw={({ Results }) => <Results model={model} poll={poll} />} />}
    </div>
  );
}
