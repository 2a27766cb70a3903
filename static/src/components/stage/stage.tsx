import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ItemPayload, SessionTopic } from "../../generated/contract";
import { suggestedOf } from "../../models/matches";
import type { SessionModel } from "../../models/session";
import { echoOf, type Scene, sceneOf } from "../../models/stage/scene";
import { answersSay } from "../../models/words_rounds";
import { useHeld } from "../results/figure";
import { AnswersScene, IdeasScene, QuestionsScene } from "./answers";
import { AskedScene } from "./asked";
import { BoardScene } from "./board";
import { CommitmentsScene } from "./commitments";
import { StageFoot } from "./foot";
import { GroupsScene } from "./groups";
import { JoinScene } from "./join";
import { MatchesScene } from "./matches";
import { GapsScene, MatrixScene } from "./pairs";
import { ResultsScene } from "./results";
import { BlankScene, ExpiredScene, StepScene, ThanksScene } from "./step";
import { StageThread } from "./thread";
import { Tools } from "./tools";

interface Picture {
  scene: Scene;
  session: SessionTopic | null;
  items: readonly ItemPayload[];
}

function pictureOf(model: SessionModel): Picture {
  const item = model.currentItem();
  const polls = (item?.poll_ids ?? []).map((id) => model.poll(id)).filter((poll) => poll !== null);
  const boards = (item?.board_ids ?? []).map((id) => model.board(id)).filter((one) => one !== null);
  const session = model.session();
  const sight = {
    session,
    item,
    polls,
    boards,
    pairs: model.pairs(),
    postsOf: (id: number) => model.posts(id),
    questions: model.questions(),
    commitments: model.commitments(),
    matches: suggestedOf(model.matches(), model.state.value),
  };
  return { scene: sceneOf(sight), session, items: model.agenda() };
}

function SceneView(props: {
  scene: Scene;
  session: SessionTopic;
  address: string;
  asTable: boolean;
}): JSX.Element | null {
  const { scene, session, address, asTable } = props;
  switch (scene.name) {
    case "waiting":
      return null;
    case "blank":
      return <BlankScene title={session.title} />;
    case "join":
      return <JoinScene session={session} address={address} />;
    case "thanks":
      return <ThanksScene session={session} />;
    case "step":
      return <StepScene item={scene.item} timezone={session.timezone} />;
    case "questions":
      return <QuestionsScene item={scene.item} polls={scene.polls} />;
    case "answers":
      return <AnswersScene poll={scene.poll} />;
    case "groups":
      return <GroupsScene poll={scene.poll} groups={scene.groups} />;
    case "results":
      return <ResultsScene key={scene.poll.id} poll={scene.poll} asTable={asTable} />;
    case "ideas":
      return <IdeasScene board={scene.board} />;
    case "matrix":
      return <MatrixScene topic={scene.topic} />;
    case "matches":
      return <MatchesScene suggested={scene.suggested} />;
    case "gaps":
      return <GapsScene topic={scene.topic} />;
    case "board":
      return <BoardScene board={scene.board} posts={scene.posts} />;
    case "commitments":
      return <CommitmentsScene title={scene.title} topic={scene.topic} />;
    case "asked":
      return <AskedScene questions={scene.questions} />;
  }
}

function countOf(scene: Scene): { words: string; isLive: boolean } | null {
  if (scene.name !== "results") return null;
  const isLive = scene.poll.state === "open";
  const words = answersSay(scene.poll.results ?? scene.poll);
  return { words: isLive ? words : `${words}, final`, isLive };
}

function useEcho(model: SessionModel, showing: string): void {
  useEffect(() => model.echo(showing), [model, showing]);
}

/** The link was revoked, or the session erased: coming back is of no use. */
function isOver(model: SessionModel): boolean {
  const bye = model.bye.value;
  return bye !== null && ("ok" in bye || bye.retry_in_ms === null);
}

interface StageProps {
  model: SessionModel;
  /** The session's title, for the time before the first snapshot. */
  title: string;
  /** Where one joins, as people type it. */
  address: string;
}

/** The whole big screen: it keeps its last picture when the connection breaks. */
export function Stage({ model, title, address }: StageProps): JSX.Element {
  const [isPaused, setPaused] = useState(false);
  const [asTable, setTable] = useState(false);
  const { scene, session, items } = useHeld(pictureOf(model), isPaused);
  useEcho(model, echoOf(scene));
  if (isOver(model)) return <ExpiredScene />;
  const isQuiet = scene.name === "blank" || scene.name === "waiting";
  const hasCode = !isQuiet && scene.name !== "join" && scene.name !== "thanks";
  return (
    <>
      {!isQuiet && <StageThread items={items} />}
      {session ? (
        <SceneView scene={scene} session={session} address={address} asTable={asTable} />
      ) : (
        <BlankScene title={title} />
      )}
      {!isQuiet && session?.message && <p class="stage__message">{session.message.text}</p>}
      <StageFoot
        address={address}
        code={hasCode && session ? session.code : null}
        count={countOf(scene)}
        isPaused={isPaused}
        isCut={model.banner.value !== "none"}
        isChatham={session?.is_chatham === true}
      />
      <Tools
        isPaused={isPaused}
        asTable={asTable}
        pause={() => setPaused(!isPaused)}
        table={() => setTable(!asTable)}
      />
    </>
  );
}
