import assert from "node:assert/strict";
import { test } from "node:test";
import type { PartnerPayload } from "../../../static/src/generated/contract.ts";
import { countryOf, joinSays, partnerSays } from "../../../static/src/models/joins.ts";

const partner = (change: Partial<PartnerPayload> = {}): PartnerPayload => ({
  join_id: 1,
  organisation: "Praca",
  country: "PL",
  have_i_agreed: false,
  have_they_agreed: false,
  contact: null,
  ...change,
});

test("a country is two letters, however they were typed", () => {
  assert.deepEqual(
    [" pl ", "PL", "Poland", "P1", ""].map((typed) => countryOf(typed)),
    ["PL", "PL", null, null, null],
  );
});

test("an organisation stands with its country, or without a name where names are not told", () => {
  const join = { id: 1, side: "offer" as const, organisation: "Praca", country: "PL" };
  assert.equal(joinSays(join, "en"), "Praca, Poland");
  assert.equal(joinSays({ ...join, organisation: null, country: null }, "en"), "An organisation");
  assert.equal(joinSays({ ...join, country: "EL" }, "en"), "Praca, Greece");
});

test("each side hears what the other waits for, and the contact when both agreed", () => {
  assert.equal(partnerSays(partner()), "");
  assert.match(partnerSays(partner({ have_they_agreed: true })), /would like/);
  assert.match(partnerSays(partner({ have_i_agreed: true })), /when they agree too/);
  assert.equal(partnerSays(partner({ contact: "a@example.org" })), "Reach them: a@example.org");
});
