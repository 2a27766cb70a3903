/** Says aloud what became of answers and ideas, wherever in the session the reader is by then. */
import { effect } from "@preact/signals-core";
import type { SendStatus, SessionModel } from "../session.ts";
import { answerSays, ideaSays, type Said } from "../status.ts";
import type { Scene } from "./following.ts";
import type { IdeaBook } from "./ideas.ts";

interface Watched {
  key: string;
  says: (status: SendStatus) => Said;
}

function watched(model: SessionModel, scene: Scene, book: IdeaBook): Watched[] {
  return scene.tasks.flatMap((task) => {
    if (task.kind === "poll") {
      return [{ key: task.key, says: (status) => answerSays(status, model.outbox.isKept) }];
    }
    if (task.kind !== "board") return [];
    const needsApproval = model.board(task.id)?.needs_approval ?? true;
    const says = (status: SendStatus) => ideaSays(status, needsApproval);
    const changed = model.ownPosts(task.id).map((post) => `post:${post.id}`);
    const shown = model.posts(task.id).map((post) => post.id);
    const supported = shown.flatMap((id) => [`support:${id}`, `points:${id}`]);
    const commented = shown.map((id) => `comment:${id}`);
    return [
      ...book.keys(task.id).map((key) => ({ key, says })),
      ...changed.map((key) => ({ key, says: changeSays })),
      ...supported.map((key) => ({ key, says: supportSays })),
      ...commented.map((key) => ({
        key,
        says: (status: SendStatus) => commentSays(status, needsApproval),
      })),
    ];
  });
}

function changeSays(status: SendStatus): Said {
  const said = ideaSays(status, true);
  if (status.state !== "saved") return said;
  const isEdited = status.args !== undefined && "text" in status.args;
  return { ...said, announce: isEdited ? "Idea changed." : "Idea withdrawn." };
}

/** The button says by itself that it is pressed; only trouble needs words. */
function supportSays(status: SendStatus): Said {
  const said = ideaSays(status, true);
  return status.state === "refused" ? said : { ...said, announce: null };
}

function commentSays(status: SendStatus, needsApproval: boolean): Said {
  const said = ideaSays(status, needsApproval);
  if (status.state !== "saved") return said;
  const sent = "Comment sent.";
  return { ...said, announce: needsApproval ? `${sent} The host reviews comments first.` : sent };
}

/** Read every status, so that whoever listens hears of each change. */
export function readSends(model: SessionModel, scene: Scene, book: IdeaBook): void {
  for (const { key } of watched(model, scene, book)) model.outbox.status(key).value;
}

/** Tell every change of a status, once; the first sight of one is no change. The result stops it. */
export function watchSends(
  model: SessionModel,
  scene: () => Scene,
  book: IdeaBook,
  tell: (words: string, isUrgent: boolean) => void,
): () => void {
  const known = new Map<string, Watched["says"]>();
  const seen = new Map<string, SendStatus["state"]>();
  return effect(() => {
    // What is gone by now, such as a withdrawn idea, still has its last word to say.
    for (const { key, says } of watched(model, scene(), book)) known.set(key, says);
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
