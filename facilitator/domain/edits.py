"""What may still be edited once people could answer: words are corrected, choices added, nothing taken away."""

from collections.abc import Collection, Sequence
from datetime import date

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.definition import PollDefinition
from facilitator.domain.errors import NotLive, SessionEnded, StillInUse
from facilitator.domain.polls.poll import Poll
from facilitator.domain.sessions import Session

ENDED = "The session has ended. Nothing was changed. Texts can be corrected, but the agenda stays as it was."
BEGUN = "This step has begun. Nothing was changed. Its texts can be corrected, but it cannot be removed."
OPEN = "This question is open. Nothing was changed. Its texts can be corrected, but nothing can be taken away."


def need_room_to_edit(session: Session) -> None:
    """Refuse to add, move or remove anything once the session is over."""
    if session.state == "ended":
        raise SessionEnded(ENDED)


def need_untouched(item: AgendaItem) -> None:
    """Refuse to remove a step that people have been through."""
    if item.state in {"live", "done"} or item.spent_ms:
        raise StillInUse(BEGUN)


def need_removable(poll: Poll, *, has_traces: bool) -> None:
    """Refuse to remove a question that is open, or in which people left something."""
    if has_traces:
        raise StillInUse
    if poll.state == "open":
        raise StillInUse(OPEN)


def need_only_wider(poll: Poll, wanted: PollDefinition, kept_option_ids: Collection[int]) -> None:
    """Refuse an edit after which an answer that could be given before could no longer be given."""
    narrower = (
        wanted.kind != poll.kind,
        not {option.id for option in poll.options}.issubset(kept_option_ids),
        poll.has_other and not wanted.has_other,
        poll.not_applicable is not None and wanted.not_applicable is None,
        wanted.labels != poll.label_set,
        wanted.min_choices > poll.min_choices,
        wanted.max_choices < poll.max_choices,
        wanted.max_length < poll.max_length,
        wanted.budget < poll.budget,
    )
    if any(narrower):
        raise StillInUse


def need_same_steps(poll: Poll, labels: Sequence[str]) -> None:
    """Refuse another number of steps for a scale that people could answer: a step is known by its number."""
    if len(labels) != len(poll.labels):
        raise StillInUse


def need_earlier(session: Session, delete_on: date, joined: int) -> None:
    """Refuse to keep a session longer than people were told when they joined."""
    if joined and delete_on > session.delete_on:
        raise StillInUse("People have joined and were told the date. It can be earlier, but no later. Nothing changed.")


def need_before_start(session: Session) -> None:
    """Refuse to plan a session anew that has begun."""
    if session.started_at is not None:
        raise NotLive("The session has begun, so its planned start stays. Nothing was changed.")
