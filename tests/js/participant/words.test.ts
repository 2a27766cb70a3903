import assert from "node:assert/strict";
import { test } from "node:test";
import type { Door, Nack } from "../../../static/src/generated/contract.ts";
import { leftAnnouncement } from "../../../static/src/models/participant/counting.ts";
import { dayWords } from "../../../static/src/models/participant/days.ts";
import { lookAgain_ms } from "../../../static/src/models/participant/door.ts";
import { languages } from "../../../static/src/models/participant/languages.ts";
import { START } from "../fakes/story.ts";

const text = (length: number) => "я".repeat(length);

test("the characters left are said at 40, 20 and 0, and when there are too many", () => {
  const said = (before: number, now: number) => leftAnnouncement(text(before), text(now), 280);
  assert.equal(said(238, 239), null);
  assert.equal(said(239, 240), "40 characters left");
  assert.equal(said(240, 241), null);
  assert.equal(said(200, 265), "15 characters left");
  assert.equal(said(279, 280), "0 characters left");
  assert.equal(said(280, 281), "1 character too many");
  assert.equal(said(281, 290), null);
  assert.equal(said(290, 250), null, "taking words away is not announced");
});

test("everybody finds their own language under its own name, and one that is not on the list", () => {
  const names = new Map(languages("en").map(({ code, name }) => [code, name]));
  assert.equal(names.get("bg"), "Български");
  assert.equal(names.get("el"), "Ελληνικά");
  assert.equal(names.get("uk"), "Українська");
  const official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
  for (const code of official.split(" ")) assert.ok(names.has(code), code);
  assert.equal(languages("cy").find(({ code }) => code === "cy")?.name, "Cymraeg");
  assert.equal(languages("en").length + 1, languages("cy").length);
});

test("a day is the same in every time zone", () => {
  assert.equal(dayWords("2027-03-12", "en"), "12 March 2027");
  assert.equal(dayWords("2027-03-12", "de"), "12. März 2027");
});

const door: Door = {
  state: "early",
  title: "Balance",
  organiser: "Pact for Skills",
  language: "en",
  now_ms: START,
  planned_start_ms: START + 60_000,
  delete_on: "2027-03-12",
  groups: [],
};

test("a page before the door looks every few seconds when it matters, seldom long before", () => {
  assert.equal(lookAgain_ms(door, 0.5), 5_000);
  assert.equal(lookAgain_ms({ ...door, state: "locked" }, 0.5), 5_000);
  assert.equal(lookAgain_ms({ ...door, planned_start_ms: START + 3_600_000 }, 0.5), 30_000);
  assert.equal(lookAgain_ms(door, 0), 4_000);
  assert.equal(lookAgain_ms(door, 1), 6_000);
  assert.equal(lookAgain_ms(null, 0), 5_000);
  const slower: Nack = {
    ok: false,
    code: "too_fast",
    message: "",
    retry: true,
    details: { wait_s: 20 },
  };
  assert.equal(lookAgain_ms(slower, 0), 25_000);
});
