/** Under which headings the ideas of a board stand: its clusters once there are any, else its columns. */
import type { BoardTopic, PostPayload } from "../generated/contract";

/** A heading with its ideas; `isOurs` tells words of the interface from those of the hosts. */
export interface Head {
  key: string;
  title: string;
  isOurs: boolean;
  posts: readonly PostPayload[];
}

/** The headings that have ideas, in order; what is in no cluster comes last. Points rank what is below. */
export function headsOf(board: BoardTopic, posts: readonly PostPayload[]): Head[] {
  const ranked = posts.toSorted((one, other) => other.points - one.points);
  return allHeads(board, ranked).filter((head) => head.posts.length > 0);
}

function allHeads(board: BoardTopic, posts: readonly PostPayload[]): Head[] {
  if (board.clusters.length === 0) {
    return board.columns.map(({ id, title }) => {
      const own = posts.filter((post) => post.column_id === id);
      return { key: `column-${id}`, title, isOurs: false, posts: own };
    });
  }
  const known = new Set(board.clusters.map((cluster) => cluster.id));
  const loose = posts.filter((post) => post.cluster_id === null || !known.has(post.cluster_id));
  const clusters = board.clusters.map(({ id, title }) => {
    const own = posts.filter((post) => post.cluster_id === id);
    return { key: `cluster-${id}`, title, isOurs: false, posts: own };
  });
  return [...clusters, { key: "loose", title: "Other ideas", isOurs: true, posts: loose }];
}

/** The column of an idea, where the headings do not say it. */
export function columnOf(board: BoardTopic, post: PostPayload): string | null {
  if (board.clusters.length === 0 || board.columns.length === 1) return null;
  return board.columns.find((column) => column.id === post.column_id)?.title ?? null;
}
