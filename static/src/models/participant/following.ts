/**
 * What one phone shows: it follows the host, but nobody who is busy is ever moved.
 *
 * A thing to do is a question or a board of ideas; its key is "poll:12" or "board:3". The questions of a
 * form stand on one page, "form:5"; everything else is a page of its own. Where a step has nothing to do,
 * the step itself is shown ("step:5"), and before the first step the lobby.
 */
import type { ItemPayload } from "../../generated/contract";
import type { SessionModel } from "../session.ts";

/** One question or board that has been opened, a whole page of questions, or what asks for a commitment. */
export interface Task {
  key: string;
  kind: "poll" | "board" | "form" | "commitment";
  id: number;
  /** The page that it stands on. */
  page: string;
  itemId: number;
  title: string;
  isOpen: boolean;
  /** The person has answered; a board is never finished. */
  isAnswered: boolean;
  /** Its results, or the others' ideas, can be seen on this phone. */
  hasResults: boolean;
  /** What was sent was refused, for instance because it came too late. */
  isRefused: boolean;
}

/** What there is to see at one moment. */
export interface Scene {
  /** The present step, or null before the first. */
  itemId: number | null;
  /** Everything that was opened, in the order of the agenda. */
  tasks: readonly Task[];
}

/** What is shown, and what is offered in a bar to somebody who is busy. */
export interface Place {
  shown: string;
  offered: string | null;
}

export const LOBBY = "lobby";
const ON_ITS_WAY = new Set(["sending", "saved", "not_sent"]);

/** Everything that was opened so far, and where the host is. Reads signals. */
export function sceneOf(model: SessionModel): Scene {
  const tasks = model.agenda().flatMap((item) => tasksOf(model, item));
  // Hosts may open questions of the first step while people wait in the lobby.
  const early = tasks.find((task) => task.isOpen)?.itemId ?? null;
  return { itemId: model.currentItem()?.id ?? early, tasks };
}

function tasksOf(model: SessionModel, item: ItemPayload): Task[] {
  const found: Task[] = [];
  for (const id of item.poll_ids) {
    const poll = model.poll(id);
    if (!poll || poll.state === "ready") continue;
    const { state } = model.answerStatus(id);
    const key = `poll:${id}`;
    found.push({
      ...{ key, kind: "poll", id, itemId: item.id, title: poll.title },
      page: item.is_form && !poll.is_pulse ? `form:${item.id}` : key,
      isOpen: poll.state === "open",
      isAnswered: ON_ITS_WAY.has(state),
      isRefused: state === "refused",
      hasResults: poll.results !== null,
    });
  }
  for (const id of item.board_ids) {
    const board = model.board(id);
    if (!board || board.state === "ready") continue;
    const key = `board:${id}`;
    found.push({
      ...{ key, kind: "board", id, itemId: item.id, title: board.title, page: key },
      isOpen: board.state === "open",
      isAnswered: false,
      isRefused: false,
      hasResults: board.is_revealed,
    });
  }
  if (item.kind === "commitments" && wasReached(item)) {
    found.push(commitmentTask(model, item));
  }
  return found;
}

/** Whether the session has come to a step, also when a host went back before its end. */
const wasReached = ({ state, spent_ms }: ItemPayload): boolean =>
  state === "live" || state === "done" || (state === "ahead" && spent_ms > 0);

/** A step that asks for commitments stays open from its beginning to the end of the session. */
function commitmentTask(model: SessionModel, item: ItemPayload): Task {
  const key = `commitment:${item.id}`;
  return {
    ...{ key, kind: "commitment", id: item.id, itemId: item.id, title: item.title, page: key },
    isOpen: model.session()?.state === "live",
    isAnswered: Object.keys(model.me()?.commitments ?? {}).length > 0,
    isRefused: false,
    hasResults: false,
  };
}

