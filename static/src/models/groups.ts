/** Results by group in words: each group beside all, never telling of a few people. */
import type { GroupCell, GroupResults } from "../generated/contract";
import { timeOfDay } from "./words.ts";

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

/** When a table was made, on the session's clock; its zone is named where the reader's clock says otherwise. */
export function momentSays(at_ms: number, timezone: string): string {
  const there = timeOfDay(at_ms, timezone);
  return there === timeOfDay(at_ms) ? there : `${there} (${timezone})`;
}

/** Why some groups are missing, in one sentence. */
export function reasonSays(results: GroupResults): string {
  const { least, others } = results;
  const rest = others === 0 ? "" : ` ${others} people answered in other groups or in none.`;
  return `Groups with fewer than ${least} answers are not shown.${rest}`;
}
