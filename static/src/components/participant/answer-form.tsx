import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PollTopic } from "../../generated/contract";
import { alarm, hush } from "../../lib/announce";
import type { Answer, AnswerDraft } from "../../models/polls";
import { KINDS } from "../polls";
import { Heading } from "./heading";

/** What the form needs; `act` tells what its one button is for at this moment. */
export interface AnswerFormProps {
  poll: PollTopic;
  draft: AnswerDraft;
  language: string;
  act: "send" | "sending" | "change";
  /** What the server said against the answer, if it did. */
  refusal: string | null;
  edit: (draft: AnswerDraft) => void;
  send: (answer: Answer) => void;
  /** Go back from a sent answer to the fields. */
  reopen: () => void;
  /** Shown instead of the fields once the answer is on its way. */
  sent: ComponentChildren;
  /** Beside the button. */
  children?: ComponentChildren;
}

const FIRST_FIELD = "input, textarea, fieldset button";
const BUTTON = { send: "Send answer", sending: "Sending…", change: "Change my answer" } as const;

/** A question with its fields and one button, which keeps the focus whatever it is for. */
export function AnswerForm(props: AnswerFormProps): JSX.Element {
  const { poll, draft, act } = props;
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    if (act === "send" || missing === null) return;
    setMissing(null);
    hush();
  }, [act, missing]);
  const kind = KINDS[poll.kind];
  if (kind === undefined) return <UnknownKind {...props} />;
  const error = missing ?? props.refusal;
  const errorId = error === null ? undefined : `poll-${poll.id}-error`;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (act === "sending") return;
    if (act === "change") {
      props.reopen();
      return;
    }
    const { answer, problem } = kind.check(poll, draft);
    setMissing(problem);
    if (answer !== null) {
      hush();
      props.send(answer);
      return;
    }
    alarm(problem ?? "");
    (event.currentTarget as HTMLFormElement).querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  };
  const edit = (next: AnswerDraft): void => {
    if (missing !== null) hush();
    setMissing(null);
    props.edit(next);
  };
  return (
    <form class="stack" id={`poll-${poll.id}-form`} noValidate onSubmit={submit}>
      <fieldset class="stack">
        <legend>
          <Heading language={props.language}>{poll.title}</Heading>
        </legend>
        {poll.again_of_id !== undefined && (
          <p class="meta">You are asked a second time. Your first answer stays as it is.</p>
        )}
        {poll.help && (
          <p class="help" lang={props.language}>
            {poll.help}
          </p>
        )}
        {error !== null && (
          <p class="field__error" id={errorId}>
            {error}
          </p>
        )}
        {act === "change" ? (
          props.sent
        ) : (
          <kind.Fields poll={poll} draft={draft} change={edit} errorId={errorId} />
        )}
      </fieldset>
      <div class="row">
        <button
          type="submit"
          id={`poll-${poll.id}-act`}
          class={act === "change" ? "button" : "button button--primary button--big"}
          aria-disabled={act === "sending"}
          onClick={(event) => event.detail > 1 && event.preventDefault()}
        >
          {BUTTON[act]}
        </button>
        {props.children}
      </div>
    </form>
  );
}

function UnknownKind(props: AnswerFormProps): JSX.Element {
  return (
    <>
      <Heading language={props.language}>{props.poll.title}</Heading>
      <p class="banner banner--warn">
        This page does not know this kind of question yet. Your saved answers are safe. Reload the
        page to answer it.
      </p>
    </>
  );
}
