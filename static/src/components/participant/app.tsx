import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { SessionTopic } from "../../generated/contract";
import { alarm, announce } from "../../lib/announce";
import { isInField, keepFocus } from "../../lib/lost-focus";
import { Follower } from "../../models/participant/follower";
import { alsoHere, nextTask } from "../../models/participant/following";
import { IdeaBook } from "../../models/participant/ideas";
import { watchSends } from "../../models/participant/sends";
import type { SessionModel } from "../../models/session";
import { AlsoHere } from "./also-here";
import { ConnectionBanner, HostNote, OfferBar } from "./banners";
import { BigScreen } from "./big-screen";
import { Board } from "./board";
import { Ended } from "./ended";
import { focusHeading, Heading } from "./heading";
import { Question } from "./question";
import { useTold } from "./telling";
import { Goodbye } from "./trouble";
import { Waiting } from "./waiting";

export interface AppProps {
  model: SessionModel;
  /** The part of the page that the app is drawn in. */
  part: HTMLElement;
  /** Delete what this device keeps of the session. */
  forget: () => void;
  joinAgain: () => void;
}

function Task(props: {
  model: SessionModel;
  follower: Follower;
  book: IdeaBook;
  session: SessionTopic;
}): JSX.Element | null {
  const { model, follower, book, session } = props;
  const shown = follower.place.value?.shown ?? "";
  const [kind, id] = [shown.split(":")[0], Number(shown.split(":")[1])];
  const { language } = session;
  const poll = kind === "poll" ? model.poll(id) : null;
  const board = kind === "board" ? model.board(id) : null;
  const go = (key: string): void => follower.go(key);
  if (poll) {
    const next = nextTask(follower.scene.value, shown);
    return <Question key={shown} {...{ model, poll, language, next, go }} />;
  }
  if (board) return <Board key={shown} {...{ model, board, book, language }} />;
  return <Waiting {...{ model, session }} item={model.currentItem()} />;
}

function Live(props: {
  model: SessionModel;
  follower: Follower;
  book: IdeaBook;
  session: SessionTopic;
}): JSX.Element {
  const { model, follower, session } = props;
  const place = follower.place.value;
  const scene = follower.scene.value;
  const offered = place?.offered ?? null;
  const { language } = session;
  return (
    <div class="stack stack--loose">
      {offered !== null && (
        <OfferBar
          task={scene.tasks.find((task) => task.key === offered) ?? null}
          go={() => follower.go(offered)}
        />
      )}
      <ConnectionBanner model={model} />
      <HostNote session={session} />
      <Task {...props} />
      <AlsoHere
        tasks={alsoHere(scene, place?.shown ?? "").filter((task) => task.key !== offered)}
        {...{ language }}
        go={(key) => follower.go(key)}
      />
      <BigScreen {...{ model, language }} />
    </div>
  );
}

/** Everything below the header for somebody who has joined. */
export function App(props: AppProps): JSX.Element {
  const { model, part, forget, joinAgain } = props;
  const book = useMemo(() => new IdeaBook(model), [model]);
  const follower = useMemo(() => new Follower(model, () => isInField(part)), [model, part]);
  useEffect(() => {
    const tell = (words: string, isUrgent: boolean) => (isUrgent ? alarm(words) : announce(words));
    const stops = [
      watchSends(model, () => follower.scene.value, book, tell),
      keepFocus(part, () => focusHeading({ preventScroll: true })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [model, follower, book, part]);
  useTold(model, follower);
  const session = model.session();
  if (model.bye.value !== null) return <Goodbye why={model.bye.value} joinAgain={joinAgain} />;
  if (session === null) {
    return (
      <div class="stack">
        <Heading>Connecting…</Heading>
        <ConnectionBanner model={model} />
      </div>
    );
  }
  if (session.state === "ended") return <Ended {...{ model, session, forget }} />;
  return <Live {...{ model, follower, book, session }} />;
}
