/** Acts in words: who was first, and what was done lately. */
import type { ActPayload, Nack } from "../../generated/contract";
import { STAGE_SAYS } from "./stage.ts";
import { ago } from "./words.ts";

/** What an act is called: to somebody who was overtaken by it, and in the log. */
const ACTS: Record<string, readonly [verb: string, logged: string]> = {
  open_doors: ["opened the doors", "Opened the doors"],
  start_session: ["started the session", "Started the session"],
  end_session: ["ended the session", "Ended the session"],
  lock_doors: ["locked the doors", "Locked the doors"],
  unlock_doors: ["unlocked the doors", "Unlocked the doors"],
  set_stage: ["changed the big screen", "Big screen"],
  send_message: ["changed the note", "Changed the note"],
  go_to_item: ["launched a step", "Launched"],
  skip_item: ["skipped a step or took it in again", "Skipped or took in"],
  add_minutes: ["changed the minutes of a step", "Changed minutes"],
  open_poll: ["opened this", "Opened voting"],
  close_poll: ["closed this", "Closed voting"],
  reopen_poll: ["reopened this", "Reopened voting"],
  publish_groups: ["made the results by group of this", "Made results by group"],
  show_groups: ["showed the groups of this", "Showed groups"],
  hide_groups: ["hid the groups of this", "Hid groups"],
  start_chatham: ["turned Chatham House mode on", "Chatham House mode on"],
  stop_chatham: ["turned Chatham House mode off", "Chatham House mode off"],
  set_pair: ["put these together", "Put a factor and a barrier together"],
  take_pair: ["took these apart", "Took a pair apart"],
  count_turn: ["counted that somebody spoke", "Counted a turn"],
  take_turn_back: ["took a turn back", "Took a turn back"],
  show_results: ["showed these results", "Showed results"],
  hide_results: ["hid these results", "Hid results"],
  hide_term: ["hid or showed a word here", "Hid or showed a word"],
  merge_term: ["put words together here", "Put words together or apart"],
  hide_quote: ["hid or showed an answer here", "Hid or showed an answer"],
  start_pulse: ["started a pulse", "Pulse"],
  repeat_poll: ["made a second round of this", "Made a second round"],
  count_hands: ["noted hands here", "Noted hands"],
  reset_poll: ["started this again", "Started again"],
  restore_poll: ["brought the answers back", "Brought answers back"],
  open_form: ["opened the form", "Opened the form"],
  close_form: ["closed the form", "Closed the form"],
  leave_out_poll: ["left this out", "Left out"],
  put_back_poll: ["took this in again", "Taken in again"],
  open_board: ["opened this", "Opened the board"],
  close_board: ["closed this", "Closed the board"],
  reveal_board: ["revealed the ideas", "Revealed the ideas"],
  cover_board: ["went back to silent writing", "Back to silent writing"],
  approved_post: ["approved this idea", "Approved an idea"],
  declined_post: ["declined this idea", "Declined an idea"],
  hidden_post: ["hid this idea", "Hid an idea"],
  waiting_post: ["put this idea back into the queue", "Put an idea back into the queue"],
  pin_post: ["pinned or unpinned this idea", "Pinned or unpinned an idea"],
  move_post: ["moved this idea", "Moved an idea"],
  hide_commitment: ["hid a commitment", "Hid a commitment"],
  show_commitment: ["showed a commitment again", "Showed a commitment again"],
  open_questions: ["opened questions to the speakers", "Opened questions to the speakers"],
  close_questions: ["closed questions to the speakers", "Closed questions to the speakers"],
  approved_question: ["approved this question", "Approved a question"],
  declined_question: ["declined this question", "Declined a question"],
  hidden_question: ["hid this question", "Hid a question"],
  waiting_question: ["put this question back into the queue", "Put a question back into the queue"],
  pin_question: ["pinned or unpinned this question", "Pinned or unpinned a question"],
  answer_question: ["marked this question as answered or open", "Marked a question"],
  add_cluster: ["made a cluster here", "Made a cluster"],
  rename_cluster: ["renamed a cluster here", "Renamed a cluster"],
  merge_clusters: ["merged two clusters here", "Merged clusters"],
  dissolve_cluster: ["dissolved a cluster here", "Dissolved a cluster"],
  restore_cluster: ["brought a cluster back here", "Brought a cluster back"],
  merge_posts: ["merged ideas here", "Merged ideas"],
  split_posts: ["took merged ideas apart here", "Took merged ideas apart"],
  start_voting: ["let people give points here", "Let people give points"],
  stop_voting: ["ended the voting here", "Ended the voting"],
  approved_comment: ["approved this comment", "Approved a comment"],
  declined_comment: ["declined this comment", "Declined a comment"],
  hidden_comment: ["hid this comment", "Hid a comment"],
  waiting_comment: ["put this comment back into the queue", "Put a comment back into the queue"],
  group_posts: ["sorted ideas here", "Sorted ideas"],
  make_link: ["made a link", "Made a link"],
  revoke_link: ["revoked a link", "Revoked a link"],
};

/** Why an act did not happen: for "overtaken" who was first and when, else the server's sentence. */
export function refusedWords(nack: Nack, now_ms: number): string {
  const { by, act, at_ms } = nack.details;
  if (nack.code !== "overtaken" || typeof by !== "string" || !by) return nack.message;
  const verb = ACTS[String(act)]?.[0] ?? "changed this";
  const when = typeof at_ms === "number" ? ` ${ago(Math.max(0, now_ms - at_ms))}` : "";
  return `${by} ${verb}${when}. Nothing was changed by you.`;
}

/** One line of the log: "Opened voting: Barriers". Of the big screen it says what it showed. */
export function logWords(line: ActPayload): string {
  if (line.act === "set_stage" && line.what in STAGE_SAYS) {
    return STAGE_SAYS[line.what as keyof typeof STAGE_SAYS].replace(/\.$/, "");
  }
  const act = ACTS[line.act]?.[1] ?? line.act.replaceAll("_", " ");
  return line.what ? `${act}: ${line.what}` : act;
}

/** The last act of anybody: "Last: Opened voting: Barriers, by Maria 2 minutes ago". */
export function lastWords(line: ActPayload | undefined, now_ms: number): string {
  if (!line) return "";
  return `Last: ${logWords(line)}, by ${line.by} ${ago(Math.max(0, now_ms - line.at_ms))}`;
}