/** The pages that these things stand on: a form is one, open while any of its questions is. */
export function pagesOf(model: SessionModel, tasks: readonly Task[]): Task[] {
  const pages = new Map<string, Task>();
  for (const task of tasks) {
    const known = pages.get(task.page);
    if (task.page === task.key) pages.set(task.key, task);
    else pages.set(task.page, known ? joined(known, task) : asForm(model, task));
  }
  return [...pages.values()];
}

function asForm(model: SessionModel, task: Task): Task {
  const title = model.agenda().find((item) => item.id === task.itemId)?.title ?? task.title;
  return { ...task, key: task.page, kind: "form", id: task.itemId, title };
}

function joined(form: Task, task: Task): Task {
  return {
    ...form,
    isOpen: form.isOpen || task.isOpen,
    isAnswered: form.isAnswered && (task.isAnswered || !task.isOpen),
    hasResults: form.hasResults || task.hasResults,
    isRefused: form.isRefused || task.isRefused,
  };
}

/** What somebody sees who comes in now: the first thing to do, else what was done last. */
export function arrive(scene: Scene): Place {
  const here = scene.tasks.filter((task) => task.itemId === scene.itemId);
  const open = here.filter((task) => task.isOpen);
  const task = open.find((each) => !each.isAnswered) ?? open.at(-1) ?? here.at(-1);
  return { shown: task?.page ?? stepKey(scene), offered: null };
}

/** What is shown after a change. Somebody busy stays, and is offered what is new. */
export function follow(place: Place, before: Scene, now: Scene, isBusy: boolean): Place {
  const target = newest(before, now);
  const shown = now.tasks.filter((task) => task.page === place.shown);
  const isGone = shown.length === 0 && place.shown !== stepKey(now);
  if (target === null || target === place.shown) {
    return isGone ? arrive(now) : { shown: place.shown, offered: stillOffered(place, now) };
  }
  const isUnfinished = shown.some(
    (task) => task.isOpen && task.itemId === now.itemId && !task.isAnswered,
  );
  if (isBusy || isUnfinished) return { shown: place.shown, offered: target };
  return { shown: target, offered: null };
}

/** Where a change leads, or null when nothing new began. */
function newest(before: Scene, now: Scene): string | null {
  if (now.itemId !== before.itemId) return arrive(now).shown;
  const wasOpen = new Set(before.tasks.filter((task) => task.isOpen).map((task) => task.key));
  const fresh = now.tasks.find((task) => {
    return task.itemId === now.itemId && task.isOpen && !wasOpen.has(task.key);
  });
  return fresh?.page ?? null;
}

function stillOffered(place: Place, now: Scene): string | null {
  if (place.offered === null || place.offered === place.shown) return null;
  if (place.offered === stepKey(now)) return place.offered;
  return now.tasks.some((task) => task.page === place.offered && task.isOpen)
    ? place.offered
    : null;
}

function stepKey(scene: Scene): string {
  return scene.itemId === null ? LOBBY : `step:${scene.itemId}`;
}

/**
 * What else there is: the rest of this step first, then what is still open in other steps. A refusal
 * that the reader has `seen` is no news any more once the host has gone on.
 */
export function alsoHere(
  scene: Scene,
  shown: string,
  seen: ReadonlySet<string> = new Set(),
): readonly Task[] {
  const isHere = (task: Task) => task.itemId === scene.itemId;
  const others = scene.tasks.filter((task) => task.page !== shown);
  const isNews = (task: Task) => task.isRefused && !seen.has(task.key);
  return [
    ...others.filter((task) => isHere(task) && (task.isOpen || task.isRefused || task.hasResults)),
    ...others.filter((task) => !isHere(task) && (task.isOpen || isNews(task))),
  ];
}

/** What to offer after an answer: the next open thing of the list that is not answered yet. */
export function nextTask(scene: Scene, shown: string): Task | null {
  const at = scene.tasks.findIndex((task) => task.page === shown);
  const isLeft = (task: Task) =>
    task.isOpen && !task.isAnswered && task.kind === "poll" && task.page !== shown;
  return scene.tasks.slice(at + 1).find(isLeft) ?? scene.tasks.find(isLeft) ?? null;
}
