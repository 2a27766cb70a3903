import assert from "node:assert/strict";
import { test } from "node:test";
import { type Act, inverse, told } from "../../../static/src/models/control/acts.ts";
import {
  formButtons,
  handsButton,
  mayReset,
  pulseButtons,
  resetButton,
  roundButtons,
} from "../../../static/src/models/control/round_buttons.ts";
import { item, poll, START_MS, scene } from "./scenes.ts";

const row = { id: 1, label: "Care", type: null, count: 3, share: 60, hands: 4 };
const results = {
  ...{ answered: 5, base: 5, rows: [row], not_applicable: 0, other_count: 0, mean: null },
  quotes: [],
  hands: 4,
};

test("four pulses can be started at once, once the doors are open", () => {
  const open = pulseButtons(scene());
  assert.deepEqual(
    open.map((button) => [button.says, button.off]),
    [
      ["Yes or no", null],
      ["Agree, in five steps", null],
      ["Pace: slower, fine, faster", null],
      ["I am lost", null],
    ],
  );
  const [shut] = pulseButtons(scene({ session: { state: "draft" } }));
  assert.equal(shut?.off, "Open the doors first.");
});

test("undoing a pulse closes it, and undoing a second round leaves it out", () => {
  const pulse: Act = { name: "start_pulse", args: { version: 5, preset: "pace" } };
  assert.deepEqual(inverse(pulse, scene(), { poll_id: "99" })?.args, { poll_id: 99, version: 1 });
  const repeat: Act = { name: "repeat_poll", args: { poll_id: 11, version: 2 } };
  assert.equal(inverse(repeat, scene(), { poll_id: "99" })?.name, "leave_out_poll");
  assert.equal(told(pulse, scene()), "A pulse is open: the pace.");
});

test("a closed question can be asked again, and a reset can be turned back for a day", () => {
  const closed = poll(11, "One", { state: "closed" });
  const names = (changes = {}, now_ms = START_MS): string[] =>
    roundButtons(scene(), { ...closed, ...changes }, now_ms).map((button) => button.says);
  assert.deepEqual(names(), ["Make a second round"]);
  const aside = { restarted_at_ms: START_MS };
  assert.deepEqual(names(aside), ["Make a second round", "Bring the answers back"]);
  assert.deepEqual(names(aside, START_MS + 24 * 3_600_000), ["Make a second round"]);
  assert.deepEqual(names({ state: "ready", left_out_minutes: 3 }), ["Put it back"]);
});

test("starting over needs the typed word, and something to start over", () => {
  assert.equal(mayReset(poll(11, "One", { state: "open", answered: 2 })), true);
  assert.equal(mayReset(poll(11, "One", { state: "open" })), false);
  assert.equal(resetButton(poll(11, "One"), "reset").off, null);
  assert.equal(resetButton(poll(11, "One"), "yes").off, "Type RESET first.");
});

test("hands are a whole number that differs from what was noted", () => {
  const asked = poll(11, "One", { state: "open", results });
  assert.equal(handsButton(asked, row, "7").off, null);
  assert.equal(handsButton(asked, row, "4").off, "That number is noted already.");
  assert.equal(handsButton(asked, row, "many").off, "Write a whole number first.");
  assert.equal(handsButton(asked, row, "200000").off, "That is more than can be noted.");
  const noted: Act = {
    name: "count_hands",
    args: { poll_id: 11, version: 1, line_id: 1, count: 7 },
  };
  const back = inverse(noted, scene({ polls: [asked] }));
  assert.deepEqual(back?.args, { poll_id: 11, version: 2, line_id: 1, count: 4 });
});

test("a form is opened and closed with one button, pulses apart", () => {
  const form = item(2, "How was it", { is_form: true, poll_ids: [11, 12, 13] });
  const says = (...states: ("ready" | "open" | "closed")[]): string[] => {
    const polls = states.map((state, place) => poll(11 + place, "x", { state }));
    const pulse = poll(13, "Pulse", { state: "open", is_pulse: true });
    return formButtons(scene({ items: [form], polls: [...polls, pulse] }), form).map(
      (button) => button.says,
    );
  };
  assert.deepEqual(says("ready", "ready"), ["Open the form"]);
  assert.deepEqual(says("open", "open"), ["Close the form"]);
  assert.deepEqual(says("closed", "closed"), ["Open the form again"]);
  assert.deepEqual(formButtons(scene(), item(2, "x", { poll_ids: [11] })), []);
});
