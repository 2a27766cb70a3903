/** Who is being heard, in words: groups beside their share of the room, never a person. */
import type { VoicePayload } from "../../generated/contract";
import { timeOfDay } from "../words.ts";

const HEARD = {
  not_yet: "not heard yet",
  less: "less than its share",
  fair: "about its share",
  more: "more than its share",
} as const;

/** How a group is heard. */
export function voiceSays(voice: VoicePayload, timezone: string): string {
  const heard = HEARD[voice.heard];
  if (!voice.is_silent || voice.heard_at_ms === null) return heard;
  return `${heard}, silent since ${timeOfDay(voice.heard_at_ms, timezone)}`;
}

/** The groups that have been silent for long, in one sentence; null when there is none. */
export function silenceSays(voices: readonly VoicePayload[]): string | null {
  const silent = voices.filter((voice) => voice.is_silent).map((voice) => voice.title);
  if (silent.length === 0) return null;
  const names = new Intl.ListFormat("en").format(silent);
  return `Not heard for a while: ${names}. Ask them what they see differently.`;
}
