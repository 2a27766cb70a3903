import type { JSX } from "preact";
import type { BoardTopic, ItemPayload, PollTopic } from "../../generated/contract";
import { sayResults } from "../../models/words_results";
import { StageTitle } from "./question";
import { Wave } from "./wave";

/** A large number with its words, and a wave that grows with it. */
export function Count(props: { count: number; one: string; many: string }): JSX.Element {
  const { count, one, many } = props;
  return (
    <div class="stage-count">
      <p class="stage-count__words">
        <strong class="stage-count__number">{count}</strong> {count === 1 ? one : many}
      </p>
      <Wave count={count} />
    </div>
  );
}

/** A question whose results are not shown: how many answered, nothing of what. */
export function AnswersScene(props: { poll: PollTopic }): JSX.Element {
  const { poll } = props;
  const isOpen = poll.state === "open";
  return (
    <div class="stage__scene">
      <StageTitle text={poll.title} />
      {poll.again_of_id !== undefined && <p class="stage__lead">Second round</p>}
      <Count
        count={poll.answered}
        one={isOpen ? "answer so far" : "answer. Voting is closed."}
        many={isOpen ? "answers so far" : "answers. Voting is closed."}
      />
    </div>
  );
}

/** A board while everybody writes for themselves. */
export function IdeasScene(props: { board: BoardTopic }): JSX.Element {
  const { board } = props;
  return (
    <div class="stage__scene">
      <StageTitle text={board.title} />
      {board.help && <p class="stage__lead">{board.help}</p>}
      <Count count={board.ideas} one="idea so far" many="ideas so far" />
    </div>
  );
}

/** Several questions at once: each with its count. */
export function QuestionsScene(props: { item: ItemPayload; polls: PollTopic[] }): JSX.Element {
  return (
    <div class="stage__scene">
      <StageTitle text={props.item.title} />
      <ul class="stage-questions">
        {props.polls.map((poll) => (
          <li key={poll.id}>
            <span>{poll.title}</span>
            <span class="stage-questions__count">
              {sayResults("results.answers", { count: poll.answered })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
