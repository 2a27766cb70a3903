import type { JSX } from "preact";
import { useCallback, useEffect, useMemo } from "preact/hooks";
import type { SessionTopic } from "../../generated/contract";
import { alarm, announce } from "../../lib/announce";
import { isInField, keepFocus } from "../../lib/lost-focus";
import { Follower } from "../../models/participant/follower";
import { alsoHere, nextTask, pagesOf } from "../../models/participant/following";
import { IdeaBook } from "../../models/participant/ideas";
import { readSends, watchSends } from "../../models/participant/sends";
import type { SessionModel } from "../../models/session";
import { useRedraw } from "../redraw";
import { ConnectionBanner } from "./banners";
import { focusHeading, Heading } from "./heading";
import { Later, type More } from "./later";
import { Question } from "./question";
import { useTold } from "./telling";
import { Waiting } from "./waiting";

export interface AppProps {
  model: SessionModel;
  /** The part of the page that the app is drawn in. */
  part: HTMLElement;
  /** The reader has just come in by the form, which is gone: the focus goes to what is there now. */
  isNewcomer: boolean;
  /** Delete what this device keeps of the session. */
  forget: () => void;
  joinAgain: () => void;
}

interface RoomProps {
  model: SessionModel;
  follower: Follower;
  book: IdeaBook;
  session: SessionTopic;
}

function Task(props: RoomProps): JSX.Element | null {
  const { model, follower, book, session } = props;
  const shown = follower.place.value?.shown ?? "";
  const [kind, id] = [shown.split(":")[0], Number(shown.split(":")[1])];
  const { language } = session;
  const poll = kind === "poll" ? model.poll(id) : null;
  const board = kind === "board" ? model.board(id) : null;
  const form = kind === "form" ? model.agenda().find((item) => item.id === id) : null;
  if (poll) {
    const next = nextTask(follower.scene.value, shown);
    const go = (): void => follower.go(next?.page ?? "");
    return <Question key={shown} {...{ model, poll, language, next, go }} />;
  }
  if (form) {
    const draw = ({ FormPage }: More) => <FormPage {...{ model, language }} item={form} />;
    return <Later key={shown} title={form.title} draw={draw} />;
  }
  if (kind === "commitment") {
    const item = model.agenda().find((one) => one.id === id);
    const draw = ({ Commitments }: More) => (
      <Commitments {...{ model, session, draftKey: shown }} />
    );
    return <Later key={shown} {...(item && { title: item.title })} draw={draw} />;
  }
  if (board) {
    return (
      <Later
        key={shown}
        title={board.title}
        draw={({ Board }) => <Board {...{ model, board, book, language }} />}
      />
    );
  }
  return <Waiting {...{ model, session }} item={model.currentItem()} />;
}

function Room(props: RoomProps): JSX.Element {
  const { model, follower, session } = props;
  const place = follower.place.value;
  const scene = follower.scene.value;
  const offered = place?.offered ?? null;
  const found = alsoHere(scene, place?.shown ?? "", follower.seenRefused);
  const others = pagesOf(model, found).filter((task) => task.key !== offered);
  const offer = pagesOf(model, scene.tasks).find((task) => task.key === offered) ?? null;
  const go = (key: string): void => follower.go(key);
  return (
    <div class="stack stack--loose">
      {offered !== null && (
        <Later quiet draw={({ OfferBar }) => <OfferBar task={offer} go={() => go(offered)} />} />
      )}
      <ConnectionBanner model={model} />
      <Later quiet draw={({ SessionNotes }) => <SessionNotes session={session} />} />
      <Task {...props} />
      <Later quiet draw={({ Beside }) => <Beside {...{ model, session, others, go }} />} />
    </div>
  );
}

/** Everything below the header for somebody who has joined. */
export function App(props: AppProps): JSX.Element {
  const { model, part, isNewcomer, forget, joinAgain } = props;
  const book = useMemo(() => new IdeaBook(model), [model]);
  const follower = useMemo(() => new Follower(model, () => isInField(part)), [model, part]);
  const scene = follower.scene;
  useRedraw(
    useCallback(() => {
      [model.state.value, model.bye.value, model.banner.value, follower.place.value];
      readSends(model, scene.value, book);
    }, [model, follower, scene, book]),
  );
  useEffect(() => {
    const tell = (words: string, isUrgent: boolean) => (isUrgent ? alarm(words) : announce(words));
    const stopTelling = watchSends(model, () => scene.value, book, tell);
    const stopKeeping = keepFocus(part, () => focusHeading({ preventScroll: true }));
    return () => {
      stopTelling();
      stopKeeping();
      follower.close();
    };
  }, [model, follower, scene, book, part]);
  useTold(model, follower, isNewcomer);
  const session = model.session();
  const why = model.bye.value;
  if (session?.state === "ended") {
    return (
      <Later
        title="Thank you"
        draw={({ Ended }) => <Ended {...{ model, session, scene, book, forget }} />}
      />
    );
  }
  if (why !== null) {
    return (
      <Later title={why.message} draw={({ Goodbye }) => <Goodbye {...{ why, joinAgain }} />} />
    );
  }
  if (session === null) {
    return (
      <div class="stack">
        <Heading>Connecting…</Heading>
        <ConnectionBanner model={model} />
      </div>
    );
  }
  return <Room {...{ model, follower, book, session }} />;
}
