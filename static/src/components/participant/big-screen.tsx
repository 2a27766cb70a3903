import type { JSX } from "preact";
import type { BoardTopic, PollTopic } from "../../generated/contract";
import { groupCode } from "../../models/code";
import { figureOf } from "../../models/figure";
import type { SessionModel } from "../../models/session";
import { type Scene, sceneOf } from "../../models/stage/scene";
import { say } from "../../models/words";
import { Quotes } from "../results/quotes";
import { ResultTable } from "../results/table";

/** What the big screen's own rules show, from what a phone may see. */
function sceneFor(model: SessionModel): Scene {
  const item = model.currentItem();
  const polls = item?.poll_ids.map((id) => model.poll(id)) ?? [];
  const boards = item?.board_ids.map((id) => model.board(id)) ?? [];
  return sceneOf({
    session: model.session(),
    item,
    polls: polls.filter((poll): poll is PollTopic => poll !== null),
    boards: boards.filter((board): board is BoardTopic => board !== null),
    postsOf: (boardId) => model.posts(boardId),
  });
}

function Answers(props: { poll: PollTopic }): JSX.Element {
  const { poll } = props;
  const labels = poll.scale?.labels ?? poll.options.map((option) => option.text);
  return (
    <>
      <p>{poll.title}</p>
      {labels.length > 0 && (
        <ul>
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
      <p>{say("results.answers", { count: poll.answered })}</p>
    </>
  );
}

function ResultsInWords(props: { poll: PollTopic; model: SessionModel }): JSX.Element | null {
  const { poll, model } = props;
  if (poll.results === null) return null;
  const figure = figureOf(poll, poll.results, model.ownAnswer(poll.id));
  return (
    <>
      <p>{say("results.answers", { count: poll.results.answered })}</p>
      {figure.lines.length > 0 && <ResultTable caption={poll.title} figure={figure} isShown />}
      {poll.results.quotes.length > 0 && (
        <Quotes quotes={poll.results.quotes} label="Answers in own words" />
      )}
    </>
  );
}

function Picture(props: { model: SessionModel; language: string }): JSX.Element {
  const { model, language } = props;
  const scene = sceneFor(model);
  const session = model.session();
  switch (scene.name) {
    case "waiting":
    case "blank":
      return <p>The big screen is blank.</p>;
    case "join":
      return (
        <p>
          How to join: open {location.host} and enter the code {groupCode(session?.code ?? "")}.
        </p>
      );
    case "thanks":
      return <p>Thanks to everybody.</p>;
    case "step":
      return <p lang={language}>{scene.item.title}</p>;
    case "questions":
      return (
        <ul lang={language}>
          {scene.polls.map((poll) => (
            <li key={poll.id}>{poll.title}</li>
          ))}
        </ul>
      );
    case "answers":
      return <Answers poll={scene.poll} />;
    case "results":
      return <ResultsInWords poll={scene.poll} model={model} />;
    case "ideas":
      return (
        <p>
          <span lang={language}>{scene.board.title}</span>: {scene.board.ideas} ideas so far, hidden
          until the host reveals them.
        </p>
      );
    case "board":
      return (
        <>
          <p lang={language}>{scene.board.title}</p>
          <Quotes quotes={scene.posts} label="Ideas" />
        </>
      );
  }
}

/** What everybody sees on the big screen, as text and table. */
export function BigScreen(props: { model: SessionModel; language: string }): JSX.Element {
  return (
    <div class="stack big-screen__picture">
      <Picture {...props} />
    </div>
  );
}
