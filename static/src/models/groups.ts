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

/** Where two groups differ most, as far as both are told in numbers; null where nothing is. */
export function differSays(results: GroupResults): string | null {
  const gaps = results.lines.flatMap((line, place) => {
    const told = results.groups.flatMap((group) => {
      const share = group.cells[place]?.share ?? null;
      return share === null ? [] : [{ title: group.title, share }];
    });
    const sorted = told.toSorted((one, other) => other.share - one.share);
    const [most, least] = [sorted[0], sorted.at(-1)];
    if (!most || !least || most.share === least.share) return [];
    return [{ label: line.label, most, least, gap: most.share - least.share }];
  });
  const widest = gaps.toSorted((one, other) => other.gap - one.gap)[0];
  if (!widest) return null;
  const { label, most, least } = widest;
  return `Groups differ most on “${label}”: ${most.title} ${most.share} %, ${least.title} ${least.share} %.`;
}
