import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PollTopic } from "../../generated/contract";
import type { Task } from "../../models/participant/following";
import { type AnswerDraft, draftOf, emptyDraft } from "../../models/polls";
import type { SendStatus, SessionModel } from "../../models/session";
import { KINDS } from "../polls";
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

/** What was chosen or written and not sent; an older page may have kept it with fewer fields. */
function keptDraft(model: SessionModel, key: string): AnswerDraft | null {
  const kept = model.drafts.get<Partial<AnswerDraft>>(key);
  return kept && { ...emptyDraft(document.documentElement.lang), ...kept };
}

function isEmpty(draft: AnswerDraft): boolean {
  const { other_text, value, second, not_applicable, text } = draft;
  const isOpen = other_text === null && value === null && second === null;
  const isUnmarked = draft.option_ids.length === 0 && draft.picks.length === 0;
  return isOpen && isUnmarked && !not_applicable && !text && draft.terms.every((term) => !term);
}

/** One question: to answer, sent, changed, closed, and its results. */
export function Question(props: {
  model: SessionModel;
  poll: PollTopic;
  language: string;
  next: Task | null;
  go: () => void;
}): JSX.Element {
  const { model, poll, language, next, go } = props;
  const key = `poll:${poll.id}`;
  const status = model.answerStatus(poll.id);
  const [draft, setDraft] = useState(() => keptDraft(model, key));
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
    const fields = ["input:checked", "textarea", "input", "fieldset button"];
    focusNext(...fields.map((field) => `${form} ${field}`));
  };
  const leave = (): void => {
    leaveChange();
    focusNext(`#poll-${poll.id}-act`);
  };
  const form = (
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
          <button type="button" class="button button--primary" onClick={go}>
            Next question
          </button>
        )}
      </AnswerForm>
      {!isRefused && <SendMark status={status} isKept={model.outbox.isKept} />}
    </div>
  );
  return (
    <div class="stack stack--loose">
      {poll.restarted_at_ms !== undefined && status.state === "idle" && (
        <Later draw={({ Restarted }) => <Restarted key={poll.restarted_at_ms} />} />
      )}
      {poll.kind in KINDS ? form : <Later title={poll.title} draw={() => form} />}
      {pairs !== null && status.state === "saved" && (
        <Later draw={({ Pairing }) => <Pairing {...{ model, poll, pairs, language }} />} />
      )}
      {poll.results && <Later draw={({ Results }) => <Results model={model} poll={poll} />} />}
    </div>
  );
}
