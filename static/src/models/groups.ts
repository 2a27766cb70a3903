/** Results by group in words: each group beside all, never telling of a few people. */
import type { GroupCell, GroupResults } from "../generated/contract";

/** What is told of a cell. */
export function cellSays(cell: GroupCell, least: number): string {
  switch (cell.how) {
    case "exact":
      return cell.share === null ? String(cell.count) : `${cell.count} (${cell.share} %)`;
    case "few":
      return `fewer than ${least}`;
    case "most":
      return "all or nearly all";
    case "between":
      return `${cell.low} to ${cell.high}`;
    case "kept":
      return "not told";
  }
}

/** Why some groups are missing, in one sentence. */
export function reasonSays(results: GroupResults): string {
  const { least, others } = results;
  const rest = others === 0 ? "" : ` ${others} people answered in other groups or in none.`;
  return `Groups with fewer than ${least} answers are not shown.${rest}`;
}
