import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic, OwnComment, PostPayload } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { tidy } from "../../models/polls";
import type { SessionModel } from "../../models/session";
import { checkLength, IDEA_LENGTH } from "../../models/texts";
import { useFocusNext } from "./focus-next";
import { LanguageField } from "./language-field";
import { WordsField } from "./words-field";

interface AtIdea {
  model: SessionModel;
  post: PostPayload;
}
interface Draft {
  text: string;
  language: string;
}

const STATUS = {
  waiting: "Waiting for the host",
  shown: "Everybody sees it",
  not_shown: "Not shown",
};

function Own(props: { model: SessionModel; comment: OwnComment }): JSX.Element {
  const { model, comment } = props;
  const key = `comment-back:${comment.id}`;
  const { state } = model.outbox.status(key).value;
  const isGoing = state === "sending" || state === "not_sent";
  return (
    <li>
      <p class="quote" lang={comment.language}>
        {comment.text}
      </p>
      <p class="row">
        <span class="chip chip--own">You</span>
        <span class="meta">{STATUS[comment.status]}</span>
        {comment.status === "waiting" && !isGoing && (
          <button
            type="button"
            class="button button--small"
            onClick={() => {
              model.outbox.send("withdraw_comment", { comment_id: comment.id }, key);
              document.getElementById(`comment-${comment.post_id}-open`)?.focus();
            }}
          >
            Withdraw<span class="visually-hidden"> the comment “{comment.text}”</span>
          </button>
        )}
      </p>
    </li>
  );
}

function Form(props: AtIdea & { close: () => void }): JSX.Element {
  const { model, post, close } = props;
  const key = `comment:${post.id}`;
  const id = `comment-${post.id}`;
  const [draft, setDraft] = useState<Draft>(
    () => model.drafts.get<Draft>(key) ?? { text: "", language: document.documentElement.lang },
  );
  const [error, setError] = useState<string | null>(null);
  const change = (next: Draft): void => {
    setDraft(next);
    model.drafts.put(key, next.text === "" ? null : next);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { problem } = checkLength(draft.text, IDEA_LENGTH);
    setError(problem);
    if (problem !== null) {
      alarm(problem);
      return;
    }
    const { text, language } = draft;
    model.outbox.send("send_comment", { post_id: post.id, text: tidy(text), language }, key);
    model.drafts.put(key, null);
    close();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WordsField
        id={`${id}-text`}
        label="Your comment"
        limit={IDEA_LENGTH}
        error={error}
        {...draft}
        change={(text) => change({ ...draft, text })}
      />
      <LanguageField
        id={`${id}-language`}
        label="Language of my comment"
        language={draft.language}
        change={(language) => change({ ...draft, language })}
      />
      <div class="row">
        <button type="submit" class="button button--primary">
          Send comment
        </button>
        <button type="button" class="button button--quiet" onClick={close}>
          Not now
        </button>
      </div>
    </form>
  );
}

/** What is on its way, or was refused: its words stay in sight. */
function OnItsWay(props: AtIdea & { again: () => void }): JSX.Element | null {
  const { model, post, again } = props;
  const key = `comment:${post.id}`;
  const { state, args, nack } = model.outbox.status(key).value;
  if (!args || !("text" in args) || state === "idle" || state === "saved") return null;
  const says = {
    sending: "Sending…",
    not_sent: "Not sent yet. Your comment is kept on this device. We keep trying.",
    refused: nack?.message ?? "",
  }[state];
  return (
    <div class="stack stack--tight">
      <p class="quote">{args.text}</p>
      <p class="status" data-state={state}>
        {says}
      </p>
      {state === "refused" && (
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() => {
              model.drafts.put(key, { text: args.text, language: document.documentElement.lang });
              model.outbox.dismiss(key);
              again();
            }}
          >
            Write it again
          </button>
        </div>
      )}
    </div>
  );
}

/** What people say about an idea, and what the reader wants to add. */
export function Comments(props: AtIdea & { board: BoardTopic }): JSX.Element | null {
  const { model, board, post } = props;
  const key = `comment:${post.id}`;
  const [isWriting, setWriting] = useState(() => model.drafts.get(key) !== null);
  const focusNext = useFocusNext();
  const { state } = model.outbox.status(key).value;
  const isPending = state === "sending" || state === "not_sent" || state === "refused";
  const ids = new Set([post.id, ...post.together.map((each) => each.id)]);
  const mine = Object.values(model.me()?.comments ?? {}).filter((each) => ids.has(each.post_id));
  const known = new Set(mine.map((each) => each.id));
  const others = post.comments.filter((each) => !known.has(each.id));
  if (!board.takes_comments && others.length + mine.length === 0) return null;
  const isShut = others.length + mine.length === 0 && !isWriting && !isPending;
  const write = (isOpen: boolean): void => {
    setWriting(isOpen);
    focusNext(isOpen ? `#comment-${post.id}-text` : `#comment-${post.id}-open`);
  };
  return (
    <div class={isShut ? "shared__act" : "comments"}>
      {others.length + mine.length > 0 && (
        <ul class="comments__list" aria-label={`Comments on “${post.text}”`}>
          {others.map((each) => (
            <li key={each.id} class="quote" lang={each.language}>
              {each.text}
            </li>
          ))}
          {mine
            .toSorted((a, b) => a.at_ms - b.at_ms)
            .map((each) => (
              <Own key={each.id} model={model} comment={each} />
            ))}
        </ul>
      )}
      {isPending && <OnItsWay {...{ model, post }} again={() => write(true)} />}
      {board.takes_comments && isWriting && !isPending && (
        <Form {...{ model, post }} close={() => write(false)} />
      )}
      {board.takes_comments && !isWriting && !isPending && (
        <div>
          <button
            type="button"
            class="button"
            id={`comment-${post.id}-open`}
            onClick={() => write(true)}
          >
            Comment<span class="visually-hidden"> on “{post.text}”</span>
          </button>
        </div>
      )}
    </div>
  );
}
