"""Commands that come in crowds: what a batch of them needs is read once, before the first is checked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from facilitator.domain.permissions import participant_key
from facilitator.services.commands.boards import SupportPost
from facilitator.services.commands.points import GivePoints
from facilitator.services.commands.polls import Respond
from facilitator.services.commands.questions import UpvoteQuestion
from facilitator.services.orders import Order
from facilitator.services.tickets import ParticipantTicket, Ticket
from facilitator.storage import boards, people, points, polls, questions, records, sessions
from facilitator.storage.database import Work

Call = tuple[Ticket, Order]
Prepare = Callable[[Work, Sequence[Call]], None]


def prepare_answers(work: Work, calls: Sequence[Call]) -> None:
    """Who calls, in which sessions, and what they sent before."""
    hashes = {ticket.ticket_hash for ticket, _ in calls if isinstance(ticket, ParticipantTicket)}
    callers = people.meet_holders(work, hashes)
    keys = {
        (participant_key(callers[ticket.ticket_hash].id), op_id)
        for ticket, order in calls
        if isinstance(ticket, ParticipantTicket) and ticket.ticket_hash in callers
        for op_id in (order.op_id, *order.instead_of)
    }
    records.recall_ops(work, keys)
    sessions.meet(work, {person.session_id for person in callers.values()})
    polls.meet(work, {order.command.poll_id for _, order in calls if isinstance(order.command, Respond)})


def prepare_supports(work: Work, calls: Sequence[Call]) -> None:
    """The same, with the ideas and the support that is there."""
    prepare_answers(work, calls)
    post_ids = {order.command.post_id for _, order in calls if isinstance(order.command, SupportPost)}
    boards.recall_posts(work, post_ids)


def prepare_upvotes(work: Work, calls: Sequence[Call]) -> None:
    """The same, with the questions to speakers and who wants them answered already."""
    prepare_answers(work, calls)
    ids = {order.command.question_id for _, order in calls if isinstance(order.command, UpvoteQuestion)}
    questions.recall(work, ids)


def prepare_points(work: Work, calls: Sequence[Call]) -> None:
    """The same, with the ideas and the points that the callers gave on their boards."""
    prepare_answers(work, calls)
    hashes = {ticket.ticket_hash for ticket, _ in calls if isinstance(ticket, ParticipantTicket)}
    callers = people.meet_holders(work, hashes)
    wanted = {order.command.post_id for _, order in calls if isinstance(order.command, GivePoints)}
    board_ids = boards.meet_posts(work, wanted)
    points.recall(work, {(board_id, person.id) for board_id in board_ids for person in callers.values()})


CROWDS: Final[Mapping[str, Prepare]] = {
    "respond": prepare_answers,
    "support_post": prepare_supports,
    "upvote_question": prepare_upvotes,
    "give_points": prepare_points,
}
"""The commands that are carried out together, by name."""
