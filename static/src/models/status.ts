/** What the page says about an answer, an idea and the connection; the wording of trouble. */
import type { Banner, Connection, SendStatus } from "./session.ts";
import { say, timeOfDay } from "./words.ts";

/** A sentence to show, and one to announce; an urgent one interrupts. */
export interface Said {
  text: string;
  announce: string | null;
  isUrgent: boolean;
}

const SILENT: Said = { text: "", announce: null, isUrgent: false };

function quiet(text: string, announce: string | null = null): Said {
  return { text, announce, isUrgent: false };
}

function refusal(status: SendStatus): Said {
  const text = status.nack?.message ?? "";
  const isClosed = status.nack?.code === "poll_closed";
  return { text, announce: isClosed ? say("answer.announce_closed") : text, isUrgent: true };
}

/** The line under an answer. `isKept` is the outbox's: whether the answer outlives the page. */
export function answerSays(status: SendStatus, isKept = true): Said {
  switch (status.state) {
    case "idle":
      return SILENT;
    case "sending":
      return quiet(say("answer.sending"));
    case "saved":
      return quiet(
        say("answer.saved", { time: timeOfDay(status.at_ms ?? 0) }),
        say("answer.announce_saved"),
      );
    case "not_sent":
      return quiet(
        say(isKept ? "answer.not_sent" : "answer.not_kept"),
        say("answer.announce_not_sent"),
      );
    case "refused":
      return refusal(status);
  }
}

/** The line under an idea; `needsApproval` is the board's. */
export function ideaSays(status: SendStatus, needsApproval: boolean): Said {
  switch (status.state) {
    case "idle":
      return SILENT;
    case "sending":
      return quiet(say("answer.sending"));
    case "saved": {
      const sent = say(needsApproval ? "idea.sent" : "idea.sent_at_once");
      return quiet(sent, sent);
    }
    case "not_sent":
      return quiet(say("idea.not_sent"), say("idea.announce_not_sent"));
    case "refused":
      return refusal(status);
  }
}

/** The pill. */
export function connectionSays(connection: Connection): string {
  return say(`connection.${connection}`);
}

/** The banner; null when none is owed. */
export function bannerSays(banner: Banner): string | null {
  return banner === "none" ? null : say(`banner.${banner}`);
}
