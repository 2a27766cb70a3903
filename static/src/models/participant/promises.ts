/** One's own commitments: sent, and kept on this device with the link that answers them later. */
import { effect, type Signal, signal } from "@preact/signals-core";
import type { MakeCommitment, OwnCommitment } from "../../generated/contract";
import type { SendStatus, SessionModel } from "../session.ts";
import type { Said } from "../status.ts";
import { timeOfDay } from "../words.ts";

const KEPT = "commitments";

/** A commitment that was sent from here, with the token of its personal link. */
export interface Kept {
  key: string;
  token: string;
  receipt: string | null;
  when_text: string;
  then_text: string;
  language: string;
}

/** The line under a commitment. */
export function promiseSays(status: SendStatus): Said {
  const quiet = (text: string, announce: string | null): Said => ({
    text,
    announce,
    isUrgent: false,
  });
  switch (status.state) {
    case "idle":
      return quiet("", null);
    case "sending":
      return quiet("Sending…", null);
    case "saved":
      return quiet(`Saved ${timeOfDay(status.at_ms ?? 0)}`, "Commitment saved.");
    case "not_sent":
      return quiet(
        "Not sent yet. Your commitment is kept on this device. We keep trying.",
        "Commitment not sent yet, trying again.",
      );
    case "refused": {
      const text = status.nack?.message ?? "";
      return { text, announce: text, isUrgent: true };
    }
  }
}

/** Keeps the own commitments of one page, whatever it shows at the moment. */
export class PromiseBook {
  readonly #model: SessionModel;
  readonly #kept: Signal<readonly Kept[]>;
  readonly #seen = new Map<string, SendStatus["state"]>();

  constructor(model: SessionModel) {
    this.#model = model;
    this.#kept = signal(model.drafts.get<Kept[]>(KEPT) ?? []);
    effect(() => this.#noteReceipts());
  }

  /** Everything that was sent from here and not left, oldest first. Reads signals. */
  get kept(): readonly Kept[] {
    return this.#kept.value;
  }

  /** Send a commitment with a link that nobody else knows. */
  send(args: Omit<MakeCommitment, "token">): void {
    const { outbox } = this.#model;
    const key = outbox.newKey("commitment");
    const token = outbox.newKey("").slice(1);
    const { when_text, then_text, language } = args;
    this.#keep([
      ...this.#kept.peek(),
      { key, token, receipt: null, when_text, then_text, language },
    ]);
    outbox.send("make_commitment", { ...args, token }, key);
  }

  /** Those that the server has not stored: they wait, or were refused. Reads signals. */
  loose(): { kept: Kept; status: SendStatus }[] {
    return this.#kept.value.flatMap((kept) => {
      const status = this.#model.outbox.status(kept.key).value;
      const isLoose = status.state !== "idle" && status.state !== "saved";
      return isLoose && kept.receipt === null ? [{ kept, status }] : [];
    });
  }

  /** Where the one stands that was sent last. Reads signals. */
  last(): SendStatus {
    const key = this.#kept.value.at(-1)?.key;
    return key === undefined ? { state: "idle" } : this.#model.outbox.status(key).value;
  }

  /** The link of an own commitment, if it was made on this device. Reads signals. */
  tokenOf(own: OwnCommitment): string | null {
    return this.#kept.value.find((one) => one.receipt === own.receipt)?.token ?? null;
  }

  /** Take a refused one out of the list. */
  drop(key: string): void {
    this.#model.outbox.dismiss(key);
    this.#keep(this.#kept.peek().filter((one) => one.key !== key));
  }

  /** Take an own commitment back; its link is forgotten when the server has done so. */
  withdraw(own: OwnCommitment): void {
    const wish = { commitment_id: own.id };
    this.#model.outbox.send("withdraw_commitment", wish, `withdraw:${own.id}`);
  }

  /** Tell what became of what was sent, once; the result stops it. */
  watch(tell: (words: string, isUrgent: boolean) => void): () => void {
    return effect(() => {
      for (const [key, words] of this.#watched()) {
        const status = this.#model.outbox.status(key).value;
        const before = this.#seen.get(key);
        this.#seen.set(key, status.state);
        if (before === undefined || before === status.state) continue;
        const { announce, isUrgent } = promiseSays(status);
        const told = status.state === "saved" && words !== null ? words : announce;
        if (told !== null) tell(told, isUrgent);
      }
    });
  }

  #watched(): [string, string | null][] {
    const own = Object.keys(this.#model.me()?.commitments ?? {});
    for (const id of own) this.#known.add(id);
    return [
      ...this.#kept.value.map(({ key }): [string, null] => [key, null]),
      ...[...this.#known].flatMap((id): [string, string][] => [
        [`promise:${id}`, "Commitment changed."],
        [`withdraw:${id}`, "Commitment withdrawn."],
      ]),
    ];
  }

  readonly #known = new Set<string>();

  #noteReceipts(): void {
    const found = this.#kept.value.map((one) => {
      const { receipt } = this.#model.outbox.status(one.key).value;
      return receipt && one.receipt === null ? { ...one, receipt } : one;
    });
    if (found.some((one, at) => one !== this.#kept.peek()[at])) this.#keep(found);
  }

  #keep(kept: readonly Kept[]): void {
    this.#kept.value = kept;
    this.#model.drafts.put(KEPT, kept.length > 0 ? kept : null);
  }
}

const BOOKS = new WeakMap<SessionModel, PromiseBook>();

/** The book of a page: one for all parts of it. */
export function promisesOf(model: SessionModel): PromiseBook {
  const known = BOOKS.get(model) ?? new PromiseBook(model);
  BOOKS.set(model, known);
  return known;
}

/** The address of a personal link; its token never reaches a server's log. */
export function linkOf(token: string): string {
  return `${location.origin}/commitment#${token}`;
}
