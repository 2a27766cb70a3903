"""Sessions as a whole: made from a definition, given back as one, erased."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board, Column
from facilitator.domain.codes import new_code, new_token
from facilitator.domain.definition import (
    AxisDefinition,
    BoardDefinition,
    ColumnDefinition,
    Fact,
    GroupDefinition,
    ItemDefinition,
    OptionDefinition,
    PollDefinition,
    Reference,
    SessionDefinition,
)
from facilitator.domain.polls.poll import Option, Poll
from facilitator.domain.sessions import Group, Session
from facilitator.services.access import access_owned_session
from facilitator.services.proposals import propose_pairs, proposed_pairs
from facilitator.services.topics.hints import forget_all
from facilitator.storage import boards, polls, sessions
from facilitator.storage.database import Work


def create(
    work: Work, definition: SessionDefinition, *, owner_id: int | None, start: datetime | None, keep_days: int
) -> Session:
    """A new draft session from a definition, planned for `start` or the definition's own time, or now."""
    planned = start or definition.start or work.now
    session = Session(
        public_id=new_token(),
        code=_free_code(work),
        owner_id=owner_id,
        title=definition.title,
        organiser_name=definition.organiser,
        description=definition.description,
        language=definition.language,
        timezone=definition.timezone,
        planned_start_at=planned,
        delete_on=(planned + timedelta(days=keep_days)).date(),
        created_at=work.now,
        references=[reference.model_dump() for reference in definition.references],
        facts=[fact.model_dump() for fact in definition.facts],
        label_sets={name: list(labels) for name, labels in definition.label_sets.items()},
        groups=[Group(position=n, key=g.key, title=g.title) for n, g in enumerate(definition.groups)],
        takes_questions=definition.takes_questions,
        reviews_questions=definition.reviews_questions,
        least_group=definition.least_group,
        is_chatham=definition.is_chatham,
    )
    sessions.put(work, session)
    for position, item in enumerate(definition.agenda):
        add_item(work, session, item, position)
    propose_pairs(work, session, definition)
    return session


def add_item(work: Work, session: Session, definition: ItemDefinition, position: int) -> AgendaItem:
    """A new step with the polls and boards that it owns."""
    item = AgendaItem(
        session_id=session.id,
        position=position,
        kind=definition.kind,
        title=definition.title,
        minutes=definition.minutes,
        instruction=definition.instruction,
        notes=definition.notes,
        opens_own=definition.opens_own,
        closes_own=definition.closes_own,
        is_form=definition.is_form,
    )
    sessions.put_item(work, item)
    for place, poll in enumerate(definition.polls):
        add_poll(work, session, item.id, poll, place)
    for place, board in enumerate(definition.boards):
        add_board(work, session, item.id, board, place)
    return item


def add_poll(work: Work, session: Session, item_id: int, definition: PollDefinition, position: int) -> Poll:
    """A new question of a step."""
    poll = Poll(
        session_id=session.id,
        item_id=item_id,
        position=position,
        kind=definition.kind,
        title=definition.title,
        help=definition.help,
        min_choices=definition.min_choices,
        max_choices=definition.max_choices,
        has_other=definition.has_other,
        label_set=definition.labels,
        labels=list(session.label_sets.get(definition.labels or "", [])),
        not_applicable=definition.not_applicable,
        max_length=definition.max_length,
        budget=definition.budget,
        axes=[axis.model_dump() for axis in definition.axes],
        options=[Option(position=n, text=o.text, type=o.type) for n, o in enumerate(definition.options)],
    )
    polls.put(work, poll)
    return poll


def add_board(work: Work, session: Session, item_id: int, definition: BoardDefinition, position: int) -> Board:
    """A new board of a step."""
    board = Board(
        session_id=session.id,
        item_id=item_id,
        position=position,
        title=definition.title,
        help=definition.help,
        needs_approval=definition.needs_approval,
        takes_joins=definition.takes_joins,
        takes_comments=definition.takes_comments,
        budget=definition.budget,
        columns=[Column(position=n, title=c.title, type=c.type) for n, c in enumerate(definition.columns)],
    )
    boards.put(work, board)
    return board


def definition_of(work: Work, session: Session) -> SessionDefinition:
    """The session as a definition: what an organiser can edit, and nothing that people said."""
    all_polls, all_boards = polls.list_of(work, session.id), boards.list_of(work, session.id)
    return SessionDefinition(
        format=1,
        title=session.title,
        organiser=session.organiser_name,
        description=session.description,
        language=session.language,
        timezone=session.timezone,
        start=session.planned_start_at,
        groups=[GroupDefinition(key=group.key, title=group.title) for group in session.groups],
        references=[Reference.model_validate(reference) for reference in session.references],
        facts=[Fact.model_validate(fact) for fact in session.facts],
        label_sets=session.label_sets,
        takes_questions=session.takes_questions,
        reviews_questions=session.reviews_questions,
        least_group=session.least_group,
        is_chatham=session.is_chatham,
        agenda=[
            definition_of_item(
                item,
                [poll for poll in all_polls if poll.item_id == item.id and not poll.was_made_live],
                [board for board in all_boards if board.item_id == item.id],
            )
            for item in sessions.agenda(work, session.id)
        ],
        pairs=proposed_pairs(work, session, all_polls),
    )


def definition_of_item(item: AgendaItem, owned_polls: Sequence[Poll], owned_boards: Sequence[Board]) -> ItemDefinition:
    """A step with what it owns, as a definition."""
    return ItemDefinition(
        kind=item.kind,
        title=item.title,
        minutes=item.minutes,
        instruction=item.instruction,
        notes=item.notes,
        opens_own=item.opens_own,
        closes_own=item.closes_own,
        is_form=item.is_form,
        polls=[definition_of_poll(poll) for poll in owned_polls],
        boards=[definition_of_board(board) for board in owned_boards],
    )


def definition_of_poll(poll: Poll) -> PollDefinition:
    """A question as a definition."""
    return PollDefinition(
        kind=poll.kind,
        title=poll.title,
        help=poll.help,
        options=[OptionDefinition(text=option.text, type=option.type) for option in poll.options],
        min_choices=poll.min_choices,
        max_choices=poll.max_choices,
        has_other=poll.has_other,
        labels=poll.label_set,
        not_applicable=poll.not_applicable,
        max_length=poll.max_length,
        budget=poll.budget,
        axes=[AxisDefinition.model_validate(axis) for axis in poll.axes],
    )


def definition_of_board(board: Board) -> BoardDefinition:
    """A board as a definition."""
    return BoardDefinition(
        title=board.title,
        help=board.help,
        needs_approval=board.needs_approval,
        takes_joins=board.takes_joins,
        takes_comments=board.takes_comments,
        budget=board.budget,
        columns=[ColumnDefinition(title=column.title, type=column.type) for column in board.columns],
    )


def erase(work: Work, organiser_id: int, public_id: str) -> None:
    """Delete an own session with everything in it."""
    sessions.erase(work, access_owned_session(work, organiser_id, public_id).id)
    forget_all()


def _free_code(work: Work) -> str:
    code = new_code()
    while sessions.find_by_code(work, code) is not None:
        code = new_code()
    return code
