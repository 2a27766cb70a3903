/** Points on a board: one's own as they will be once all is sent, and how many are left. Reads signals. */
import type { BoardTopic, PostPayload } from "../../generated/contract";
import type { SessionModel } from "../session.ts";

/** The ideas that one stands for, with itself. */
function idsOf(post: PostPayload): number[] {
  return [post.id, ...post.together.map((each) => each.id)];
}

function savedPoints(model: SessionModel, ids: readonly number[]): number {
  const mine = model.me()?.points ?? {};
  return ids.reduce((sum, id) => sum + (mine[id]?.points ?? 0), 0);
}

/** One's own points for an idea: what is on its way counts already. */
export function ownPoints(model: SessionModel, post: PostPayload): number {
  const { state, args } = model.outbox.status(`points:${post.id}`).value;
  const isPending = state === "sending" || state === "not_sent";
  if (isPending && args && "points" in args) return args.points;
  return savedPoints(model, idsOf(post));
}

/** One's own points on ideas of a board that are not shown any more, by idea. */
export function lostPoints(model: SessionModel, board: BoardTopic): [number, number][] {
  const shown = new Set(model.posts(board.id).flatMap(idsOf));
  const mine = Object.entries(model.me()?.points ?? {});
  return mine
    .filter(([id, given]) => given.board_id === board.id && !shown.has(Number(id)))
    .map(([id, given]) => [Number(id), given.points]);
}

/** How many of one's points are left on a board. */
export function pointsLeft(model: SessionModel, board: BoardTopic): number {
  const given = model.posts(board.id).reduce((sum, post) => sum + ownPoints(model, post), 0);
  const lost = lostPoints(model, board).reduce((sum, [, points]) => sum + points, 0);
  return board.budget - given - lost;
}

/** "3 of 5 points left" */
export function leftWords(left: number, budget: number): string {
  return `${Math.max(0, left)} of ${budget === 1 ? "1 point" : `${budget} points`} left`;
}

/** Give an idea so many points. */
export function givePoints(model: SessionModel, postId: number, points: number): void {
  model.outbox.send("give_points", { post_id: postId, points }, `points:${postId}`);
}
