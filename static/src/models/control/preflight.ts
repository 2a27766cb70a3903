/** What is good to have before the session starts, each line in words. */
import type { Room } from "../../generated/contract";
import type { Scene } from "./scene.ts";
import { stageReport } from "./stage.ts";
import { counted } from "./words.ts";

/** One line of the list; "wait" never stops anybody from starting. */
export interface Check {
  id: string;
  state: "ready" | "wait";
  says: string;
}

/** The list for the time before the start; without word from the room, nothing about people. */
export function preflight(scene: Scene, room: Room | null, now_ms: number): Check[] {
  const isOpen = scene.session.state !== "draft";
  const stage = stageReport(room, now_ms);
  return [
    stepsCheck(scene),
    check("doors", isOpen, "The doors are open.", "The doors are shut. Nobody can join yet."),
    check(
      "stage",
      stage.state === "well",
      stage.says,
      `${stage.says} Open the stage link on the projector or in the shared window.`,
    ),
    ...(room ? peopleChecks(room) : []),
  ];
}

function peopleChecks(room: Room): Check[] {
  const people = room.participants;
  const hosts = room.moderators.length;
  return [
    check(
      "phone",
      people > 0,
      `${counted(people, "person is", "people are")} in the lobby.`,
      "Nobody has joined. Try it with your own phone.",
    ),
    check("host", hosts > 1, `${counted(hosts, "host")} connected.`, "You are the only host here."),
  ];
}

function stepsCheck(scene: Scene): Check {
  const minutes = scene.items.reduce((sum, item) => sum + item.minutes + item.added_minutes, 0);
  const says = `${counted(scene.items.length, "step")}, ${counted(minutes, "minute")}.`;
  return check(
    "steps",
    scene.items.length > 0,
    says,
    "There are no steps. Add one in the builder.",
  );
}

function check(id: string, isReady: boolean, yes: string, no: string): Check {
  return { id, state: isReady ? "ready" : "wait", says: isReady ? yes : no };
}
