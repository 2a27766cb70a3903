import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { joined, say, speak, timeOfDay } from "../../../static/src/models/words.ts";
import { sayResults } from "../../../static/src/models/words_results.ts";

afterEach(() => speak("en", {}));

test("a sentence with its values, numbers as the language writes them", () => {
  assert.equal(say("agenda.step", { step: 3, count: 7 }), "3 of 7");
  assert.equal(sayResults("results.answers", { count: 1 }), "1 answer");
  assert.equal(sayResults("results.answers", { count: 5000 }), "5,000 answers");
  assert.equal(
    sayResults("results.most_chosen", { label: "{count}", count: 2 }),
    "Most chosen: {count}, 2.",
  );
});

test("another language chooses its own plural forms; what it lacks stays English", () => {
  speak("pl", {
    "results.answers": {
      one: "{count} odpowiedź",
      few: "{count} odpowiedzi",
      many: "{count} odpowiedzi (wiele)",
      other: "{count} odpowiedzi (inne)",
    },
  });
  assert.equal(sayResults("results.answers", { count: 1 }), "1 odpowiedź");
  assert.equal(sayResults("results.answers", { count: 3 }), "3 odpowiedzi");
  assert.equal(sayResults("results.answers", { count: 5 }), "5 odpowiedzi (wiele)");
  assert.equal(say("time.now"), "in a moment");
});

test("lists and times are written as the language does", () => {
  assert.equal(joined(["Time", "Money", "Childcare"]), "Time, Money and Childcare");
  assert.equal(joined(["0", "O"], "or"), "0 or O");
  const at_ms = Date.UTC(2023, 9, 24, 8, 42);
  assert.equal(timeOfDay(at_ms, "Europe/Brussels"), "10:42");
  assert.equal(timeOfDay(at_ms, "UTC"), "08:42");
});
