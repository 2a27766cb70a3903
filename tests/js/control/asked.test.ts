import assert from "node:assert/strict";
import { test } from "node:test";
import { type Act, inverse, targetOf, told } from "../../../static/src/models/control/acts.ts";
import { askedButtons, questionButtons } from "../../../static/src/models/control/asked.ts";
import { versionOf } from "../../../static/src/models/control/gate.ts";
import { question } from "../fakes/story.ts";
import { scene } from "./scenes.ts";

const waiting = question(8, { state: "waiting", version: 3 });

test("a question waits for two buttons, what is seen has three, what was kept back has one", () => {
  const labels = (state: "waiting" | "approved" | "declined" | "hidden") =>
    questionButtons({ ...waiting, state }).map(({ says }) => says);
  assert.deepEqual(labels("waiting"), ["Approve", "Decline"]);
  assert.deepEqual(labels("approved"), ["Answered", "Pin", "Hide"]);
  assert.deepEqual(labels("declined"), ["Put back into the queue"]);
  assert.deepEqual(labels("hidden"), ["Show again"]);
});

test("questions are opened and closed, and review can be switched only while they are open", () => {
  const closed = askedButtons(scene());
  assert.deepEqual(
    closed.map(({ says, off, pressed }) => [says, off, pressed]),
    [
      ["Open questions", null, undefined],
      ["Review first", "Open questions first.", true],
      ["On the big screen", null, false],
    ],
  );
  const open = askedButtons(scene({ session: { takes_questions: true, stage_view: "questions" } }));
  assert.deepEqual(
    open.map(({ says, off, pressed }) => [says, off, pressed]),
    [
      ["Close questions", null, undefined],
      ["Review first", null, true],
      ["On the big screen", null, true],
    ],
  );
  assert.deepEqual(askedButtons(scene({ session: { state: "ended" } })), []);
});

test("each act is turned back to what was before, with the version after it", () => {
  const before = scene({ questions: [waiting] });
  const args = { question_id: 8, version: 3 };
  const turns: [Act, Act["args"]][] = [
    [
      { name: "review_question", args: { ...args, state: "approved" } },
      { question_id: 8, version: 4, state: "waiting" },
    ],
    [
      { name: "pin_question", args: { ...args, pinned: true } },
      { question_id: 8, version: 4, pinned: false },
    ],
    [
      { name: "answer_question", args: { ...args, answered: true } },
      { question_id: 8, version: 4, answered: false },
    ],
  ];
  for (const [act, back] of turns) assert.deepEqual(inverse(act, before)?.args, back, act.name);
  const open: Act = { name: "open_questions", args: { version: 5, reviewed: true } };
  assert.deepEqual(inverse(open, before), { name: "close_questions", args: { version: 6 } });
});

test("an act compares the version of its question, and says what it did", () => {
  const act: Act = {
    name: "review_question",
    args: { question_id: 8, version: 3, state: "declined" },
  };
  assert.equal(targetOf(act), "question:8");
  assert.equal(versionOf(scene({ questions: [waiting] }), "question:8"), 3);
  assert.equal(told(act, scene()), "Declined the question.");
});
