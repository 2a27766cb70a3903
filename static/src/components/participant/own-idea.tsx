import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic, OwnPost } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { postWords } from "../../models/participant/ideas";
import { checkLength, IDEA_LENGTH, tidy } from "../../models/polls";
import type { SessionModel } from "../../models/session";
import { ideaSays } from "../../models/status";
import { LanguageField } from "./language-field";
import { WordsField } from "./words-field";

type Words = Pick<OwnPost, "text" | "language">;

function Editor(props: {
  id: string;
  words: Words;
  change: (words: Words) => void;
  save: () => void;
  leave: () => void;
}): JSX.Element {
  const { id, words, change, save, leave } = props;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { problem } = checkLength(words.text, IDEA_LENGTH);
    if (problem === null) save();
    else alarm(problem);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WordsField
        id={`${id}-text`}
        label="Change my idea"
        limit={IDEA_LENGTH}
        errorId={undefined}
        {...words}
        change={(text) => change({ ...words, text })}
      />
      <LanguageField
        id={`${id}-language`}
        label="Language of my idea"
        language={words.language}
        change={(language) => change({ ...words, language })}
      />
      <div class="row">
        <button type="submit" class="button button--primary">
          Save changes
        </button>
        <button type="button" class="button button--quiet" onClick={leave}>
          Leave it as it was
        </button>
      </div>
    </form>
  );
}

function Acts(props: { edit: () => void; withdraw: () => void }): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div class="row">
        <button type="button" class="button" onClick={props.edit}>
          Edit
        </button>
        <button type="button" class="button" onClick={() => setAsking(true)}>
          Withdraw
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      <button type="button" class="button button--danger" onClick={props.withdraw}>
        Withdraw this idea
      </button>
      <button type="button" class="button button--quiet" onClick={() => setAsking(false)}>
        Keep it
      </button>
    </div>
  );
}

/** One own idea: its words, its status, and what can still be done with it. */
export function OwnIdea(props: {
  model: SessionModel;
  board: BoardTopic;
  post: OwnPost;
  language: string;
}): JSX.Element {
  const { model, board, post, language } = props;
  const key = `post:${post.id}`;
  const draftKey = `edit:${post.id}`;
  const [words, setWords] = useState(() => model.drafts.get<Words>(draftKey));
  const status = model.outbox.status(key).value;
  const isPending = status.state === "sending" || status.state === "not_sent";
  const column = board.columns.find((one) => one.id === post.column_id);
  const change = (next: Words | null): void => {
    setWords(next);
    model.drafts.put(draftKey, next);
  };
  const save = (): void => {
    if (words === null) return;
    const { text, language: spoken } = words;
    model.outbox.send("edit_post", { post_id: post.id, text: tidy(text), language: spoken }, key);
    change(null);
  };
  const mayChange = post.status === "waiting" && !isPending;
  const says = isPending || status.state === "refused" ? ideaSays(status, true).text : null;
  return (
    <li>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <p class="row">
        {board.columns.length > 1 && (
          <span class="chip" lang={language}>
            {column?.title}
          </span>
        )}
        <span class="meta">{postWords(post, board)}</span>
      </p>
      {says && (
        <p class="status" data-state={status.state}>
          {says}
        </p>
      )}
      {words !== null && post.status === "waiting" ? (
        <Editor id={draftKey} {...{ words, change, save }} leave={() => change(null)} />
      ) : (
        mayChange && (
          <Acts
            edit={() => change({ text: post.text, language: post.language })}
            withdraw={() => model.outbox.send("withdraw_post", { post_id: post.id }, key)}
          />
        )
      )}
    </li>
  );
}
