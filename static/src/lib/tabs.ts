/** One tab at a time takes part: the newest asks, the others step back when told to. */
import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Timers } from "../models/timers.ts";
import { newId } from "./ids.ts";
import { browserTimers } from "./timers.ts";

const REPLY_WITHIN_MS = 150;

/** What a tab says to the others: "is somebody here?", "I am", "I take over". */
interface Word {
  from: string;
  says: "who" | "here" | "mine";
}

/** This tab among the others with the same session. */
export interface Tabs {
  /** Whether another tab has the session; null for a moment while asking. */
  elsewhere: ReadonlySignal<boolean | null>;
  /** "Use it here": the other tab steps back. */
  useHere(): void;
  close(): void;
}

/** Watch the tabs of one session. Without a way to talk to them this tab is the only one. */
export function watchTabs(code: string, timers: Timers = browserTimers): Tabs {
  const elsewhere = signal<boolean | null>(null);
  if (typeof BroadcastChannel === "undefined") {
    elsewhere.value = false;
    return { elsewhere, useHere: () => {}, close: () => {} };
  }
  const me = newId();
  const channel = new BroadcastChannel(`facilitator:${code}`);
  const tell = (says: Word["says"]) => channel.postMessage({ from: me, says } satisfies Word);
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.from === me) return;
    // Of two tabs that ask in the same moment the one with the smaller number goes first.
    const isFirst = elsewhere.value === false || (elsewhere.value === null && me < data.from);
    if (data.says === "mine") elsewhere.value = true;
    else if (data.says === "who" && isFirst) tell("here");
    else if (elsewhere.value === null) elsewhere.value = true;
  };
  tell("who");
  timers.after(REPLY_WITHIN_MS, () => {
    if (elsewhere.value === null) elsewhere.value = false;
  });
  const useHere = () => {
    elsewhere.value = false;
    tell("mine");
  };
  return { elsewhere, useHere, close: () => channel.close() };
}
