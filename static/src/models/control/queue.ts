/**
 * The queue of ideas as one moderator reads it. Nothing moves under the pointer: what comes in waits
 * behind "12 new - show", and what was settled stays in its place until the moderator looks away.
 */
import type { PostPayload, PostState } from "../../generated/contract";

/** What a host reviews before others see it: an idea, a question to a speaker. */
interface Reviewed {
  id: number;
  state?: PostState;
}

/** Ideas on show, oldest first, and how many wait behind the button. */
export interface Queue {
  shown: readonly number[];
  held: readonly number[];
}

/** A line of the queue; `settled` is what became of an idea that no longer waits. */
export interface QueueLine<T extends Reviewed = PostPayload> {
  post: T;
  settled: Exclude<PostState, "waiting"> | null;
}

export const EMPTY_QUEUE: Queue = { shown: [], held: [] };

/** The queue after the ideas changed. Into an empty queue ideas come at once: nothing can move. */
export function arrived(queue: Queue, posts: readonly Reviewed[]): Queue {
  const waiting = posts.filter((post) => post.state === "waiting").map((post) => post.id);
  const here = new Set(posts.map((post) => post.id));
  const shown = queue.shown.filter((id) => here.has(id));
  if (shown.length === 0) return { shown: waiting, held: [] };
  const known = new Set(shown);
  return { shown, held: waiting.filter((id) => !known.has(id)) };
}

/** The queue with the new ones at the bottom and the settled ones gone. */
export function revealed(queue: Queue, posts: readonly Reviewed[]): Queue {
  return { shown: [...tidied(queue, posts).shown, ...queue.held], held: [] };
}

/** The queue without settled lines: for the moment the moderator looks away. */
export function tidied(queue: Queue, posts: readonly Reviewed[]): Queue {
  const waiting = new Set(posts.filter((post) => post.state === "waiting").map((post) => post.id));
  return { ...queue, shown: queue.shown.filter((id) => waiting.has(id)) };
}

/** The lines to draw. */
export function linesOf<T extends Reviewed>(queue: Queue, posts: readonly T[]): QueueLine<T>[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  return queue.shown.flatMap((id) => {
    const post = byId.get(id);
    if (!post) return [];
    const settled = post.state === "waiting" || !post.state ? null : post.state;
    return [{ post, settled }];
  });
}

/** The idea that A and X act on: the focused one if it waits, else the first that waits. */
export function queueTarget(
  lines: readonly QueueLine[],
  focusedId: number | null,
): PostPayload | null {
  const waiting = lines.filter((line) => line.settled === null).map((line) => line.post);
  return waiting.find((post) => post.id === focusedId) ?? waiting[0] ?? null;
}

/** "12 new - show", or "" when nothing is held back. */
export function heldWords(queue: Queue): string {
  return queue.held.length === 0 ? "" : `${queue.held.length} new – show`;
}
