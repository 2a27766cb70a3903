/** The acts on a board, its ideas and their comments, one by one: what each says, and what turns it back. */
import type { CommandArgs } from "../../generated/contract";
import { commentOf } from "./ideas.ts";
import type { Scene } from "./scene.ts";

/** The commands that open a board, review, pin and move what is on it. */
export type IdeaCommand =
  | ("open_board" | "close_board" | "reveal_board" | "set_voting")
  | ("review_post" | "pin_post" | "move_post" | "review_comment");

/** One act on an idea, ready to be sent. */
export type IdeaAct = { [N in IdeaCommand]: { name: N; args: CommandArgs[N] } }[IdeaCommand];

/** The turned act, with the version of the act itself; null when nothing turns it back. */
export function turnedIdea(act: IdeaAct, before: Scene): IdeaAct | null {
  switch (act.name) {
    case "open_board":
      return { name: "close_board", args: act.args };
    case "close_board":
      return { name: "open_board", args: act.args };
    case "reveal_board":
      return { name: act.name, args: { ...act.args, revealed: !act.args.revealed } };
    case "set_voting":
      return { name: act.name, args: { ...act.args, voting: !act.args.voting } };
    case "pin_post":
      return { name: act.name, args: { ...act.args, pinned: !act.args.pinned } };
    case "review_comment": {
      const state = commentOf(before, act.args.comment_id)?.state;
      return state ? { name: act.name, args: { ...act.args, state } } : null;
    }
    default:
      return turnedPost(act, before);
  }
}

function turnedPost(
  act: Extract<IdeaAct, { name: "review_post" | "move_post" }>,
  before: Scene,
): IdeaAct | null {
  const post = before.posts.find((one) => one.id === act.args.post_id);
  if (!post) return null;
  if (act.name === "move_post") {
    return { name: act.name, args: { ...act.args, column_id: post.column_id } };
  }
  return post.state ? { name: act.name, args: { ...act.args, state: post.state } } : null;
}

const REVIEWED = {
  approved: (what: string) => `Approved the ${what}.`,
  declined: (what: string) => `Declined the ${what}.`,
  hidden: (what: string) => `Hid the ${what}.`,
  waiting: (what: string) => `Put the ${what} back into the queue.`,
};

/** What an act has done, in one sentence. */
export function toldIdea(act: IdeaAct): string {
  switch (act.name) {
    case "open_board":
      return "The board takes ideas.";
    case "close_board":
      return "The board takes no more ideas.";
    case "reveal_board":
      return act.args.revealed
        ? "Everybody sees the approved ideas."
        : "Back to silent writing: everybody sees only their own ideas.";
    case "set_voting":
      return act.args.voting
        ? "People can give points now. Nobody sees them before you end it."
        : "The voting has ended. Everybody sees the points.";
    case "review_post":
      return REVIEWED[act.args.state]("idea");
    case "review_comment":
      return REVIEWED[act.args.state]("comment");
    case "pin_post":
      return act.args.pinned ? "Pinned the idea." : "Unpinned the idea.";
    case "move_post":
      return "Moved the idea.";
  }
}
