/**
 * What the hosts could do to catch up, decided here from the state that the page holds at this moment:
 * a proposal that travels would be old when it arrives.
 */
import type { ItemPayload, PollTopic } from "../../generated/contract";
import { budget_ms, comingItems, drift_ms, spent_ms } from "../agenda.ts";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import type { Scene } from "./scene.ts";

const MINUTE_MS = 60_000;
/** So many minutes of a break nobody takes away. */
const SHORTEST_BREAK = 5;
/** So many letters of a question are named on a button. */
const LONGEST_TITLE = 34;
/** A coming talk is shortened from so many minutes on, and never by more than half. */
const LONG_ENOUGH = 10;
const SPEAKING = new Set<ItemPayload["kind"]>(["welcome", "talk", "practice"]);
/** What people take home is not left out to save time. */
const KEPT = new Set<ItemPayload["kind"]>(["evaluation", "commitments"]);

/** Up to three ways to catch up, the one that hurts least first; none when the session is not behind. */
export function catchUpButtons(scene: Scene, now_ms: number): Button[] {
  const behind = Math.round((drift_ms(scene.items, now_ms) ?? 0) / MINUTE_MS);
  if (behind < 1) return [];
  const found = [
    shorterBreak(scene, behind),
    fewerQuestions(scene, now_ms),
    shorterTalk(scene, behind, now_ms),
  ].filter((button) => button !== null);
  return found.map((button, place) => (place === 0 ? { ...button, key: "accept" } : button));
}

/** The minutes that one question of a step takes; 0 where it is the only one. */
export function savedBy(scene: Scene, item: ItemPayload, now_ms: number): number {
  const asked = pollsOf(scene, item).filter((poll) => !isLeftOut(poll) && !wasMadeLive(poll));
  if (asked.length < 2) return 0;
  const saved = Math.floor(budgetOf(item) / asked.length);
  return item.state === "live" ? Math.min(saved, Math.max(0, leftOf(item, now_ms))) : saved;
}

function shorterBreak(scene: Scene, behind: number): Button | null {
  const item = longest(comingItems(scene.items).filter((one) => one.kind === "break"));
  const minutes = item ? Math.min(behind, budgetOf(item) - SHORTEST_BREAK) : 0;
  if (!item || minutes < 1) return null;
  return shorten(scene, item, minutes, `Shorten the break by ${counted(minutes)}`);
}

function fewerQuestions(scene: Scene, now_ms: number): Button | null {
  const order = scene.items.flatMap((item) => pollsOf(scene, item));
  const live = scene.items.filter((item) => item.state === "live");
  for (const item of [...live, ...comingItems(scene.items)].toReversed()) {
    const minutes = savedBy(scene, item, now_ms);
    const poll = pollsOf(scene, item).findLast((one) => mayGo(one));
    if (!poll || minutes < 1 || KEPT.has(item.kind)) continue;
    const which = `question ${order.indexOf(poll) + 1}, “${short(poll.title)}”`;
    const says = `Leave out ${which}, which saves ${counted(minutes)}`;
    return { id: `catch-up-poll-${poll.id}`, says, act: leaveOut(poll, minutes), off: null };
  }
  return null;
}

function shorterTalk(scene: Scene, behind: number, now_ms: number): Button | null {
  const live = scene.items.find((item) => item.state === "live");
  const left = live ? leftOf(live, now_ms) : 0;
  if (live && SPEAKING.has(live.kind) && left > 1) {
    const minutes = Math.min(behind, left - 1);
    return shorten(scene, live, minutes, `End “${live.title}” ${counted(minutes)} early`);
  }
  const item = longest(comingItems(scene.items).filter((one) => SPEAKING.has(one.kind)));
  if (!item || budgetOf(item) < LONG_ENOUGH) return null;
  const minutes = Math.min(behind, Math.floor(budgetOf(item) / 2));
  return shorten(scene, item, minutes, `Shorten “${item.title}” by ${counted(minutes)}`);
}

function shorten(scene: Scene, item: ItemPayload, minutes: number, says: string): Button {
  const args = { version: scene.session.version, item_id: item.id, minutes: -minutes };
  return { id: `catch-up-item-${item.id}`, says, act: { name: "add_minutes", args }, off: null };
}

/** Leave a question out, which saves so many minutes. */
export function leaveOut(poll: PollTopic, minutes: number): Act {
  const args = { poll_id: poll.id, version: poll.version ?? 0, minutes };
  return { name: "leave_out_poll", args };
}

/** The longest of some steps; of equals the first. */
function longest(items: readonly ItemPayload[]): ItemPayload | null {
  return items.toSorted((one, other) => budgetOf(other) - budgetOf(one))[0] ?? null;
}

/** A title that still fits on a button, cut between words. */
function short(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, "");
  return `${cut.replace(/[\s,;:.]+$/, "")}…`;
}

function pollsOf(scene: Scene, item: ItemPayload): PollTopic[] {
  return item.poll_ids.flatMap((id) => scene.polls.get(id) ?? []);
}

const isLeftOut = (poll: PollTopic): boolean => poll.left_out_minutes !== undefined;

const wasMadeLive = (poll: PollTopic): boolean =>
  poll.is_pulse === true || poll.again_of_id !== undefined;

const mayGo = (poll: PollTopic): boolean =>
  poll.state === "ready" && !isLeftOut(poll) && !wasMadeLive(poll);

const budgetOf = (item: ItemPayload): number => budget_ms(item) / MINUTE_MS;

/** Whole minutes that are left of the live step; negative when it runs over. */
const leftOf = (item: ItemPayload, now_ms: number): number =>
  Math.trunc((budget_ms(item) - spent_ms(item, now_ms)) / MINUTE_MS);

const counted = (minutes: number): string => `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
