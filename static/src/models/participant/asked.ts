/** One's own questions to the speakers: written, on their way, waiting for the host, seen, answered. */
import { effect, type Signal, signal } from "@preact/signals-core";
import type { AskQuestion, OwnQuestion, QuestionPayload } from "../../generated/contract";
import type { SendStatus, SessionModel } from "../session.ts";
import { ideaSays, type Said } from "../status.ts";

/** Under which key a half-written question is kept. */
export const QUESTION_DRAFT = "ask";
const SENT = "sent:questions";

/** A question that the server has not stored: it waits, or was refused. */
export interface LooseQuestion {
  key: string;
  args: AskQuestion;
  status: SendStatus;
}

/** The line under a question; `isReviewed` is the session's. */
export function questionSays(status: SendStatus, isReviewed: boolean): Said {
  const said = ideaSays(status, isReviewed);
  if (status.state === "saved") {
    const text = isReviewed
      ? "Sent. The host reviews questions before they appear."
      : "Sent. Everybody can see it.";
    return { ...said, text, announce: text };
  }
  if (status.state !== "not_sent") return said;
  const text = "Not sent yet. Your question is kept on this device. We keep trying.";
  return { ...said, text, announce: "Question not sent yet, trying again." };
}

/** Where an own question stands that the server has, in words. */
export function ownWords(own: OwnQuestion, shown: QuestionPayload | undefined): string {
  if (own.status === "waiting") return "Waiting for the host";
  if (own.status === "not_shown") return "Not shown";
  return shown?.is_answered ? "Answered" : "Everybody can see it";
}

/** Remembers under which keys questions went into the outbox, so that none gets out of sight. */
export class QuestionBook {
  readonly #model: SessionModel;
  readonly #keys: Signal<readonly string[]>;

  constructor(model: SessionModel) {
    this.#model = model;
    const kept = model.drafts.get<string[]>(SENT) ?? [];
    const isAlive = (key: string) => model.outbox.status(key).peek().state !== "idle";
    this.#keys = signal(kept.filter(isAlive));
  }

  /** Send a question. */
  send(args: AskQuestion): void {
    const { outbox } = this.#model;
    const key = outbox.newKey("question");
    outbox.send("ask_question", args, key);
    const left = this.#keys.peek().filter((one) => outbox.status(one).peek().state !== "saved");
    this.#keep([...left, key]);
  }

  /** Take a refused question out of the list, to write it again or to leave it. */
  drop(key: string): void {
    this.#model.outbox.dismiss(key);
    this.#keep(this.#keys.peek().filter((one) => one !== key));
  }

  /** The questions that are not on the server yet, oldest first. Reads signals. */
  loose(): LooseQuestion[] {
    return this.#keys.value.flatMap((key) => {
      const status = this.#model.outbox.status(key).value;
      const isLoose = status.state !== "idle" && status.state !== "saved";
      const args = status.args as AskQuestion | undefined;
      return isLoose && args ? [{ key, args, status }] : [];
    });
  }

  /** Where the question stands that was sent last. Reads signals. */
  last(): SendStatus {
    const key = this.#keys.value.at(-1);
    return key === undefined ? { state: "idle" } : this.#model.outbox.status(key).value;
  }

  /** Every key of this person's questions and of what they did with others'. Reads signals. */
  watched(): { key: string; says: (status: SendStatus) => Said }[] {
    const isReviewed = this.#model.session()?.reviews_questions ?? true;
    const asked = (status: SendStatus): Said => questionSays(status, isReviewed);
    return [
      ...this.#keys.value.map((key) => ({ key, says: asked })),
      ...this.#model.ownQuestions().map((own) => ({ key: `ask:${own.id}`, says: takenSays })),
      ...this.#model.questions().map((one) => ({ key: `upvote:${one.id}`, says: wantedSays })),
    ];
  }

  #keep(keys: readonly string[]): void {
    this.#keys.value = keys;
    this.#model.drafts.put(SENT, keys.length > 0 ? keys : null);
  }
}

function takenSays(status: SendStatus): Said {
  const said = questionSays(status, true);
  return status.state === "saved" ? { ...said, announce: "Question withdrawn." } : said;
}

/** The button says by itself that it is pressed; only trouble needs words. */
function wantedSays(status: SendStatus): Said {
  const said = questionSays(status, true);
  return status.state === "refused" ? said : { ...said, announce: null };
}

/** Tell every change of a status, once; the first sight of one is no change. The result stops it. */
export function watchQuestions(
  model: SessionModel,
  book: QuestionBook,
  tell: (words: string, isUrgent: boolean) => void,
): () => void {
  const known = new Map<string, (status: SendStatus) => Said>();
  const seen = new Map<string, SendStatus["state"]>();
  return effect(() => {
    for (const { key, says } of book.watched()) known.set(key, says);
    for (const [key, says] of known) {
      const status = model.outbox.status(key).value;
      const before = seen.get(key);
      seen.set(key, status.state);
      if (before === undefined || before === status.state) continue;
      const { announce, isUrgent } = says(status);
      if (announce !== null) tell(announce, isUrgent);
    }
  });
}
