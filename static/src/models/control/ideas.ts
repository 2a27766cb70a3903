/** The buttons of an idea: in the queue, and on the board. */
import type { PostPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";

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

/** Move an idea to another column. */
export function moveButton(post: PostPayload, columnId: number): Button {
  const args = { post_id: post.id, version: post.version ?? 0, column_id: columnId };
  return { id: `move${columnId}`, says: "Move", act: { name: "move_post", args }, off: null };
}

/** Keep one open text from the screens, or let it be seen again. */
export function quoteButton(pollId: number, quoteId: number, isHidden: boolean): Button {
  const args = { poll_id: pollId, quote_id: quoteId, hidden: !isHidden };
  const says = isHidden ? "Show again" : "Hide";
  return { id: `quote${quoteId}`, says, act: { name: "hide_quote", args }, off: null };
}
