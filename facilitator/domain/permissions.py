"""Who may do what: one readable table. What is not in it is refused."""

from dataclasses import dataclass
from typing import Literal

from facilitator.domain.errors import NotAllowed

Role = Literal["participant", "moderator", "stage", "speaker", "organiser"]

HOSTS: frozenset[Role] = frozenset({"moderator", "organiser"})
PEOPLE: frozenset[Role] = frozenset({"participant"})
OWNER: frozenset[Role] = frozenset({"organiser"})

MAY: dict[str, frozenset[Role]] = {
    "respond": PEOPLE,
    "send_post": PEOPLE,
    "edit_post": PEOPLE,
    "withdraw_post": PEOPLE,
    "support_post": PEOPLE,
    "give_points": PEOPLE,
    "send_comment": PEOPLE,
    "withdraw_comment": PEOPLE,
    "pair_factor": PEOPLE,
    "join_post": PEOPLE,
    "leave_post": PEOPLE,
    "agree_contact": PEOPLE,
    "ask_question": PEOPLE,
    "withdraw_question": PEOPLE,
    "upvote_question": PEOPLE,
    "make_commitment": PEOPLE,
    "edit_commitment": PEOPLE,
    "withdraw_commitment": PEOPLE,
    "hide_commitment": HOSTS,
    "open_questions": HOSTS,
    "close_questions": HOSTS,
    "review_question": HOSTS,
    "pin_question": HOSTS,
    "answer_question": HOSTS,
    "open_doors": HOSTS,
    "start_session": HOSTS,
    "end_session": HOSTS,
    "lock_doors": HOSTS,
    "set_stage": HOSTS,
    "send_message": HOSTS,
    "go_to_item": HOSTS,
    "skip_item": HOSTS,
    "add_minutes": HOSTS,
    "open_poll": HOSTS,
    "close_poll": HOSTS,
    "reopen_poll": HOSTS,
    "show_results": HOSTS,
    "hide_quote": HOSTS,
    "publish_groups": HOSTS,
    "show_groups": HOSTS,
    "set_chatham": HOSTS,
    "start_pulse": HOSTS,
    "repeat_poll": HOSTS,
    "count_hands": HOSTS,
    "reset_poll": HOSTS,
    "restore_poll": HOSTS,
    "open_form": HOSTS,
    "close_form": HOSTS,
    "leave_out_poll": HOSTS,
    "put_back_poll": HOSTS,
    "merge_term": HOSTS,
    "hide_term": HOSTS,
    "open_board": HOSTS,
    "close_board": HOSTS,
    "reveal_board": HOSTS,
    "review_post": HOSTS,
    "pin_post": HOSTS,
    "move_post": HOSTS,
    "set_pair": HOSTS,
    "count_turn": HOSTS,
    "add_cluster": HOSTS,
    "rename_cluster": HOSTS,
    "merge_clusters": HOSTS,
    "dissolve_cluster": HOSTS,
    "restore_cluster": HOSTS,
    "group_posts": HOSTS,
    "merge_posts": HOSTS,
    "split_posts": HOSTS,
    "set_voting": HOSTS,
    "review_comment": HOSTS,
    "see_results": HOSTS,
    "export": HOSTS,
    "edit_session": OWNER,
    "add_item": OWNER,
    "edit_item": OWNER,
    "move_item": OWNER,
    "remove_item": OWNER,
    "add_poll": OWNER,
    "edit_poll": OWNER,
    "move_poll": OWNER,
    "remove_poll": OWNER,
    "add_board": OWNER,
    "edit_board": OWNER,
    "remove_board": OWNER,
    "manage_links": OWNER,
    "delete_session": OWNER,
}


def participant_key(participant_id: int) -> str:
    """What a participant is called in records."""
    return f"p{participant_id}"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody who acts in one session. `key` names them in records; it says nothing to people."""

    role: Role
    session_id: int
    key: str
    name: str = ""
    participant_id: int | None = None

    def need(self, act: str) -> None:
        """Refuse with NotAllowed unless the table allows this role the act."""
        if self.role not in MAY.get(act, frozenset()):
            raise NotAllowed
