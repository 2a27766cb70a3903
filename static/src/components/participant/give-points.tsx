import type { JSX } from "preact";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { announce } from "../../lib/announce";
import {
  givePoints,
  leftWords,
  lostPoints,
  ownPoints,
  pointsLeft,
} from "../../models/participant/points";
import type { SessionModel } from "../../models/session";

function counted(points: number): string {
  return points === 1 ? "1 point" : `${points} points`;
}

/** How many points are left, always in sight while one goes through the ideas. */
export function PointsLeft(props: { model: SessionModel; board: BoardTopic }): JSX.Element {
  const { model, board } = props;
  const lost = lostPoints(model, board);
  const number = lost.reduce((sum, [, points]) => sum + points, 0);
  return (
    <>
      <p>Give your points to the ideas that matter most. Nobody sees whose they are.</p>
      <p class="budget-left">{leftWords(pointsLeft(model, board), board.budget)}</p>
      {number > 0 && (
        <p class="row">
          <span>{counted(number)} of yours went to ideas that are not shown any more.</span>
          <button
            type="button"
            class="button"
            onClick={() => {
              for (const [id] of lost) givePoints(model, id, 0);
              announce(`${counted(number)} taken back.`);
            }}
          >
            Take them back
          </button>
        </p>
      )}
    </>
  );
}

/** Fewer and more points for one idea, under one thumb. */
export function GivePoints(props: {
  model: SessionModel;
  board: BoardTopic;
  post: PostPayload;
}): JSX.Element {
  const { model, board, post } = props;
  const own = ownPoints(model, post);
  const left = pointsLeft(model, board);
  const status = model.outbox.status(`points:${post.id}`).value;
  const give = (step: 1 | -1): void => {
    const isPossible = step > 0 ? left > 0 : own > 0;
    if (!isPossible) {
      announce(step > 0 ? "No points left." : "No points here.");
      return;
    }
    givePoints(model, post.id, own + step);
    announce(`${counted(own + step)} here, ${leftWords(left - step, board.budget)}.`);
  };
  return (
    <>
      <fieldset class="give-points">
        <legend class="visually-hidden">My points for “{post.text}”</legend>
        <button
          type="button"
          class="button"
          aria-disabled={own === 0}
          aria-label="One point less"
          onClick={() => give(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <span class="give-points__own" data-points={own > 0}>
          {counted(own)}
        </span>
        <button
          type="button"
          class="button"
          aria-disabled={left <= 0}
          aria-label="One point more"
          onClick={() => give(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </fieldset>
      {status.state === "not_sent" && (
        <p class="status" data-state="not_sent">
          Not sent yet. Your points are kept on this device. We keep trying.
        </p>
      )}
      {status.state === "refused" && (
        <p class="status" data-state="refused">
          {status.nack?.message}
        </p>
      )}
    </>
  );
}
