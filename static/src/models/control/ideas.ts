/** The buttons of an idea: in the queue, and on the board. */
import type {
  BoardTopic,
  CommentPayload,
  PollTopic,
  PostPayload,
  PostState,
  QuotePayload,
} from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import { currentItem, type Scene } from "./scene.ts";

/** What can be done with an idea that waits, first the two with keys. */
export function reviewButtons(post: PostPayload): Button[] {
  const review = (state: "approved" | "declined"): Act => ({
    name: "review_post",
    args: { post_id: post.id, version: post.version ?? 0, state },
  });
  return [
    { id: "approve", says: "Approve", act: review("approved"), off: null, key: "approve" },
    { id: "decline", says: "Decline", act: review("declined"), off: null, key: "decline" },
  ];
}

/** What can be done with an idea on the board. Moving is a menu of its own. */
export function postButtons(post: PostPayload): Button[] {
  const args = { post_id: post.id, version: post.version ?? 0 };
  const review = (id: string, says: string, state: "approved" | "hidden" | "waiting"): Button => {
    return { id, says, act: { name: "review_post", args: { ...args, state } }, off: null };
  };
  if (post.state === "declined") return [review("requeue", "Put back into the queue", "waiting")];
  if (post.state === "hidden") return [review("show", "Show again", "approved")];
  const pin: Act = { name: "pin_post", args: { ...args, pinned: !post.is_pinned } };
  return [
    {
      id: "pin",
      says: post.is_pinned ? "Unpin" : "Pin",
      act: pin,
      off: null,
      pressed: post.is_pinned,
    },
    review("hide", "Hide", "hidden"),
  ];
}

/** To each other column of the board. */
export function moveButtons(post: PostPayload, board: BoardTopic): Button[] {
  const others = board.columns.filter((column) => column.id !== post.column_id);
  return others.map((column) => {
    const args = { post_id: post.id, version: post.version ?? 0, column_id: column.id };
    const act: Act = { name: "move_post", args };
    return { id: `move${column.id}`, says: column.title, act, off: null };
  });
}

/** Whether an idea stands for itself: no other one was chosen to stand for it. */
export function isApart(post: PostPayload): boolean {
  return (post.merged_into_id ?? null) === null;
}

/** A comment by its id. */
export function commentOf(scene: Scene, id: number): CommentPayload | undefined {
  return scene.posts.flatMap((post) => post.comments).find((comment) => comment.id === id);
}

/** The comments of all ideas, each once, in the order they came. */
export function allComments(scene: Scene): CommentPayload[] {
  const all = scene.posts.filter(isApart).flatMap((post) => post.comments);
  return all.toSorted((one, other) => one.at_ms - other.at_ms || one.id - other.id);
}

/** On which idea a comment is: "On “A crèche next to every course”". */
export function aboutWords(scene: Scene, comment: CommentPayload): string {
  const holds = (post: PostPayload): boolean => post.comments.some((one) => one.id === comment.id);
  const text = scene.posts.filter(isApart).find(holds)?.text ?? "";
  return `On “${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

/** What can be done with a comment, by its state. */
export function commentButtons(comment: CommentPayload): Button[] {
  const review = (id: string, says: string, state: PostState): Button => {
    const args = { comment_id: comment.id, version: comment.version ?? 0, state };
    return { id, says, act: { name: "review_comment", args }, off: null };
  };
  if (comment.state === "waiting") {
    return [review("approve", "Approve", "approved"), review("decline", "Decline", "declined")];
  }
  if (comment.state === "approved") return [review("hide", "Hide", "hidden")];
  return [review("show", "Show", "approved")];
}

/** The reviewed ideas of a column: pinned first, those nobody sees last, else in the order they came. */
export function columnPosts(posts: readonly PostPayload[], columnId: number): PostPayload[] {
  const rank = (post: PostPayload): number =>
    post.state === "approved" ? (post.is_pinned ? 0 : 1) : 2;
  return posts
    .filter((post) => post.column_id === columnId && post.state !== "waiting" && isApart(post))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** The boards to show beside the queue: those of the live step, and all that have reviewed ideas. */
export function boardsWithIdeas(scene: Scene): BoardTopic[] {
  const used = new Set(
    scene.posts.filter((post) => post.state !== "waiting").map((post) => post.board_id),
  );
  const here = currentItem(scene)?.board_ids ?? [];
  return [...scene.boards.values()].filter(
    (board) => used.has(board.id) || here.includes(board.id),
  );
}

/** Keep one open text from the screens, or let it be seen again. */
export function quoteButton(poll: PollTopic, quote: QuotePayload): Button {
  const isHidden = quote.is_hidden ?? false;
  const args = {
    poll_id: poll.id,
    quote_id: quote.id,
    hidden: !isHidden,
    version: poll.version ?? 0,
  };
  const says = isHidden ? "Show again" : "Hide";
  return { id: `quote${quote.id}`, says, act: { name: "hide_quote", args }, off: null };
}
