"""Commands that come in crowds: what a batch of them needs is read once, before the first is checked.

They are prepared together, whichever of them it is: a room that answers, supports and votes at the same time
is one crowd.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from facilitator.domain.permissions import participant_key
from facilitator.services.commands.base import Command
from facilitator.services.commands.boards import SupportPost
from facilitator.services.commands.points import GivePoints
from facilitator.services.commands.polls import Respond
from facilitator.services.commands.questions import UpvoteQuestion
from facilitator.services.orders import Order
from facilitator.services.tickets import ParticipantTicket, Ticket
from facilitator.storage import boards, callers, points, polls, questions, records
from facilitator.storage.database import Work
from facilitator.storage.people import Holder

Call = tuple[Ticket, Order]
Prepare = Callable[[Work, Sequence[Call]], None]
C = TypeVar("C", bound=Command)


def prepare(work: Work, calls: Sequence[Call]) -> None:
    """Who calls, in which sessions, what they sent before, and what it is about."""
    hashes = {ticket.ticket_hash for ticket, _ in calls if isinstance(ticket, ParticipantTicket)}
    met = callers.meet(work, hashes)
    keys = {
        (participant_key(met[ticket.ticket_hash].id), op_id)
        for ticket, order in calls
        if isinstance(ticket, ParticipantTicket) and ticket.ticket_hash in met
        for op_id in (order.op_id, *order.instead_of)
    }
    records.recall_ops(work, keys)
    polls.meet(work, {answer.poll_id for answer in _those(calls, Respond)})
    _prepare_ideas(work, calls, met)
    questions.recall(work, {upvote.question_id for upvote in _those(calls, UpvoteQuestion)})


def _prepare_ideas(work: Work, calls: Sequence[Call], met: Mapping[str, Holder]) -> None:
    """The ideas, the support that is there, and the points that those who give some gave on their boards."""
    boards.recall_posts(work, {support.post_id for support in _those(calls, SupportPost)})
    board_ids = boards.meet_posts(work, {given.post_id for given in _those(calls, GivePoints)})
    givers = {
        met[ticket.ticket_hash].id
        for ticket, order in calls
        if isinstance(order.command, GivePoints)
        if isinstance(ticket, ParticipantTicket) and ticket.ticket_hash in met
    }
    points.recall(work, {(board_id, person) for board_id in board_ids for person in givers})


def _those(calls: Sequence[Call], kind: type[C]) -> list[C]:
    return [order.command for _, order in calls if isinstance(order.command, kind)]


CROWDS: Final[Mapping[str, Prepare]] = dict.fromkeys(
    ("respond", "support_post", "upvote_question", "give_points"), prepare
)
"""The commands that are carried out together, by name."""
