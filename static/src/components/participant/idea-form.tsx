import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic } from "../../generated/contract";
import { alarm, hush } from "../../lib/announce";
import { checkIdea, type Missing } from "../../models/participant/idea_words";
import type { IdeaBook, IdeaDraft } from "../../models/participant/ideas";
import type { SendStatus, SessionModel } from "../../models/session";
import { ideaSays } from "../../models/status";
import { IDEA_LENGTH } from "../../models/texts";
import { LanguageField } from "./language-field";
import { WordsField } from "./words-field";

function Columns(props: {
  board: BoardTopic;
  chosen: number | null;
  language: string;
  error: string | null;
  choose: (columnId: number) => void;
}): JSX.Element | null {
  const { board, chosen, language, error, choose } = props;
  if (board.columns.length < 2) return null;
  const errorId = error === null ? undefined : `board-${board.id}-column-error`;
  return (
    <fieldset class="field">
      <legend>What is it?</legend>
      {error !== null && (
        <p class="field__error" id={errorId}>
          {error}
        </p>
      )}
      <div class="tiles tiles--across">
        {board.columns.map((column) => (
          <label class="tile" key={column.id}>
            <input
              type="radio"
              id={`board-${board.id}-column-${column.id}`}
              name={`board-${board.id}`}
              aria-describedby={errorId}
              checked={chosen === column.id}
              onChange={() => choose(column.id)}
            />
            <span class="tile__text" lang={language}>
              {column.title}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is said about the idea that was sent last, while there is something to say. */
function lastWords(model: SessionModel, board: BoardTopic, status: SendStatus): string {
  const isReviewed = !model.ownPosts(board.id).some((post) => post.status === "waiting");
  if (status.state === "refused") return "";
  if (status.state === "saved" && board.needs_approval && isReviewed) return "";
  return ideaSays(status, board.needs_approval).text;
}

/** Write an idea and send it. The field empties and the focus stays, to write the next. */
export function IdeaForm(props: {
  model: SessionModel;
  board: BoardTopic;
  book: IdeaBook;
  language: string;
  draft: IdeaDraft;
  edit: (draft: IdeaDraft) => void;
}): JSX.Element {
  const { model, board, book, draft, edit } = props;
  const id = `board-${board.id}`;
  const [missing, setMissing] = useState<Missing | null>(null);
  const last = book.last(board.id);
  const told = lastWords(model, board, last);
  const change = (part: Partial<IdeaDraft>): void => {
    if (missing !== null) hush();
    setMissing(null);
    edit({ ...draft, ...part });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { args, missing: found } = checkIdea(board, draft);
    setMissing(found);
    if (args === null) {
      alarm(found.problem);
      const field = found.part === "column" ? `${id}-column-${board.columns[0]?.id}` : `${id}-text`;
      document.getElementById(field)?.focus();
      return;
    }
    book.send(args);
    edit({ ...draft, text: "" });
  };
  const isTextWrong = missing?.part === "text";
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Columns
        {...{ board, language: props.language }}
        chosen={draft.column_id}
        error={missing?.part === "column" ? missing.problem : null}
        choose={(column_id) => change({ column_id })}
      />
      <WordsField
        id={`${id}-text`}
        label="Your idea"
        text={draft.text}
        limit={IDEA_LENGTH}
        language={draft.language}
        error={isTextWrong ? missing.problem : null}
        change={(text) => change({ text })}
      />
      <LanguageField
        id={`${id}-language`}
        label="Language of my idea"
        language={draft.language}
        change={(language) => change({ language })}
      />
      <div class="row">
        <button type="submit" class="button button--primary button--big">
          Send idea
        </button>
      </div>
      {told !== "" && (
        <p class="status" data-state={last.state}>
          {told}
        </p>
      )}
      {!model.outbox.isKept && (
        <p class="meta">
          This browser cannot keep your ideas: leave the page open until they are sent.
        </p>
      )}
    </form>
  );
}
