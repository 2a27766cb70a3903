/** Questions to the speakers in the control room: their buttons, what each act did, what turns it back. */
import type { CommandArgs, QuestionPayload } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import type { Scene } from "./scene.ts";

/** The commands about questions to the speakers. */
export type AskedCommand =
  | ("open_questions" | "close_questions")
  | ("review_question" | "pin_question" | "answer_question");

/** An act about them. */
export type AskedAct = { [N in AskedCommand]: { name: N; args: CommandArgs[N] } }[AskedCommand];

const NAMES = new Set<string>([
  "open_questions",
  "close_questions",
  "review_question",
  "pin_question",
  "answer_question",
]);

/** Whether an act is about questions to the speakers. */
export function isAskedAct(act: Act): act is AskedAct {
  return NAMES.has(act.name);
}

/** The act that turns this one back, with the version of the act itself; null when nothing does. */
export function turnedAsked(act: AskedAct, before: Scene): AskedAct | null {
  const { takes_questions, reviews_questions } = before.session;
  switch (act.name) {
    case "open_questions": {
      const { version } = act.args;
      if (!takes_questions) return { name: "close_questions", args: { version } };
      return { name: act.name, args: { version, reviewed: reviews_questions } };
    }
    case "close_questions":
      return { name: "open_questions", args: { ...act.args, reviewed: reviews_questions } };
    case "pin_question":
      return { name: act.name, args: { ...act.args, pinned: !act.args.pinned } };
    case "answer_question":
      return { name: act.name, args: { ...act.args, answered: !act.args.answered } };
    case "review_question": {
      const state = before.questions.find((one) => one.id === act.args.question_id)?.state;
      return state ? { name: act.name, args: { ...act.args, state } } : null;
    }
  }
}

const REVIEWED = {
  approved: "Approved the question.",
  declined: "Declined the question.",
  hidden: "Hid the question.",
  waiting: "Put the question back into the queue.",
};

/** What an act has done, in one sentence. */
export function toldAsked(act: AskedAct): string {
  switch (act.name) {
    case "open_questions":
      return act.args.reviewed === false
        ? "People can ask the speakers. Everybody sees a question at once."
        : "People can ask the speakers. You review each question first.";
    case "close_questions":
      return "The speakers take no more questions.";
    case "pin_question":
      return act.args.pinned ? "Pinned the question." : "Unpinned the question.";
    case "answer_question":
      return act.args.answered ? "Marked as answered." : "The question is open again.";
    case "review_question":
      return REVIEWED[act.args.state];
  }
}

/** Let people ask or not, review first or not, and the big screen. */
export function askedButtons(scene: Scene): Button[] {
  const { version, takes_questions, reviews_questions, stage_view, state } = scene.session;
  if (state === "ended") return [];
  const isShown = stage_view === "questions";
  const openAct = (reviewed: boolean): Act => ({
    name: "open_questions",
    args: { version, reviewed },
  });
  const stage: Act = {
    name: "set_stage",
    args: { version, view: isShown ? "auto" : "questions" },
  };
  const open: Button = takes_questions
    ? {
        id: "close_asked",
        says: "Close questions",
        act: { name: "close_questions", args: { version } },
        off: null,
      }
    : { id: "open_asked", says: "Open questions", act: openAct(reviews_questions), off: null };
  const review: Button = {
    id: "review_asked",
    says: "Review first",
    act: openAct(!reviews_questions),
    off: takes_questions ? null : "Open questions first.",
    pressed: reviews_questions,
  };
  const show: Button = {
    id: "stage_asked",
    says: "On the big screen",
    act: stage,
    off: null,
    pressed: isShown,
  };
  return [open, review, show];
}

/** What can be done with one question, in the state that it is in. */
export function questionButtons(question: QuestionPayload): Button[] {
  const args = { question_id: question.id, version: question.version ?? 0 };
  const review = (
    id: string,
    says: string,
    state: NonNullable<QuestionPayload["state"]>,
  ): Button => ({
    id,
    says,
    act: { name: "review_question", args: { ...args, state } },
    off: null,
  });
  switch (question.state) {
    case "waiting":
      return [review("approve", "Approve", "approved"), review("decline", "Decline", "declined")];
    case "declined":
      return [review("requeue", "Put back into the queue", "waiting")];
    case "hidden":
      return [review("show", "Show again", "approved")];
    default:
      return [
        {
          id: "answered",
          says: "Answered",
          act: { name: "answer_question", args: { ...args, answered: !question.is_answered } },
          off: null,
          pressed: question.is_answered,
        },
        {
          id: "pin",
          says: "Pin",
          act: { name: "pin_question", args: { ...args, pinned: !question.is_pinned } },
          off: null,
          pressed: question.is_pinned,
        },
        review("hide", "Hide", "hidden"),
      ];
  }
}
