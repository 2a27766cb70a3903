import type { JSX } from "preact";
import type { BoardTopic, PollTopic, PostPayload } from "../../generated/contract";
import { groupCode } from "../../models/code";
import { wholeOf } from "../../models/commitments";
import { figureOf } from "../../models/figure";
import { headsOf } from "../../models/heads";
import { suggestedOf } from "../../models/matches";
import { summary } from "../../models/results";
import type { SessionModel } from "../../models/session";
import { type Scene, sceneOf } from "../../models/stage/scene";
import { sayResults } from "../../models/words_results";
import { GroupTable } from "../results/groups";
import { Matches } from "../results/matches";
import { Answered, Gaps } from "../results/matrix";
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
    pairs: model.pairs(),
    matches: suggestedOf(model.matches(), model.state.value),
    postsOf: (boardId) => model.posts(boardId),
    questions: model.questions(),
    commitments: model.commitments(),
  });
}

function Title(props: { children: string; language: string }): JSX.Element {
  return (
    <p class="big-screen__title" lang={props.language}>
      {props.children}
    </p>
  );
}

function Answers(props: { poll: PollTopic; language: string }): JSX.Element {
  const { poll, language } = props;
  const labels = poll.scale?.labels ?? poll.options.map((option) => option.text);
  return (
    <>
      <Title {...{ language }}>{poll.title}</Title>
      {labels.length > 0 && (
        <ul lang={language}>
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
      <p>{sayResults("results.answers", { count: poll.answered })}</p>
      <p class="meta">Results come here when the host shows them to the phones too.</p>
    </>
  );
}

function ResultsInWords(props: {
  poll: PollTopic;
  model: SessionModel;
  language: string;
}): JSX.Element | null {
  const { poll, model, language } = props;
  if (poll.results === null) return null;
  const figure = figureOf(poll, poll.results, model.ownAnswer(poll.id));
  return (
    <>
      <Title {...{ language }}>{poll.title}</Title>
      <p>{summary(poll, poll.results)}</p>
      {figure.lines.length > 0 && <ResultTable caption={poll.title} figure={figure} isShown />}
      {poll.results.quotes.length > 0 && (
        <Quotes quotes={poll.results.quotes} label="Answers in own words" />
      )}
    </>
  );
}

function Ideas(props: { board: BoardTopic; posts: readonly PostPayload[]; language: string }) {
  const { board, posts, language } = props;
  return (
    <>
      <Title {...{ language }}>{board.title}</Title>
      {headsOf(board, posts).map((head) => (
        <section key={head.key} aria-label={head.title} class="stack stack--tight">
          <p lang={head.isOurs ? undefined : language}>{head.title}</p>
          <Quotes quotes={head.posts} label="Ideas" />
        </section>
      ))}
    </>
  );
}

function Picture(props: { model: SessionModel; language: string }): JSX.Element {
  const { model, language } = props;
  const scene = sceneFor(model);
  switch (scene.name) {
    case "waiting":
    case "blank":
      return <p>The big screen is blank.</p>;
    case "join":
      return (
        <p>
          How to join: open {location.host} and enter the code{" "}
          <span class="nowrap">{groupCode(model.session()?.code ?? "")}</span>.
        </p>
      );
    case "thanks":
      return <p>Thanks to everybody.</p>;
    case "step":
      return <Title {...{ language }}>{scene.item.title}</Title>;
    case "questions":
      return (
        <>
          <Title {...{ language }}>{scene.item.title}</Title>
          <ul lang={language}>
            {scene.polls.map((poll) => (
              <li key={poll.id}>{poll.title}</li>
            ))}
          </ul>
        </>
      );
    case "answers":
      return <Answers {...{ language }} poll={scene.poll} />;
    case "groups":
      return (
        <>
          <Title {...{ language }}>{scene.poll.title}</Title>
          <GroupTable
            title={scene.poll.title}
            results={scene.groups}
            language={language}
            timezone={model.session()?.timezone ?? "UTC"}
          />
        </>
      );
    case "results":
      return <ResultsInWords {...{ model, language }} poll={scene.poll} />;
    case "ideas":
      return (
        <>
          <Title {...{ language }}>{scene.board.title}</Title>
          <p>
            {scene.board.ideas === 1 ? "1 idea" : `${scene.board.ideas} ideas`} so far, hidden until
            the host reveals them.
          </p>
        </>
      );
    case "matrix":
      return <Answered topic={scene.topic} language={language} />;
    case "matches":
      return <Matches suggested={scene.suggested} />;
    case "gaps":
      return (
        <>
          <p class="big-screen__title">Barriers without an answer yet</p>
          <Gaps topic={scene.topic} language={language} />
        </>
      );
    case "board":
      return <Ideas {...{ language }} board={scene.board} posts={scene.posts} />;
    case "commitments":
      return (
        <>
          <p class="big-screen__title">{scene.title}</p>
          <p>
            {scene.topic.count === 1 ? "1 commitment" : `${scene.topic.count} commitments`} so far
          </p>
          <Quotes
            quotes={scene.topic.public.map((one) => ({ ...one, text: wholeOf(one) }))}
            label="Commitments that everybody may read"
          />
        </>
      );
    case "asked":
      return (
        <>
          <p class="big-screen__title">Questions to the speakers</p>
          <Quotes quotes={scene.questions} label="Questions to the speakers" />
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
