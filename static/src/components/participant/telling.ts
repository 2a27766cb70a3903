import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../lib/announce";
import type { Follower } from "../../models/participant/follower";
import { pagesOf, type Task } from "../../models/participant/following";
import type { SessionModel } from "../../models/session";
import { bannerSays } from "../../models/status";
import { focusHeading } from "./heading";

const NEWS = {
  poll: "New question",
  form: "New questions",
  board: "Ideas",
  commitment: "Commitments",
} as const;

/** What the bar says, by what has begun. */
export function offerWords(task: Task | null): string {
  if (task === null) return "The session has moved on";
  if (task.kind === "form") return "New questions are open";
  if (task.kind === "commitment") return "You can make a commitment";
  return task.kind === "poll" ? "A new question is open" : "The board for ideas is open";
}

/** Run with the old and the new value whenever it changes, but not for the first one. */
export function useChange<T>(value: T, run: (before: T, now: T) => void): void {
  const known = useRef<{ value: T } | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = { value };
    if (before !== null && before.value !== value) run(before.value, value);
  }, [value]);
}

function useMoves(model: SessionModel, follower: Follower): void {
  const place = follower.place.value;
  const tasks = pagesOf(model, follower.scene.value.tasks);
  const find = (key: string | null): Task | null => tasks.find((task) => task.key === key) ?? null;
  useChange(place?.shown, (before, now) => {
    if (before === undefined || now === undefined) return;
    const task = find(now);
    const step = model.currentItem()?.title;
    focusHeading();
    if (follower.wasAsked) return;
    if (task) announce(`${NEWS[task.kind]}: ${task.title}`);
    else if (step) announce(`Now: ${step}`);
  });
  useChange(place?.offered ?? null, (_, offered) => {
    if (offered !== null) announce(`${offerWords(find(offered))}.`);
  });
}

function useVoting(model: SessionModel, follower: Follower): void {
  const shown = follower.place.value?.shown;
  const tasks = pagesOf(model, follower.scene.value.tasks);
  const task = tasks.find((one) => one.key === shown && one.kind !== "board") ?? null;
  useChange(task && `${task.key} ${task.isOpen}`, (before, now) => {
    if (before?.split(" ")[0] !== now?.split(" ")[0] || task === null) return;
    if (task.isOpen) announce("Voting is open again.");
    else if (!task.hasResults) {
      announce("Voting is closed. Results come when the host shows them.");
    }
  });
}

/** Says aloud what the host and the connection do: each thing once, politely. */
export function useTold(model: SessionModel, follower: Follower, isNewcomer: boolean): void {
  const session = model.session();
  useMoves(model, follower);
  useVoting(model, follower);
  useChange(session !== null, () => {
    announce(`You have joined ${session?.title}.`);
    if (isNewcomer) focusHeading();
  });
  useChange(session?.state, (before, now) => {
    if (now === "ended" && before !== undefined) announce("The session has ended.");
  });
  useChange(session?.message?.at_ms, () => {
    if (session?.message) announce(`From the host: ${session.message.text}`);
  });
  useChange(model.banner.value, (_, now) => {
    if (model.bye.peek() === null) announce(bannerSays(now) ?? "Connected again.");
  });
}
