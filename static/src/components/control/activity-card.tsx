import type { ComponentChildren, JSX } from "preact";
import type { BoardTopic, PollTopic, VotesTopic } from "../../generated/contract";
import { activityButtons } from "../../models/control/activity";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { roundButtons } from "../../models/control/round_buttons";
import {
  type Activity,
  isLeftOpen,
  type Scene,
  stateOf,
  titleOf,
} from "../../models/control/scene";
import { answeredWords, boardWords, shownWords, unfoldWords } from "../../models/control/words";
import { ResultFigure } from "../results/figure";
import { GroupTable } from "../results/groups";
import { ActButton } from "./act-button";
import { PollMore } from "./poll-more";
import { Preview } from "./preview";
import { QuoteDesk } from "./quote-desk";
import { Rate } from "./rate";
import { TermDesk } from "./term-desk";

const STATES = { ready: "Ready", open: "Open", closed: "Closed" };

function stateWords(activity: Activity): string {
  const isOut = activity.kind === "poll" && activity.poll.left_out_minutes !== undefined;
  return isOut ? "Left out" : STATES[stateOf(activity)];
}

function cardId(activity: Activity): string {
  return `card-${activity.key.replace(":", "-")}`;
}

/**
 * A question or a board of the live step. One is in hand: it is unfolded, and the keys act on it.
 * Only a press changes that, never the focus, or cards would fold under the pointer.
 */
export function ActivityCard(props: {
  control: Control;
  scene: Scene;
  activity: Activity;
  isInHand: boolean;
}): JSX.Element {
  const { control, scene, activity, isInHand } = props;
  const state = stateOf(activity);
  const earlier = isLeftOpen(scene, activity);
  const id = cardId(activity);
  return (
    <article class="activity" data-hand={isInHand} aria-labelledby={id}>
      <header class="activity__head">
        <h3 id={id} class="activity__title" tabIndex={-1} lang={scene.session.language}>
          {titleOf(activity)}
        </h3>
        {activity.kind === "poll" && activity.poll.again_of_id !== undefined && (
          <span class="chip">Second round</span>
        )}
        <span class={state === "open" ? "chip chip--live" : "chip"}>{stateWords(activity)}</span>
      </header>
      {earlier && <p class="meta">Left open in an earlier step.</p>}
      {activity.kind === "poll" ? (
        <PollNumbers control={control} poll={activity.poll} />
      ) : (
        <BoardNumbers board={activity.board} votes={scene.votes.get(activity.board.id)} />
      )}
      <div class="activity__acts">
        {buttonsOf(control, scene, activity).map((button, place) => (
          <ActButton
            key={button.id}
            control={control}
            button={button}
            hasKey={isInHand}
            about={titleOf(activity)}
            class={place > 0 ? "button--small" : ""}
          />
        ))}
      </div>
      {isInHand ? (
        <Body control={control} activity={activity} language={scene.session.language} />
      ) : (
        <Unfold control={control} activity={activity} />
      )}
    </article>
  );
}

function buttonsOf(control: Control, scene: Scene, activity: Activity): Button[] {
  const main = activityButtons(activity);
  if (activity.kind === "board") return main;
  return [...main, ...roundButtons(scene, activity.poll, control.now.value)];
}

function Unfold(props: { control: Control; activity: Activity }): JSX.Element {
  const { control, activity } = props;
  return (
    <button
      type="button"
      class="button button--quiet button--small activity__unfold"
      onClick={() => {
        control.chosen.value = activity.key;
        document.getElementById(cardId(activity))?.focus(); // this button gives way to what it shows
      }}
    >
      <span>
        {unfoldWords(activity)}
        <span class="visually-hidden"> “{titleOf(activity)}”</span>
      </span>
    </button>
  );
}

function PollNumbers(props: { control: Control; poll: PollTopic }): JSX.Element | null {
  const { control, poll } = props;
  if (poll.state === "ready") return null;
  const present = control.room.value?.participants ?? null;
  return (
    <Facts>
      <strong class="count">{answeredWords(poll.answered, present)}</strong>
      {poll.state === "open" && (
        <Rate samples={control.rates.value.get(poll.id) ?? []} now_ms={control.now.value} />
      )}
      <span>{shownWords(poll)}</span>
    </Facts>
  );
}

function BoardNumbers(props: {
  board: BoardTopic;
  votes: VotesTopic | undefined;
}): JSX.Element | null {
  if (props.board.state === "ready") return null;
  const [count, ...rest] = boardWords(props.board, props.votes);
  return (
    <Facts>
      <strong class="count">{count}</strong>
      {rest.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </Facts>
  );
}

function Facts(props: { children: ComponentChildren }): JSX.Element {
  return <p class="activity__facts">{props.children}</p>;
}

function Body(props: {
  control: Control;
  activity: Activity;
  language: string;
}): JSX.Element | null {
  const { control, activity, language } = props;
  if (stateOf(activity) === "ready") {
    return <Preview activity={activity} language={language} isTitled={false} />;
  }
  if (activity.kind === "board") return null;
  const { poll } = activity;
  const quotes = poll.results?.quotes ?? [];
  const drawn = poll.results ? { ...poll, results: { ...poll.results, quotes: [] } } : poll;
  return (
    <div>
      {poll.results && poll.results.rows.length > 0 && (
        <ResultFigure poll={drawn} own={null} size="desk" />
      )}
      {poll.groups && (
        <GroupTable
          title={poll.title}
          results={poll.groups}
          language={language}
          timezone={control.model.session()?.timezone ?? "UTC"}
        />
      )}
      <TermDesk control={control} poll={poll} />
      <QuoteDesk control={control} poll={poll} quotes={quotes} />
      <PollMore control={control} poll={poll} language={language} />
    </div>
  );
}
