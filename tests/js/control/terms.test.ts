import assert from "node:assert/strict";
import { test } from "node:test";
import type { TermPayload } from "../../../static/src/generated/contract.ts";
import { inverse, told } from "../../../static/src/models/control/acts.ts";
import {
  groupsOf,
  hideButton,
  mergeAct,
  splitButton,
  targetsOf,
} from "../../../static/src/models/control/terms.ts";
import { poll } from "../fakes/story.ts";
import { scene } from "./scenes.ts";

function term(text: string, changes: Partial<TermPayload> = {}): TermPayload {
  const count = changes.count ?? 1;
  const plain = { folded: text.toLowerCase(), language: "en", text, count, together: count };
  return { ...plain, merged_into: null, is_hidden: false, ...changes };
}

const words = [
  term("Childcare", { count: 4, together: 6 }),
  term("Crèche", { count: 2, merged_into: "childcare" }),
  term("Nursery", { merged_into: "crèche" }),
  term("Zeit", { language: "de" }),
  term("Time"),
];

test("a word stands with all that were put together with it, however long the way", () => {
  const groups = groupsOf(words);
  const said = groups.map(({ head, members }) => [head.text, members.map((one) => one.text)]);
  assert.deepEqual(said, [
    ["Childcare", ["Crèche", "Nursery"]],
    ["Zeit", []],
    ["Time", []],
  ]);
});

test("a word is put together with others of its own language alone", () => {
  const groups = groupsOf(words);
  const [childcare, zeit] = groups;
  assert.ok(childcare && zeit);
  assert.deepEqual(
    targetsOf(groups, childcare).map((one) => one.text),
    ["Time"],
  );
  assert.deepEqual(targetsOf(groups, zeit), []);
});

test("each act on a word says what it did", () => {
  const asked = poll(12, { version: 3 });
  const time = term("Time");
  const hidden = hideButton(asked, time);
  assert.ok(hidden.act);
  assert.equal(told(hidden.act, scene()), "Hid the word.");
  assert.equal(hideButton(asked, { ...time, is_hidden: true }).says, "Show");
  assert.equal(told(mergeAct(asked, time, "care"), scene()), "Put the words together.");
  assert.ok(splitButton(asked, time).act);
});

test("what turns a word's act back is how it was before", () => {
  const results = { terms: words } as never;
  const asked = poll(12, { version: 3, results });
  const before = scene({ polls: [asked] });
  const crèche = words[1] as TermPayload;
  const back = inverse(mergeAct(asked, crèche, null), before);
  const args = { poll_id: 12, version: 4, language: "en", folded: "crèche", into: "childcare" };
  assert.deepEqual(back, { name: "merge_term", args });
});
