import assert from "node:assert/strict";
import { test } from "node:test";
import type { OwnPost } from "../../../static/src/generated/contract.ts";
import { checkIdea, postWords } from "../../../static/src/models/participant/idea_words.ts";
import { IdeaBook } from "../../../static/src/models/participant/ideas.ts";
import { board, post, START } from "../fakes/story.ts";
import { Phone, refused } from "./phone.ts";

const COLUMNS = [
  { id: 31, title: "Offer", type: "offer" as const },
  { id: 32, title: "Ask", type: "ask" as const },
];
const WORDS = { text: "Kita", language: "de" };
const IDEA = { board_id: 21, column_id: 31, text: "Wir bieten Schnuppertage an", language: "de" };

test("an idea needs a column, a text, and no more than 280 characters", () => {
  const open = board(21, { columns: COLUMNS });
  const draft = { text: "  Schnuppertage ", column_id: 32, language: "de" };
  assert.deepEqual(checkIdea(open, draft).args, { ...IDEA, column_id: 32, text: "Schnuppertage" });
  assert.equal(checkIdea(open, { ...draft, column_id: null }).missing?.part, "column");
  assert.equal(checkIdea(open, { ...draft, text: " " }).missing?.problem, "Write something first.");
  assert.equal(checkIdea(open, { ...draft, text: "é".repeat(280) }).missing, null);
  const long = checkIdea(open, { ...draft, text: "é".repeat(281) });
  assert.deepEqual(long.missing, { part: "text", problem: "1 character too many" });
});

test("where there is one column nobody has to choose it", () => {
  const draft = { text: "Schnuppertage", column_id: null, language: "de" };
  assert.equal(checkIdea(board(21), draft).args?.column_id, 31);
});

test("an own idea says what became of it", () => {
  const own: OwnPost = { id: 5, ...IDEA, status: "waiting", merged_into_id: null, at_ms: START };
  const [silent, revealed] = [board(21), board(21, { is_revealed: true })];
  assert.equal(postWords(own, silent), "Waiting for the host");
  assert.equal(postWords({ ...own, status: "not_shown" }, revealed), "Not shown");
  assert.equal(postWords({ ...own, status: "shown" }, revealed), "On the board");
  const hidden = postWords({ ...own, status: "shown" }, silent);
  assert.equal(hidden, "On the board, not yet shown to others");
});

test("an own idea says with which others it stands", () => {
  const own: OwnPost = { id: 5, ...IDEA, status: "shown", merged_into_id: null, at_ms: START };
  const clusters = [{ id: 7, title: "Care" }];
  const revealed = board(21, { is_revealed: true, clusters });
  const grouped = [post(5, { cluster_id: 7 })];
  assert.equal(postWords(own, revealed, grouped), "On the board, grouped under “Care”");
  const merged = { ...own, merged_into_id: 6 };
  const root = post(9, {
    text: "A crèche",
    together: [
      { id: 6, ...WORDS },
      { id: 5, ...WORDS },
    ],
  });
  assert.equal(postWords(merged, revealed, [root]), "On the board, together with “A crèche”");
  assert.equal(postWords(merged, revealed, []), "Put together with another idea");
});

test("an idea on its way is listed until the server has it", async () => {
  const elena = new Phone().arrive(3, { "board:21": board(21) });
  const book = new IdeaBook(elena.page);
  assert.deepEqual(book.last(21), { state: "idle" });
  book.send(IDEA);
  assert.deepEqual(
    book.loose(21).map(({ args, status }) => [args.text, status.state]),
    [[IDEA.text, "sending"]],
  );
  elena.answersWith({});
  book.send({ ...IDEA, text: "A second one" });
  await elena.timers.pass(20_000);
  assert.deepEqual(book.loose(21), []);
  assert.equal(book.last(21).state, "saved");
});

test("a refused idea stays on the device, over a reload too, until its author lets it go", async () => {
  const elena = new Phone().arrive(3, { "board:21": board(21) });
  elena.answersWith(refused("board_closed", "The board is not open for ideas."));
  const book = new IdeaBook(elena.page);
  const key = book.send(IDEA);
  await elena.timers.pass(10);
  assert.equal(book.loose(21)[0]?.status.state, "refused");

  const back = new Phone(elena.drafts, elena.store.items).arrive(3, { "board:21": board(21) });
  const kept = new IdeaBook(back.page);
  assert.deepEqual(
    kept.loose(21).map(({ args, status }) => [args.text, status.nack?.code]),
    [[IDEA.text, "board_closed"]],
  );
  kept.drop(21, key);
  assert.deepEqual(kept.loose(21), []);
  assert.deepEqual([back.store.items, back.drafts], [[], {}]);
});
