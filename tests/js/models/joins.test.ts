import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartnerPayload } from "../../../static/src/generated/contract.ts";
import { countriesIn, countryOf, joinsSay, partnerSays } from "../../../static/src/models/joins.ts";

const partner = (change: Partial<PartnerPayload> = {}): PartnerPayload => ({
  join_id: 1,
  organisation: "Praca",
  country: "PL",
  have_i_agreed: false,
  have_they_agreed: false,
  contact: null,
  ...change,
});

test("a country is two letters, also where the EU writes its own", () => {
  assert.deepEqual(
    ["pl", "PL", "EL", "Poland", ""].map((kept) => countryOf(kept)),
    ["PL", "PL", "GR", null, null],
  );
});

test("countries are chosen by name, in the reader's language and its order; one that is known is there", () => {
  const names = countriesIn("en", null).map(([, name]) => name);
  assert.equal(names.length, 41);
  assert.deepEqual(names.slice(0, 3), ["Albania", "Austria", "Belgium"]);
  assert.deepEqual(
    countriesIn("de", "JP").find(([code]) => code === "JP"),
    ["JP", "Japan"],
  );
  assert.deepEqual(
    countriesIn("de", null).find(([code]) => code === "AT"),
    ["AT", "Österreich"],
  );
});

test("organisations stand with their country, or as a number where names are not told", () => {
  const join = { id: 1, side: "offer" as const, organisation: "Praca", country: "PL" };
  const nobody = { ...join, organisation: null, country: null };
  assert.equal(joinsSay([join, { ...join, country: "EL" }], "en"), "Praca, Poland; Praca, Greece");
  assert.equal(joinsSay([nobody], "en"), "1 organisation");
  assert.equal(joinsSay([nobody, nobody, nobody], "en"), "3 organisations");
});

test("each side hears what the other waits for, and the contact when both agreed", () => {
  assert.equal(partnerSays(partner()), "");
  assert.match(partnerSays(partner({ have_they_agreed: true })), /would like/);
  assert.match(partnerSays(partner({ have_i_agreed: true })), /when they agree too/);
  assert.equal(partnerSays(partner({ contact: "a@example.org" })), "Reach them: a@example.org");
});
