/** The buttons of what people answer: voting, ideas, and who sees what came of it. */
import type { BoardTopic, PollTopic } from "../../generated/contract";
import type { Act } from "./acts.ts";
import type { Button } from "./buttons.ts";
import type { Activity } from "./scene.ts";

/** The buttons of a question or a board. */
export function activityButtons(activity: Activity): Button[] {
  return activity.kind === "poll" ? pollButtons(activity.poll) : boardButtons(activity.board);
}

function pollButtons(poll: PollTopic): Button[] {
  const args = { poll_id: poll.id, version: poll.version ?? 0 };
  if (poll.state === "ready") {
    const act: Act = { name: "open_poll", args };
    const off = poll.left_out_minutes === undefined ? null : "This question was left out.";
    const tone = off === null ? { tone: "primary" as const } : {};
    return [{ id: "close", says: "Open voting", act, off, key: "open", ...tone }];
  }
  const swing: Button =
    poll.state === "open"
      ? {
          id: "close",
          says: "Close voting",
          act: { name: "close_poll", args },
          off: null,
          key: "close",
          tone: "primary",
        }
      : {
          id: "close",
          says: "Reopen voting",
          act: { name: "reopen_poll", args },
          off: null,
          key: "close",
        };
  return [swing, showButton(poll, "stage"), showButton(poll, "phones"), ...groupButtons(poll)];
}

function showButton(poll: PollTopic, to: "stage" | "phones"): Button {
  const isOn = (to === "stage" ? poll.is_on_stage : poll.is_on_phones) ?? false;
  const where = to === "stage" ? "big screen" : "phones";
  const args = { poll_id: poll.id, version: poll.version ?? 0, to, shown: !isOn };
  return {
    id: to,
    says: isOn ? `Hide results from ${where}` : `Show results on ${where}`,
    act: { name: "show_results", args },
    off: null,
    key: to === "stage" ? "results" : "phones",
  };
}

/** Results by group: made once from a closed question, then shown like other results. */
function groupButtons(poll: PollTopic): Button[] {
  const args = { poll_id: poll.id, version: poll.version ?? 0 };
  if (poll.may_have_groups) {
    const act: Act = { name: "publish_groups", args };
    return [{ id: "groups", says: "Make results by group, once and for all", act, off: null }];
  }
  if (!poll.groups) return [];
  const show = (to: "stage" | "phones", isOn: boolean): Button => {
    const where = to === "stage" ? "big screen" : "phones";
    const says = isOn ? `Hide groups from ${where}` : `Show groups on ${where}`;
    const act: Act = { name: "show_groups", args: { ...args, to, shown: !isOn } };
    const off = isOn || poll.state === "closed" ? null : "Close voting first.";
    return { id: `groups-${to}`, says, act, off };
  };
  return [
    show("stage", poll.are_groups_on_stage ?? false),
    show("phones", poll.are_groups_on_phones ?? false),
  ];
}

function boardButtons(board: BoardTopic): Button[] {
  const args = { board_id: board.id, version: board.version ?? 0 };
  const open: Act = { name: "open_board", args };
  if (board.state === "ready") {
    return [
      { id: "close", says: "Open for ideas", act: open, off: null, key: "open", tone: "primary" },
    ];
  }
  const swing: Button =
    board.state === "open"
      ? {
          id: "close",
          says: "Stop taking ideas",
          act: { name: "close_board", args },
          off: null,
          key: "close",
        }
      : { id: "close", says: "Take ideas again", act: open, off: null, key: "close" };
  const reveal: Button = {
    id: "stage",
    says: board.is_revealed ? "Back to silent writing" : "Reveal ideas to everybody",
    act: { name: "reveal_board", args: { ...args, revealed: !board.is_revealed } },
    off: null,
    key: "results",
  };
  const vote: Button = {
    id: "vote",
    says: board.is_voting ? "End the voting" : "Let people give points",
    act: { name: "set_voting", args: { ...args, voting: !board.is_voting } },
    off: null,
  };
  if (board.is_voting) return [{ ...vote, tone: "primary" }, swing];
  return board.is_revealed ? [swing, reveal, vote] : [swing, { ...reveal, tone: "primary" }];
}
