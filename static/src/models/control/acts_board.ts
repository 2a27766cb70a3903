/** The acts on a board once its ideas are there: what each says when it is done, and what turns it back. */
import type { BoardTopic, CommandArgs, Place } from "../../generated/contract";
import { type IdeaAct, type IdeaCommand, toldIdea, turnedIdea } from "./acts_ideas.ts";
import type { Scene } from "./scene.ts";
import { counted } from "./words.ts";

/** The commands that sort a board; each compares the version of the board. Then those about single ideas. */
export type BoardCommand =
  | IdeaCommand
  | ("merge_posts" | "split_posts")
  | ("add_cluster" | "rename_cluster" | "merge_clusters" | "dissolve_cluster" | "restore_cluster")
  | "group_posts";

/** One act on a board, ready to be sent. */
export type BoardAct = { [N in BoardCommand]: { name: N; args: CommandArgs[N] } }[BoardCommand];

/** New ids that the reply to an act named. */
export type Made = Readonly<Record<string, string>>;

const IDEA_COMMANDS = new Set<string>([
  ...["open_board", "close_board", "reveal_board", "set_voting"],
  ...["review_post", "pin_post", "move_post", "review_comment"],
]);

function isIdeaAct(act: BoardAct): act is IdeaAct {
  return IDEA_COMMANDS.has(act.name);
}

/** The turned act, with the version of the act itself; null when nothing turns it back. */
export function turnedOnBoard(act: BoardAct, before: Scene, made: Made): BoardAct | null {
  if (isIdeaAct(act)) return turnedIdea(act, before);
  const { board_id, version } = act.args;
  const args = { board_id, version };
  switch (act.name) {
    case "add_cluster": {
      const places = placesOf(before, act.args.post_ids ?? []);
      const cluster_id = Number(made.cluster_id);
      return { name: "dissolve_cluster", args: { ...args, cluster_id, places } };
    }
    case "rename_cluster": {
      const title = clusterTitle(before, board_id, act.args.cluster_id);
      return { name: act.name, args: { ...act.args, title } };
    }
    case "merge_clusters":
    case "dissolve_cluster": {
      const { cluster_id } = act.args;
      const held = before.posts.filter((post) => post.cluster_id === cluster_id);
      const apart = held.filter((post) => (post.merged_into_id ?? null) === null);
      const post_ids = apart.map((post) => post.id);
      return { name: "restore_cluster", args: { ...args, cluster_id, post_ids } };
    }
    case "group_posts": {
      const ids = act.args.places.map((place) => place.post_id);
      return { name: act.name, args: { ...args, places: placesOf(before, ids) } };
    }
    case "merge_posts": {
      const post_ids = act.args.post_ids.filter((id) => id !== act.args.into_id);
      return { name: "split_posts", args: { ...args, post_ids } };
    }
    case "split_posts": {
      const post = before.posts.find((one) => one.id === act.args.post_ids[0]);
      const into_id = post?.merged_into_id;
      return into_id ? { name: "merge_posts", args: { ...act.args, into_id } } : null;
    }
    case "restore_cluster":
      return null; // it is itself a way back
  }
}

/** What an act has done, in one sentence; `scene` is the one before it. */
export function toldOnBoard(act: BoardAct, scene: Scene): string {
  if (isIdeaAct(act)) return toldIdea(act);
  const title = (id: number): string => clusterTitle(scene, act.args.board_id, id);
  switch (act.name) {
    case "add_cluster": {
      const count = act.args.post_ids?.length ?? 0;
      const held = count > 0 ? `, with ${counted(count, "idea")}` : "";
      return `Made the cluster ${act.args.title}${held}.`;
    }
    case "rename_cluster":
      return `${title(act.args.cluster_id)} is now called ${act.args.title}.`;
    case "merge_clusters":
      return `Merged ${title(act.args.cluster_id)} into ${title(act.args.into_id)}.`;
    case "dissolve_cluster":
      return `Dissolved ${title(act.args.cluster_id) || "the cluster"}. Its ideas are kept.`;
    case "restore_cluster":
      return "The cluster is back, with its ideas.";
    case "merge_posts":
      return `Merged ${counted(act.args.post_ids.length, "idea")} into another. All words are kept.`;
    case "split_posts":
      return "Took the ideas apart.";
    case "group_posts":
      return movedTold(act.args.places, scene, title);
  }
}

function movedTold(places: readonly Place[], scene: Scene, title: (id: number) => string): string {
  const words = `Moved ${counted(places.length, "idea")}`;
  const to = places[0]?.cluster_id ?? null;
  if (places.some((place) => place.cluster_id !== to)) return `${words}.`;
  const moved = new Set(places.map((place) => place.post_id));
  const there = scene.posts.filter(
    (post) => post.state === "approved" && post.cluster_id === to && !moved.has(post.id),
  );
  if (to === null) return `${words} to Ungrouped.`;
  return `${words} to ${title(to)}, ${counted(there.length + places.length, "idea")}.`;
}

/** Where these ideas are now. */
function placesOf(scene: Scene, ids: readonly number[]): Place[] {
  const byId = new Map(scene.posts.map((post) => [post.id, post]));
  return ids.map((post_id) => ({ post_id, cluster_id: byId.get(post_id)?.cluster_id ?? null }));
}

function clusterTitle(scene: Scene, boardId: number, id: number): string {
  const board: BoardTopic | undefined = scene.boards.get(boardId);
  return board?.clusters.find((cluster) => cluster.id === id)?.title ?? "";
}
