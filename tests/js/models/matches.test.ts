import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchPayload, PostPayload } from "../../../static/src/generated/contract.ts";
import { byIdea, ideasOf, suggestions } from "../../../static/src/models/matches.ts";

const post = (id: number, text: string) => ({ id, text, language: "en" }) as PostPayload;
const POSTS = new Map([1, 2].map((id) => [id, post(id, `Idea ${id}`)]));
const match = (change: Partial<MatchPayload>): MatchPayload => ({
  ...{ offer_post_id: 1, want_post_id: 1, offer_organisation: null, want_organisation: null },
  ...{ shared_words: [], countries: [], is_across_groups: false },
  ...change,
});
const said = (...matches: MatchPayload[]) =>
  suggestions({ topic: { matches, asks_alone: [], to_discuss: [] }, posts: POSTS }, "en").map(
    ({ offer, want, reason }) => [offer, want, reason],
  );

test("two organisations at one idea come with what they meet on, and where they are from", () => {
  const both = { offer_organisation: "Praca", want_organisation: "Town" };
  assert.deepEqual(said(match({ ...both, countries: ["PL", "IT"], is_across_groups: true })), [
    [
      "Praca",
      "Town",
      "One offers what the other wants; from Poland and Italy; different kinds of organisation",
    ],
  ]);
});

test("an offer and an ask come with the words that they share", () => {
  assert.deepEqual(said(match({ want_post_id: 2, shared_words: ["mentors", "trainers"] })), [
    ["Idea 1", "Idea 2", "Both speak of mentors and trainers"],
  ]);
});

test("what one does not see is not suggested", () => {
  assert.deepEqual(said(match({ want_post_id: 9 })), []);
  assert.deepEqual(
    ideasOf([2, 9], POSTS).map((idea) => idea.text),
    ["Idea 2"],
  );
});

test("suggestions stand under the idea at which two organisations meet", () => {
  const both = { offer_organisation: "Praca", want_organisation: "Town" };
  const at = (id: number) => match({ ...both, offer_post_id: id, want_post_id: id });
  const matches = [at(1), match({ want_post_id: 2 }), at(2), at(1)];
  const found = suggestions(
    { topic: { matches, asks_alone: [], to_discuss: [] }, posts: POSTS },
    "en",
  );
  assert.deepEqual(
    byIdea(found).map(({ about, suggestions: here }) => [about?.text, here.length]),
    [
      ["Idea 1", 2],
      [undefined, 1],
      ["Idea 2", 1],
    ],
  );
});
