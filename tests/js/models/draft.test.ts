import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../../../static/src/models/device.ts";
import { KeptDrafts } from "../../../static/src/models/draft.ts";
import { FakeShelf } from "../fakes/store.ts";

test("no keystroke is lost, whenever the page goes", () => {
  const shelf = new FakeShelf();
  const text = "Wir teilen unsere Trainer:innen 🤝";
  for (let length = 1; length <= text.length; length += 1) {
    new KeptDrafts(new Device("K7P4QM", shelf).drafts).put("idea:21", text.slice(0, length));
    const next = new KeptDrafts(new Device("K7P4QM", shelf).drafts);
    assert.equal(next.get("idea:21"), text.slice(0, length));
  }
});

test("choices are kept like texts, each under its key", () => {
  const drafts = new KeptDrafts(new Device("K7P4QM", new FakeShelf()).drafts);
  const draft = { option_ids: [11, 12], other_text: null };
  drafts.put("poll:9", draft);
  drafts.put("idea:21", "Half");
  assert.deepEqual(drafts.get("poll:9"), draft);
  assert.equal(drafts.get("poll:10"), null);
});

test("an empty draft is none", () => {
  const shelf = new FakeShelf();
  const drafts = new KeptDrafts(new Device("K7P4QM", shelf).drafts);
  drafts.put("idea:21", "   ");
  assert.equal(shelf.values.size, 0, "nothing to write");
  drafts.put("idea:21", "Half");
  drafts.put("idea:21", "");
  drafts.put("poll:9", { value: 3 });
  drafts.put("poll:9", null);
  assert.equal(drafts.get("idea:21"), null);
  assert.equal(drafts.get("poll:9"), null);
  assert.equal(shelf.values.get("facilitator:K7P4QM:drafts"), "{}");
});
