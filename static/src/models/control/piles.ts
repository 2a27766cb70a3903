/** A board as piles of ideas: Ungrouped first, then each cluster. Values in, values out. */
import type { BoardTopic, PostPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import { isApart } from "./ideas.ts";
import { counted } from "./words.ts";

/** The ideas of one cluster, or (id null) those in none. */
export interface Pile {
  id: number | null;
  title: string;
  posts: readonly PostPayload[];
}

export const UNGROUPED = "Ungrouped";

/** The piles of a board, with the ideas that were approved, in the order they came. */
export function pilesOf(board: BoardTopic, posts: readonly PostPayload[]): Pile[] {
  const here = posts.filter(
    (post) => post.board_id === board.id && post.state === "approved" && isApart(post),
  );
  const known = new Set(board.clusters.map((cluster) => cluster.id));
  const isLoose = (post: PostPayload): boolean =>
    post.cluster_id === null || !known.has(post.cluster_id);
  return [
    { id: null, title: UNGROUPED, posts: here.filter(isLoose) },
    ...board.clusters.map(({ id, title }) => ({
      ...{ id, title },
      posts: here.filter((post) => post.cluster_id === id),
    })),
  ];
}

/** Something that can be chosen in "Move to…": a pile, or a new cluster of that name. */
export type Choice = { key: string; says: string; id: number | null } | NewChoice;
interface NewChoice {
  key: "new";
  says: string;
  title: string;
}

/** What fits what was typed: piles whose name holds it, first those that begin with it; last a new one. */
export function choicesFor(piles: readonly Pile[], typed: string, mayMake: boolean): Choice[] {
  const wanted = folded(typed);
  const rank = (pile: Pile): number => (folded(pile.title).startsWith(wanted) ? 0 : 1);
  const fitting = piles
    .filter((pile) => folded(pile.title).includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other));
  const found: Choice[] = fitting.map((pile) => ({
    key: String(pile.id),
    says: `${pile.title}, ${counted(pile.posts.length, "idea")}`,
    id: pile.id,
  }));
  const title = typed.trim();
  const isKnown = piles.some((pile) => folded(pile.title) === wanted);
  if (!mayMake || isKnown) return found;
  const says = title ? `New cluster “${title}”` : "New cluster… (type its name)";
  return [...found, { key: "new", says, title }];
}

function folded(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Put ideas into a pile; null when they are all there. */
export function groupAct(
  board: BoardTopic,
  posts: readonly PostPayload[],
  clusterId: number | null,
): Act | null {
  const moved = posts.filter((post) => post.cluster_id !== clusterId);
  if (moved.length === 0) return null;
  const places = moved.map((post) => ({ post_id: post.id, cluster_id: clusterId }));
  return { name: "group_posts", args: { board_id: board.id, version: board.version ?? 0, places } };
}

/** Make a cluster of ideas. */
export function newClusterAct(
  board: BoardTopic,
  posts: readonly PostPayload[],
  title: string,
): Act {
  const post_ids = posts.map((post) => post.id);
  const args = { board_id: board.id, version: board.version ?? 0, title: title.trim(), post_ids };
  return { name: "add_cluster", args };
}

/** The words for the pile that something lifted hangs over: "Cluster 2 of 5, Time, 8 ideas." */
export function overWords(piles: readonly Pile[], place: number): string {
  const pile = piles[place];
  if (!pile) return "";
  const count = counted(pile.posts.length, "idea");
  if (pile.id === null) return `${UNGROUPED}, ${count}.`;
  return `Cluster ${place} of ${piles.length - 1}, ${pile.title}, ${count}.`;
}

/** Let one idea stand for the others. */
export function mergeAct(
  board: BoardTopic,
  posts: readonly PostPayload[],
  into: PostPayload,
): Act | null {
  const post_ids = posts.filter((post) => post.id !== into.id).map((post) => post.id);
  if (post_ids.length === 0) return null;
  const args = { board_id: board.id, version: board.version ?? 0, post_ids, into_id: into.id };
  return { name: "merge_posts", args };
}

/** Let a merged idea stand for itself again. */
export function splitAct(board: BoardTopic, postId: number): Act {
  const args = { board_id: board.id, version: board.version ?? 0, post_ids: [postId] };
  return { name: "split_posts", args };
}
