import assert from "node:assert/strict";
import { test } from "node:test";
import type { VoicePayload } from "../../../static/src/generated/contract.ts";
import { silenceSays, voiceSays } from "../../../static/src/models/control/voices.ts";

const voice = (change: Partial<VoicePayload> = {}): VoicePayload => ({
  ...{ group_id: 1, title: "Trade union", heard: "fair", heard_at_ms: 0, is_silent: false },
  ...change,
});

test("a group is told of in words, with the moment when it fell silent", () => {
  assert.equal(voiceSays(voice({ heard: "less" }), "UTC"), "less than its share");
  const silent = voice({ heard: "more", is_silent: true, heard_at_ms: Date.UTC(2026, 2, 12, 14) });
  assert.equal(voiceSays(silent, "UTC"), "more than its share, silent since 14:00");
  assert.equal(
    voiceSays(voice({ heard: "not_yet", heard_at_ms: null, is_silent: true }), "UTC"),
    "not heard yet",
  );
});

test("the hint names the silent groups, and is not there when all are heard", () => {
  assert.equal(silenceSays([voice()]), null);
  const silent = [voice({ is_silent: true }), voice({ title: "Chamber", is_silent: true })];
  assert.equal(
    silenceSays(silent),
    "Not heard for a while: Trade union and Chamber. Ask them what they see differently.",
  );
});
