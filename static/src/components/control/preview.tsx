import type { JSX } from "preact";
import type { BoardTopic, PollTopic } from "../../generated/contract";
import type { Activity } from "../../models/control/scene";
import { emptyDraft } from "../../models/polls";
import { KINDS } from "../polls";
import "../polls/later";

/** A question as phones draw it: the same fields, switched off. */
function PollPreview(props: { poll: PollTopic; language: string; isTitled: boolean }): JSX.Element {
  const { poll, language, isTitled } = props;
  const Fields = KINDS[poll.kind]?.Fields;
  return (
    <fieldset class="preview" disabled lang={language}>
      <legend>
        <span class={isTitled ? "preview__title" : "visually-hidden"}>{poll.title}</span>
      </legend>
      {poll.help && <p class="preview__help">{poll.help}</p>}
      {Fields && (
        <Fields poll={poll} draft={emptyDraft(language)} change={() => {}} errorId={undefined} />
      )}
    </fieldset>
  );
}

/** A board as it starts: its columns, and who sees what. */
function BoardPreview(props: {
  board: BoardTopic;
  language: string;
  isTitled: boolean;
}): JSX.Element {
  const { board, language, isTitled } = props;
  return (
    <div class="preview">
      {isTitled && (
        <h3 class="preview__title" lang={language}>
          {board.title}
        </h3>
      )}
      {board.help && (
        <p class="preview__help" lang={language}>
          {board.help}
        </p>
      )}
      <ul class="preview__columns" aria-label="Columns">
        {board.columns.map((column) => (
          <li key={column.id} lang={language}>
            {column.title}
          </li>
        ))}
      </ul>
      <p class="meta">
        People write in silence until you reveal the ideas.
        {board.needs_approval && " You approve each idea before others see it."}
      </p>
    </div>
  );
}

/** What people will get, exactly; without its title where that stands above already. */
export function Preview(props: {
  activity: Activity;
  language: string;
  isTitled: boolean;
}): JSX.Element {
  const { activity, ...rest } = props;
  return activity.kind === "poll" ? (
    <PollPreview poll={activity.poll} {...rest} />
  ) : (
    <BoardPreview board={activity.board} {...rest} />
  );
}
