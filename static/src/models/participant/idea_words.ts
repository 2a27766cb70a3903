/** An idea before it is sent, and what is said of it afterwards; apart, so that a phone can fetch it later. */
import type { BoardTopic, OwnPost, PostPayload, SendPost } from "../../generated/contract";
import { tidy } from "../polls.ts";
import { checkLength, IDEA_LENGTH } from "../texts.ts";
import type { IdeaDraft } from "./ideas.ts";

/** What is missing, in words, and where. */
export interface Missing {
  part: "column" | "text";
  problem: string;
}

/** The idea to send, or what is missing. */
export type IdeaCheck = { args: SendPost; missing: null } | { args: null; missing: Missing };

/** Check an idea. On a board with one column there is nothing to choose. */
export function checkIdea(board: BoardTopic, draft: IdeaDraft): IdeaCheck {
  const only = board.columns.length === 1 ? (board.columns[0]?.id ?? null) : null;
  const column_id = draft.column_id ?? only;
  if (column_id === null) return lacking("column", "Choose what it is first.");
  const { problem } = checkLength(draft.text, IDEA_LENGTH);
  if (problem !== null) return lacking("text", problem);
  const { language } = draft;
  const args = { board_id: board.id, column_id, text: tidy(draft.text), language };
  return { args, missing: null };
}

function lacking(part: Missing["part"], problem: string): IdeaCheck {
  return { args: null, missing: { part, problem } };
}

/** The idea that stands for an own one: itself, or the one that it was merged into in the end. */
function standsFor(post: OwnPost, posts: readonly PostPayload[]): number {
  const root = posts.find((one) => one.together.some((each) => each.id === post.id));
  return root?.id ?? post.id;
}

/** Where an own idea stands that the server has, in words; `posts` are the ideas that everybody sees. */
export function postWords(
  post: OwnPost,
  board: BoardTopic,
  posts: readonly PostPayload[] = [],
): string {
  if (post.status === "waiting") return "Waiting for the host";
  if (post.status === "not_shown") return "Not shown";
  const shown = posts.find((one) => one.id === standsFor(post, posts));
  if (post.merged_into_id !== null) {
    return shown ? `On the board, together with “${shown.text}”` : "Put together with another idea";
  }
  const cluster = board.clusters.find((one) => one.id === shown?.cluster_id);
  if (cluster) return `On the board, grouped under “${cluster.title}”`;
  return board.is_revealed ? "On the board" : "On the board, not yet shown to others";
}
