/** Which button a key presses, for the scene as it is. */
import type { PostPayload } from "../../generated/contract";
import { activityButtons } from "./activity.ts";
import { type Button, barButtons, launchButton } from "./buttons.ts";
import { catchUpButtons } from "./catch_up.ts";
import { reviewButtons } from "./ideas.ts";
import type { KeyAct } from "./keys.ts";
import { formButtons } from "./round_buttons.ts";
import { activitiesNow, currentItem, inHand, isToOpen, type Scene } from "./scene.ts";

/** What a key acts on, beside the scene. */
export interface Hand {
  /** The key of the activity that the moderator chose, or null. */
  chosen: string | null;
  /** The idea that A and X act on, or null. */
  post: PostPayload | null;
  /** Server time, for what depends on how late it is. */
  now_ms: number;
}

/** The button that a key presses; null when there is none now. */
export function buttonFor(key: KeyAct, scene: Scene, hand: Hand): Button | null {
  switch (key) {
    case "launch":
      return launchButton(scene);
    case "blank":
    case "join":
      return barButtons(scene).find((button) => button.id === key) ?? null;
    case "approve":
    case "decline":
      return hand.post && (reviewButtons(hand.post).find((button) => button.id === key) ?? null);
    case "accept":
      return catchUpButtons(scene, hand.now_ms)[0] ?? null;
    case "open":
      return openButton(scene);
    case "close":
      return handButton(scene, hand.chosen, "close");
    case "results":
      return handButton(scene, hand.chosen, "stage");
    case "phones":
      return handButton(scene, hand.chosen, "phones");
    default:
      return null;
  }
}

/** The buttons that open all that is ready in this step; empty unless there are at least two. */
export function openAllButtons(scene: Scene): Button[] {
  if (formButtons(scene, currentItem(scene)).length > 0) return [];
  const ready = activitiesNow(scene).filter(isToOpen);
  return ready.length < 2 ? [] : ready.flatMap((activity) => activityButtons(activity).slice(0, 1));
}

/** Why nothing happened, for a key that presses nothing. */
export function nothingWords(key: KeyAct): string {
  if (key === "approve" || key === "decline") return "No idea waits.";
  if (key === "accept") return "There is nothing to catch up on.";
  if (key === "open") return "Everything in this step was opened. C reopens what is in hand.";
  if (key === "close" || key === "results" || key === "phones") {
    return "There is nothing in this step that this key can change now.";
  }
  return "That cannot be done now.";
}

function openButton(scene: Scene): Button | null {
  const ready = activitiesNow(scene).find(isToOpen);
  return (ready && activityButtons(ready)[0]) ?? null;
}

function handButton(scene: Scene, chosen: string | null, id: string): Button | null {
  const activity = inHand(scene, chosen);
  return (activity && activityButtons(activity).find((button) => button.id === id)) ?? null;
}
