/** When buttons are off: without a connection, after the end, or while an act is on its way. */
import type { Connection } from "../session";
import { commentOf } from "./ideas.ts";
import type { Scene } from "./scene.ts";
import { offlineWords } from "./words.ts";

/** The version that a thing will have once an act came back, and until when it is waited for. */
export interface Awaited {
  version: number;
  until_ms: number;
}

/** Why no button works, in words; null when they do. */
export function whyOff(connection: Connection, scene: Scene | null): string | null {
  const offline = offlineWords(connection);
  if (offline) return offline;
  if (!scene) return "Connecting to the session.";
  if (scene.session.state === "ended") return "The session is over.";
  return null;
}

/** The version of a thing ("session", "poll:12", "board:3", "post:7", "question:8"); null when it is not there. */
export function versionOf(scene: Scene | null, target: string): number | null {
  if (!scene) return null;
  const id = Number(target.slice(target.indexOf(":") + 1));
  if (target === "session") return scene.session.version;
  if (target.startsWith("poll:")) return scene.polls.get(id)?.version ?? null;
  if (target.startsWith("board:")) return scene.boards.get(id)?.version ?? null;
  if (target.startsWith("comment:")) return commentOf(scene, id)?.version ?? null;
  if (target.startsWith("question:")) {
    return scene.questions.find((one) => one.id === id)?.version ?? null;
  }
  return scene.posts.find((post) => post.id === id)?.version ?? null;
}

/**
 * True while an act was sent and what is on the screen is still from before it: a second press would
 * act on something the moderator no longer sees.
 */
export function isOnItsWay(
  awaited: Awaited | undefined,
  shownVersion: number | null,
  now_ms: number,
): boolean {
  if (!awaited || shownVersion === null) return false;
  return now_ms < awaited.until_ms && shownVersion < awaited.version;
}
