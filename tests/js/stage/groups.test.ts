import assert from "node:assert/strict";
import { test } from "node:test";
import type { GroupCell, GroupResults } from "../../../static/src/generated/contract.ts";
import { groupsLayout, shareSays } from "../../../static/src/models/stage/groups.ts";
import { heightUnder, widthIn } from "../../../static/src/models/stage/layout.ts";

const WIDE = widthIn({ width: 1920, height: 1080 });
const UNDER = heightUnder("Barriers?", WIDE);
const told = (how: GroupCell["how"], low: number, high: number): GroupCell => ({
  ...{ how, low, high, count: null, share: null },
});
const exact: GroupCell = { ...told("exact", 6, 6), count: 6, share: 50 };

/** A table of so many groups and answers; what is told of each answer can be given. */
function table(groups: number, labels: readonly string[], cells?: GroupCell[]): GroupResults {
  return {
    ...{
      made_at_ms: 0,
      least: 5,
      answered: 12 * groups,
      others: 0,
      counts: "people who gave this answer",
      differ: [],
    },
    lines: labels.map((label, at) => ({ label, total: 10 + at, share: 20 })),
    groups: Array.from({ length: groups }, (_, at) => ({
      group_id: at + 1,
      title: `Group ${at + 1}`,
      answered: 12,
      cells: cells ?? labels.map(() => exact),
    })),
  };
}

test("nine groups with short answers stand in full", () => {
  const layout = groupsLayout(table(9, ["Yes", "Partly", "No"]), true, WIDE, UNDER);
  assert.deepEqual(layout?.lines, [0, 1, 2]);
  assert.equal(layout?.groups.length, 9);
  assert.equal(layout?.note, "Groups with fewer than 5 answers are not shown.");
});

test("answers stand in the order of their people, those of a scale in their own", () => {
  const results = table(2, ["Few", "Some", "Many", "Most", "Nearly", "All"]);
  assert.deepEqual(groupsLayout(results, false, WIDE, UNDER)?.lines, [5, 4, 3, 2, 1]);
  assert.deepEqual(groupsLayout(results, true, WIDE, UNDER)?.lines, [1, 2, 3, 4, 5]);
});

test("long answers leave room for fewer, and the rest is on people's own devices", () => {
  const labels = ["a", "b", "c", "d"].map((one) =>
    `${one} clash with caring for relatives `.repeat(2),
  );
  const layout = groupsLayout(table(9, labels), false, WIDE, UNDER);
  assert.equal(layout?.lines.length, 2);
  const groups = 9 - (layout?.groups.length ?? 0);
  assert.equal(layout?.note, `${groups}\u00a0groups and 2\u00a0answers more on your device.`);
});

test("a sentence stands above where it costs no more than two groups", () => {
  const results = {
    ...table(3, ["Yes", "No"]),
    differ: ["Group 1, “Yes”: 6 of 12.", "x".repeat(900)],
  };
  assert.deepEqual(groupsLayout(results, false, WIDE, UNDER)?.sentences, [
    "Group 1, “Yes”: 6 of 12.",
  ]);
  const many = { ...table(12, ["Yes", "No"]), differ: ["Group 1, “Yes”: 6 of 12. ".repeat(3)] };
  const crowded = groupsLayout(many, false, WIDE, UNDER);
  assert.equal(crowded?.sentences.length, 1);
});

test("answers that nobody gave, or of which nothing is told, have no column; without any there is no table", () => {
  const results = table(2, ["Yes", "No", "Never"], [exact, told("kept", 0, 12), exact]);
  const never = { label: "Never", total: 0, share: 0 };
  const lines = [...results.lines.slice(0, 2), never];
  assert.deepEqual(groupsLayout({ ...results, lines }, true, WIDE, UNDER)?.lines, [0]);
  const silent = table(2, ["Yes", "No"], [told("kept", 0, 12), told("kept", 0, 12)]);
  assert.equal(groupsLayout(silent, true, WIDE, UNDER), null);
});

test("what a cell tells has room beside its neighbours, and words of the head stay whole", () => {
  const long = Array.from({ length: 5 }, () => told("few", 0, 4));
  const labels = ["Mentors", "Targets", "Agreements", "Taster days", "Childcare"];
  const layout = groupsLayout(table(4, labels, long), false, WIDE, UNDER);
  assert.equal(layout?.lines.length, 5);
  assert.equal(layout?.names, 0.3);
  const narrow = groupsLayout(table(4, labels, long), false, 130, UNDER);
  assert.equal(narrow?.lines.length, 3);
  assert.match(narrow?.note ?? "", /2\u00a0answers more/);
});

test("it is said what is counted, and what a dash means", () => {
  const some = [exact, told("kept", 0, 12), exact];
  const mixed = table(2, ["Yes", "No", "Maybe"]);
  const groups = mixed.groups.map((group, at) => (at === 0 ? group : { ...group, cells: some }));
  const layout = groupsLayout(
    { ...mixed, groups, counts: "people who put it first" },
    true,
    WIDE,
    UNDER,
  );
  assert.equal(
    layout?.note,
    "Counted: people who put it first. A dash keeps back what could single somebody out. Groups with fewer than 5 answers are not shown.",
  );
});

test("a cell is a share of its group, in few letters", () => {
  const cells = [exact, told("few", 0, 4), told("most", 8, 12), told("between", 3, 9)];
  assert.deepEqual(
    [...cells, told("kept", 0, 12), undefined].map((cell) => shareSays(cell, 12)),
    ["50 %", "under 42 %", "nearly all", "25–75 %", "–", "–"],
  );
});
