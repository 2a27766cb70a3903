"""The only ways from an id or a ticket to a thing: loaded with permission, or refused.

The session always comes from the actor, never from what was sent, so a thing of another session is
simply not found.
"""

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.boards import Board, Post
from facilitator.domain.errors import LinkRevoked, NotFound, TicketUnknown
from facilitator.domain.people import Organiser
from facilitator.domain.permissions import Actor, participant_key
from facilitator.domain.polls.poll import Poll
from facilitator.domain.questions import Question
from facilitator.domain.sessions import Course, Session
from facilitator.services.tickets import LinkTicket, OrganiserTicket, ParticipantTicket, Ticket
from facilitator.storage import boards, people, polls, questions, sessions
from facilitator.storage.database import Work


def access_actor(work: Work, ticket: Ticket) -> Actor:
    """Who holds the ticket, now. Raises TicketUnknown or LinkRevoked."""
    match ticket:
        case ParticipantTicket(ticket_hash):
            return _participant(work, ticket_hash)
        case LinkTicket(link_id):
            return _link(work, link_id)
        case OrganiserTicket():
            return _organiser(work, ticket)


def access_session(work: Work, actor: Actor) -> Session:
    """The actor's session. Raises NotFound when it was erased."""
    session = sessions.find(work, actor.session_id)
    if session is None:
        raise NotFound
    return session


def access_course(work: Work, actor: Actor) -> Session | Course:
    """How far the actor's session is, for commands that come in crowds. Raises NotFound when it was erased."""
    course = sessions.find_course(work, actor.session_id)
    if course is None:
        raise NotFound
    return course


def access_owned_session(work: Work, organiser_id: int, public_id: str) -> Session:
    """An organiser's own session by its public id."""
    session = sessions.find_by_public_id(work, public_id)
    if session is None or session.owner_id != organiser_id:
        raise NotFound
    return session


def find_signed_in(work: Work, organiser_id: object, epoch: object) -> Organiser | None:
    """The organiser that a cookie claims, unless that sign-in was ended."""
    organiser = people.find_organiser(work, organiser_id) if isinstance(organiser_id, int) else None
    return organiser if organiser is not None and organiser.sign_in_epoch == epoch else None


def access_item(work: Work, actor: Actor, item_id: int) -> AgendaItem:
    """A step of the actor's session."""
    items = {item.id: item for item in sessions.agenda(work, actor.session_id)}
    if item_id not in items:
        raise NotFound
    return items[item_id]


def access_poll(work: Work, actor: Actor, poll_id: int) -> Poll:
    """A poll of the actor's session."""
    poll = polls.find(work, actor.session_id, poll_id)
    if poll is None:
        raise NotFound
    return poll


def access_board(work: Work, actor: Actor, board_id: int) -> Board:
    """A board of the actor's session."""
    board = boards.find(work, actor.session_id, board_id)
    if board is None:
        raise NotFound
    return board


def access_post(work: Work, actor: Actor, post_id: int) -> Post:
    """An idea of the actor's session, whoever wrote it."""
    post = boards.find_post(work, actor.session_id, post_id)
    if post is None:
        raise NotFound
    return post


def access_own_post(work: Work, actor: Actor, post_id: int) -> Post:
    """An idea that the actor wrote; other people's are not found."""
    post = access_post(work, actor, post_id)
    if post.participant_id is None or post.participant_id != actor.participant_id:
        raise NotFound
    return post


def access_question(work: Work, actor: Actor, question_id: int) -> Question:
    """A question to a speaker of the actor's session, whoever asked it."""
    question = questions.find(work, actor.session_id, question_id)
    if question is None:
        raise NotFound
    return question


def access_own_question(work: Work, actor: Actor, question_id: int) -> Question:
    """A question that the actor asked; other people's are not found."""
    question = access_question(work, actor, question_id)
    if question.participant_id is None or question.participant_id != actor.participant_id:
        raise NotFound
    question.need_here()
    return question


def _participant(work: Work, ticket_hash: str) -> Actor:
    person = people.find_holder(work, ticket_hash)
    if person is None:
        raise TicketUnknown
    return Actor(
        role="participant", session_id=person.session_id, key=participant_key(person.id), participant_id=person.id
    )


def _link(work: Work, link_id: int) -> Actor:
    link = people.find_link(work, link_id)
    if link is None:
        raise TicketUnknown
    if link.revoked_at is not None:
        raise LinkRevoked
    session = sessions.find(work, link.session_id)
    name = link.name if session is None or link.role == "stage" else session.called(link.name)
    return Actor(role=link.role, session_id=link.session_id, key=f"l{link.id}", name=name)


def _organiser(work: Work, ticket: OrganiserTicket) -> Actor:
    organiser = find_signed_in(work, ticket.organiser_id, ticket.epoch)
    session = sessions.find(work, ticket.session_id)
    if organiser is None:
        raise TicketUnknown
    if session is None or session.owner_id != organiser.id:
        raise NotFound
    return Actor(role="organiser", session_id=session.id, key=f"o{organiser.id}", name=session.called(organiser.name))
