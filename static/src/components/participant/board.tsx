import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BoardTopic } from "../../generated/contract";
import { announce } from "../../lib/announce";
import type { IdeaBook, IdeaDraft, LooseIdea } from "../../models/participant/ideas";
import { leftWords, pointsLeft } from "../../models/participant/points";
import type { SessionModel } from "../../models/session";
import { Heading } from "./heading";
import { IdeaForm } from "./idea-form";
import { MyIdeas } from "./my-ideas";
import { SharedIdeas } from "./shared-ideas";
import { useChange } from "./telling";

/** The others' ideas come, and are to be ranked, below what one writes: nobody who listens would notice. */
function useTold(board: BoardTopic): void {
  useChange(board.is_revealed, (_, isRevealed) => {
    if (isRevealed) announce("Everybody's ideas are below now.");
  });
  useChange(board.is_voting, (_, isVoting) => {
    const points = board.budget === 1 ? "1 point" : `${board.budget} points`;
    announce(isVoting ? `You have ${points} to give.` : "No more points can be given.");
  });
}

/** From the form to everybody's ideas: they stand below it, and what one writes stays where it is. */
function WayToIdeas(props: { model: SessionModel; board: BoardTopic }): JSX.Element {
  const { model, board } = props;
  const count = model.posts(board.id).length;
  const ideas = count === 1 ? "1 idea is" : `${count} ideas are`;
  return (
    <div class="way-to-ideas">
      <p>
        {board.is_voting
          ? leftWords(pointsLeft(model, board), board.budget)
          : `${ideas} on the board`}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          const ideas = document.getElementById("shared-ideas");
          ideas?.scrollIntoView({ block: "start" });
          ideas?.focus({ preventScroll: true });
        }}
      >
        {board.is_voting ? "Give points" : "Go to the ideas"}
      </button>
    </div>
  );
}

/** A board: write ideas, follow the own ones, and see everybody's once they are revealed. */
export function Board(props: {
  model: SessionModel;
  board: BoardTopic;
  book: IdeaBook;
  language: string;
}): JSX.Element {
  const { model, board, book, language } = props;
  useTold(board);
  const key = `board:${board.id}`;
  const [draft, setDraft] = useState<IdeaDraft>(
    () =>
      model.drafts.get<IdeaDraft>(key) ?? {
        text: "",
        column_id: null,
        language: document.documentElement.lang,
      },
  );
  const edit = (next: IdeaDraft): void => {
    setDraft(next);
    model.drafts.put(key, next.text === "" ? null : next);
  };
  const rewrite = (idea: LooseIdea): void => {
    const { text, column_id, language: spoken } = idea.args;
    edit({
      text: draft.text === "" ? text : `${draft.text}\n${text}`,
      column_id,
      language: spoken,
    });
    book.drop(board.id, idea.key);
    document.getElementById(`board-${board.id}-text`)?.focus();
  };
  return (
    <div class="stack stack--loose">
      <div class="stack">
        <Heading language={language}>{board.title}</Heading>
        {board.help && (
          <p class="help" lang={language}>
            {board.help}
          </p>
        )}
        {board.is_revealed && <WayToIdeas {...{ model, board }} />}
        {board.state === "open" && !board.is_revealed && (
          <p class="meta">For now only you see your ideas. The host reveals them all together.</p>
        )}
        {board.state === "open" ? (
          <IdeaForm {...{ model, board, book, language, draft, edit }} />
        ) : (
          <p class="lead">The board takes no more ideas.</p>
        )}
        {board.state !== "open" && draft.text !== "" && (
          <div class="banner banner--warn">
            <p>The board closed before you sent this. It stays on this device.</p>
            <p class="quote" lang={draft.language}>
              {draft.text}
            </p>
          </div>
        )}
      </div>
      <MyIdeas {...{ model, board, book, language, rewrite }} />
      {board.is_revealed && <SharedIdeas {...{ model, board, language }} />}
    </div>
  );
}
