import assert from "node:assert/strict";
import { test } from "node:test";
import { Control } from "../../../static/src/models/control/control.ts";
import { NO_TWINS, twinsOf } from "../../../static/src/models/control/hints.ts";
import { Sorting } from "../../../static/src/models/control/sorting.ts";
import { fakeModel, type Parts, post } from "./scenes.ts";

const CARE = { id: 7, title: "Care" };
const TRAINS = { id: 8, title: "Trains" };
const approved = { state: "approved" } as const;
const hints = [
  { post_id: 3, earlier_id: 1 },
  { post_id: 4, earlier_id: 2 },
];

function parts(...changes: Parameters<typeof post>[1][]): Parts {
  const posts = [1, 2, 3, 4].map((id, at) => post(id, { ...approved, ...changes[at] }));
  return { posts, hints, board: { clusters: [CARE, TRAINS] } };
}

function desk(...changes: Parameters<typeof post>[1][]) {
  const world = fakeModel(parts(...changes));
  const control = new Control(world.model);
  const sorting = new Sorting(control);
  const opened = (): typeof sorting.hints => {
    sorting.open(31);
    return sorting.hints;
  };
  return { world, control, sorting, opened, says: () => control.notice.value?.says };
}

test("the idea that more people stand behind comes first, else the earlier one", () => {
  const posts = [post(1, { points: 1 }), post(2), post(3, { support: 2 }), post(4)];
  const topic = { board_id: 31, hints };
  const found = twinsOf(topic, posts).map(({ key, first, second }) => [key, first.id, second.id]);
  assert.deepEqual(found, [
    ["1-3", 3, 1],
    ["2-4", 2, 4],
  ]);
  assert.deepEqual(twinsOf(topic, posts.slice(0, 3)).length, 1);
  assert.deepEqual(twinsOf(undefined, posts), []);
});

test("one of the two stands for both by the usual command, and nothing happens before", async () => {
  const { world, opened } = desk({}, {}, { support: 1 });
  const suggested = opened();
  assert.deepEqual(world.sent, []);
  assert.equal(await suggested.letStand(), true);
  assert.equal(await suggested.letStand(1), false, "the board's last act is still on its way");
  world.become(parts({}, {}, { merged_into_id: 1 }));
  assert.equal(suggested.now?.key, "2-4");
  const args = { board_id: 31, version: 3, post_ids: [1], into_id: 3 };
  assert.deepEqual(world.sent, [{ name: "merge_posts", args }]);
});

test("both go into the cluster that one of them is in, and are then no longer suggested", () => {
  const { world, sorting, opened } = desk({ cluster_id: 7 });
  const suggested = opened();
  assert.equal(suggested.cluster, "Care");
  suggested.putTogether();
  const places = [{ post_id: 3, cluster_id: 7 }];
  assert.deepEqual(world.sent, [
    { name: "group_posts", args: { board_id: 31, version: 3, places } },
  ]);
  assert.equal(suggested.now?.key, "1-3");
  world.become(parts({ cluster_id: 7 }, {}, { cluster_id: 7 }));
  assert.equal(suggested.now?.key, "2-4");
  assert.equal(sorting.asking.value, null);
});

test("without a cluster, or with two, the host chooses one", () => {
  for (const changes of [[], [{ cluster_id: 7 }, {}, { cluster_id: 8 }]]) {
    const { sorting, opened } = desk(...changes);
    assert.equal(opened().cluster, null);
    sorting.hints.putTogether();
    assert.deepEqual(sorting.asking.value, { what: "move", ids: [1, 3] });
  }
});

test("two that are in one cluster already can still be merged", () => {
  const { opened, says } = desk({ cluster_id: 7 }, {}, { cluster_id: 7 });
  const suggested = opened();
  assert.equal(suggested.now?.key, "1-3");
  suggested.putTogether();
  assert.equal(says(), "Both are in one cluster already.");
});

test("what does not say the same is put away on this device, and comes back when asked for", () => {
  const { world, sorting, opened } = desk();
  const suggested = opened();
  assert.equal(sorting.hints.left(31), 2);
  suggested.putAway();
  assert.deepEqual([...suggested.away.value], ["1-3"]);
  assert.equal(suggested.now?.key, "2-4");
  assert.deepEqual([suggested.hidden.value, suggested.left(31)], [1, 1]);
  suggested.bringBack();
  assert.deepEqual([suggested.now?.key, suggested.hidden.value], ["1-3", 0]);
  assert.deepEqual(world.sent, []);
});

test("a key without a suggestion says why", async () => {
  const { world, sorting, says } = desk();
  assert.equal(await sorting.hints.letStand(), false);
  assert.equal(says(), "Open the desk for grouping ideas first, with G.");
  world.become({ posts: [post(1, approved)] });
  sorting.open(31);
  sorting.hints.putAway();
  assert.equal(says(), NO_TWINS);
});
