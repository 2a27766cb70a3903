import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic, OwnPost } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { postWords } from "../../models/participant/idea_words";
import { tidy } from "../../models/polls";
import type { SendStatus, SessionModel } from "../../models/session";
import { ideaSays } from "../../models/status";
import { checkLength, IDEA_LENGTH } from "../../models/texts";
import { useFocusNext } from "./focus-next";
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
  const [error, setError] = useState<string | null>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { problem } = checkLength(words.text, IDEA_LENGTH);
    setError(problem);
    if (problem === null) save();
    else alarm(problem);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WordsField
        id={`${id}-text`}
        label="Change my idea"
        limit={IDEA_LENGTH}
        error={error}
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

interface Acts {
  id: string;
  edit: () => void;
  withdraw: () => void;
}

function Change(props: Acts): JSX.Element {
  const { id, edit, withdraw } = props;
  const [isAsking, setAsking] = useState(false);
  const focusNext = useFocusNext();
  const ask = (isAsked: boolean): void => {
    setAsking(isAsked);
    focusNext(isAsked ? `#${id}-really` : `#${id}-withdraw`);
  };
  if (!isAsking) {
    return (
      <div class="row">
        <button type="button" class="button" id={`${id}-edit`} onClick={edit}>
          Edit
        </button>
        <button type="button" class="button" id={`${id}-withdraw`} onClick={() => ask(true)}>
          Withdraw
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      <button
        type="button"
        class="button button--danger"
        id={`${id}-really`}
        onClick={() => {
          withdraw();
          document.getElementById("my-ideas")?.focus();
        }}
      >
        Withdraw this idea
      </button>
      <button type="button" class="button button--quiet" onClick={() => ask(false)}>
        Keep it
      </button>
    </div>
  );
}

/** Where the idea is: its column, what the host did, and what is on its way. */
function Standing(props: {
  model: SessionModel;
  board: BoardTopic;
  post: OwnPost;
  language: string;
  status: SendStatus;
}) {
  const { model, board, post, language, status } = props;
  const column = board.columns.find((one) => one.id === post.column_id);
  const isOpenMatter = status.state !== "idle" && status.state !== "saved";
  return (
    <>
      <p class="row">
        {board.columns.length > 1 && (
          <span class="chip" lang={language}>
            {column?.title}
          </span>
        )}
        <span class="meta">{postWords(post, board, model.posts(board.id))}</span>
      </p>
      {isOpenMatter && (
        <p class="status" data-state={status.state}>
          {ideaSays(status, true).text}
        </p>
      )}
    </>
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
  const id = `post-${post.id}`;
  const [words, setWords] = useState(() => model.drafts.get<Words>(draftKey));
  const focusNext = useFocusNext();
  const status = model.outbox.status(key).value;
  const isPending = status.state === "sending" || status.state === "not_sent";
  const change = (next: Words | null): void => {
    setWords(next);
    model.drafts.put(draftKey, next);
  };
  const leave = (): void => {
    change(null);
    focusNext(`#${id}-edit`, "#my-ideas");
  };
  const save = (): void => {
    if (words === null) return;
    const { text, language: spoken } = words;
    model.outbox.send("edit_post", { post_id: post.id, text: tidy(text), language: spoken }, key);
    leave();
  };
  const edit = (): void => {
    change({ text: post.text, language: post.language });
    focusNext(`#${id}-text`);
  };
  const isEditing = words !== null && post.status === "waiting";
  return (
    <li>
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <Standing {...{ model, board, post, language, status }} />
      {isEditing && <Editor id={id} {...{ words, change, save, leave }} />}
      {!isEditing && post.status === "waiting" && !isPending && (
        <Change
          id={id}
          edit={edit}
          withdraw={() => model.outbox.send("withdraw_post", { post_id: post.id }, key)}
        />
      )}
    </li>
  );
}
