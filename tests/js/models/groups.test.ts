import assert from "node:assert/strict";
import { test } from "node:test";
import type { GroupCell, GroupResults } from "../../../static/src/generated/contract.ts";
import { cellSays, momentSays, reasonSays } from "../../../static/src/models/groups.ts";

const exact = (count: number, share: number): GroupCell => ({
  ...{ how: "exact", count, share, low: count, high: count },
});
const told = (how: GroupCell["how"], low: number, high: number): GroupCell => ({
  ...{ how, low, high, count: null, share: null },
});
const results = (one: GroupCell[], other: GroupCell[]): GroupResults => ({
  ...{ made_at_ms: 0, least: 5, answered: 40, others: 7, counts: "People", differ: [] },
  lines: [
    { label: "Care", total: 20, share: 50 },
    { label: "Cost", total: 20, share: 50 },
  ],
  groups: [
    { group_id: 1, title: "Unions", answered: 12, cells: one },
    { group_id: 2, title: "Services", answered: 12, cells: other },
  ],
});

test("a cell says a number only where one is told", () => {
  const cells = [
    exact(6, 50),
    told("few", 0, 4),
    told("most", 8, 12),
    told("between", 3, 9),
    told("kept", 0, 12),
  ];
  assert.deepEqual(
    cells.map((cell) => cellSays(cell, 5)),
    ["6 (50 %)", "fewer than 5", "all or nearly all", "3 to 9", "not told"],
  );
});

test("a moment stands on the session's clock, which is named where the reader's says otherwise", () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const noon = Date.UTC(2026, 0, 15, 12);
  assert.equal(momentSays(noon, here).includes("("), false);
  assert.equal(momentSays(noon, "Pacific/Kiritimati"), "02:00 (Pacific/Kiritimati)");
});

test("the reason for what is missing stands below", () => {
  assert.equal(
    reasonSays(results([], [])),
    "Groups with fewer than 5 answers are not shown. 7 people answered in other groups or in none.",
  );
  assert.equal(
    reasonSays({ ...results([], []), others: 0 }),
    "Groups with fewer than 5 answers are not shown.",
  );
});
