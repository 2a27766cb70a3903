/** What the moderators know about the big screen: what it says itself, and how long ago. */
import type { Room } from "../../generated/contract";
import type { Scene } from "./scene.ts";
import { ago, counted } from "./words.ts";

/** A stage window speaks every 2 s; after this long it counts as lost. */
export const STAGE_LOST_MS = 8_000;

/** What the hosts are told when another view was chosen. */
export const STAGE_SAYS = {
  auto: "The big screen shows the current step.",
  blank: "The big screen is blank.",
  join: "The big screen shows how to join.",
  questions: "The big screen shows the questions to the speakers.",
  matrix: "The big screen shows which factor answers which barrier.",
  gaps: "The big screen shows the barriers that nobody has an answer for.",
  commitments: "The big screen shows the commitments.",
  matches: "The big screen shows who could work together.",
};

/** The state of the big screen in one word and one sentence. */
export interface StageReport {
  state: "unknown" | "none" | "well" | "lost";
  says: string;
}

/** What the stage windows say, as of `now_ms` (server time). */
export function stageReport(room: Room | null, now_ms: number): StageReport {
  const first = room?.stages.toSorted((one, other) => one.seen_ms_ago - other.seen_ms_ago)[0];
  if (!room) return { state: "unknown", says: "It is not known what the big screen shows." };
  if (!first) return { state: "none", says: "No big screen is connected." };
  const age_ms = first.seen_ms_ago + Math.max(0, now_ms - room.now_ms);
  const others = room.stages.length - 1;
  const more = others > 0 ? `, and ${counted(others, "more window")}` : "";
  if (age_ms > STAGE_LOST_MS) {
    return { state: "lost", says: `The big screen was last seen ${ago(age_ms)}.` };
  }
  return {
    state: "well",
    says: `Stage showing: ${first.showing}, last seen ${ago(age_ms)}${more}`,
  };
}

/** What to say when the session is live and nobody's big screen shows it; "" when all is well. */
export function stageLostWords(scene: Scene, room: Room | null, now_ms: number): string {
  const report = stageReport(room, now_ms);
  if (!room || scene.session.state !== "live" || report.state === "well") return "";
  return `${report.says} Participants still have everything on their own device. Open the stage link.`;
}
