import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { checkIdea, type IdeaBook, type IdeaDraft } from "../../models/participant/ideas";
import { IDEA_LENGTH } from "../../models/polls";
import type { SessionModel } from "../../models/session";
import { ideaSays } from "../../models/status";
import { LanguageField } from "./language-field";
import { WordsField } from "./words-field";

function Columns(props: {
  board: BoardTopic;
  chosen: number | null;
  language: string;
  choose: (columnId: number) => void;
}): JSX.Element | null {
  const { board, chosen, language, choose } = props;
  if (board.columns.length < 2) return null;
  return (
    <fieldset class="field">
      <legend>What is it?</legend>
      <div class="tiles tiles--across">
        {board.columns.map((column) => (
          <label class="tile" key={column.id}>
            <input
              type="radio"
              name={`board-${board.id}`}
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
  const [missing, setMissing] = useState<string | null>(null);
  const errorId = missing === null ? undefined : `board-${board.id}-error`;
  const last = book.last(board.id);
  const change = (part: Partial<IdeaDraft>): void => {
    setMissing(null);
    edit({ ...draft, ...part });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { args, problem } = checkIdea(board, draft);
    setMissing(problem);
    if (args === null) {
      alarm(problem);
      return;
    }
    book.send(args);
    edit({ ...draft, text: "" });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Columns
        {...{ board, language: props.language }}
        chosen={draft.column_id}
        choose={(column_id) => change({ column_id })}
      />
      <WordsField
        id={`board-${board.id}-text`}
        label="Your idea"
        text={draft.text}
        limit={IDEA_LENGTH}
        language={draft.language}
        errorId={errorId}
        change={(text) => change({ text })}
      />
      <LanguageField
        id={`board-${board.id}-language`}
        label="Language of my idea"
        language={draft.language}
        change={(language) => change({ language })}
      />
      {missing !== null && (
        <p class="field__error" id={errorId}>
          {missing}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button button--primary button--big">
          Send idea
        </button>
      </div>
      {last.state !== "idle" && last.state !== "refused" && (
        <p class="status" data-state={last.state}>
          {ideaSays(last, board.needs_approval).text}
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
