/** On narrow windows the control room shows one part at a time. */
import type { Queue } from "./queue.ts";
import type { Scene } from "./scene.ts";

export type TabName = "now" | "run" | "ideas" | "asked" | "room";

export interface Tab {
  name: TabName;
  says: string;
}

/** The parts to choose from; how many ideas wait stands in the name. */
export function tabsOf(scene: Scene, queue: Queue): Tab[] {
  const waiting = scene.posts.filter((post) => post.state === "waiting").length;
  const asked = scene.questions.filter((question) => question.state === "waiting").length;
  const waits = Math.max(waiting, queue.held.length);
  const ideas: Tab = { name: "ideas", says: waits > 0 ? `Ideas (${waits})` : "Ideas" };
  return [
    { name: "now", says: "Now" },
    { name: "run", says: "Steps" },
    ...(scene.boards.size > 0 ? [ideas] : []),
    { name: "asked", says: asked > 0 ? `Asked (${asked})` : "Asked" },
    { name: "room", says: "Room" },
  ];
}

const REGIONS: Record<string, TabName> = {
  "region--run": "run",
  "region--next": "now",
  "region--live": "now",
  "region--ideas": "ideas",
  "region--asked": "asked",
  "region--sort": "ideas",
  "region--pairs": "ideas",
  "region--matches": "ideas",
  "region--room": "room",
};

/** The part that a region stands in, by its classes; null for the bar, which is always there. */
export function tabOfRegion(classes: readonly string[]): TabName | null {
  return classes.map((name) => REGIONS[name]).find((tab) => tab !== undefined) ?? null;
}

/** The place one step on, not past either end. */
export function neighbour(place: number, step: 1 | -1, count: number): number {
  return Math.min(count - 1, Math.max(0, place + step));
}
