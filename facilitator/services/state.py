"""What a browser holds: a whole snapshot, or what changed since a revision, for each audience."""

from collections.abc import Callable, Collection

from facilitator.domain.base import ms
from facilitator.domain.errors import NotFound
from facilitator.domain.permissions import Actor, Role
from facilitator.domain.sessions import Session
from facilitator.presenters import nouns
from facilitator.presenters.payloads import Audience, Me, PostPayload, State, Topic
from facilitator.storage import boards, polls, records, sessions
from facilitator.storage.database import Work

AUDIENCES: dict[Role, Audience] = {
    "participant": "participant",
    "stage": "stage",
    "moderator": "moderator",
    "organiser": "moderator",
}


def read_state(work: Work, actor: Actor, since: int | None) -> State:
    """A snapshot, or the changes after `since`, with the actor's own things."""
    state = shared_state(work, actor.session_id, (AUDIENCES[actor.role],), since)[AUDIENCES[actor.role]]
    if actor.participant_id is not None:
        state["me"] = read_me(work, actor.participant_id)
    return state


def shared_state(
    work: Work, session_id: int, audiences: Collection[Audience], since: int | None
) -> dict[Audience, State]:
    """What everybody of an audience holds, for several audiences from one read."""
    session = sessions.find(work, session_id)
    if session is None:
        raise NotFound
    if since is not None and since > session.rev:
        since = None
    topics = _topics(work, session, audiences, since)
    posts = _posts(work, session, audiences, since)
    return {
        audience: {
            "rev": session.rev,
            "since": since,
            "now_ms": ms(work.now) or 0,
            "topics": topics[audience],
            "posts": posts[audience],
            "me": None,
        }
        for audience in audiences
    }


def read_me(work: Work, participant_id: int) -> Me:
    """Everything that belongs to one participant."""
    return {
        "responses": {
            str(poll_id): nouns.own_answer(saved) for poll_id, saved in polls.own_responses(work, participant_id)
        },
        "posts": {str(post.id): nouns.own_post(post) for post in boards.own_posts(work, participant_id)},
        "supports": {str(post_id): True for post_id in boards.own_supports(work, participant_id)},
    }


Topics = dict[Audience, dict[str, Topic | None]]
Posts = dict[Audience, dict[str, PostPayload | None]]


def _topics(work: Work, session: Session, audiences: Collection[Audience], since: int | None) -> Topics:
    changed = None if since is None else set(records.topics_since(work, session.id, since))
    found: Topics = {audience: {} for audience in audiences}

    def put(name: str, render: Callable[[Audience], Topic | None]) -> None:
        for audience in audiences:
            topic = render(audience)
            if topic is not None or since is not None:
                found[audience][name] = topic

    if changed is None or "session" in changed:
        put("session", lambda audience: nouns.session_topic(session, audience))
    if changed is None or "agenda" in changed:
        put("agenda", _agenda(work, session))
    if changed is None or "acts" in changed:
        acts = nouns.acts_topic(records.latest_acts(work, session.id))
        for audience in found:
            if audience == "moderator":
                found[audience]["acts"] = acts
    _put_polls(work, session, _ids(changed, "poll:"), put)
    _put_boards(work, session, _ids(changed, "board:"), put)
    return found


Put = Callable[[str, Callable[[Audience], Topic | None]], None]


def _agenda(work: Work, session: Session) -> Callable[[Audience], Topic]:
    items = sessions.agenda(work, session.id)
    owned_polls, owned_boards = polls.list_of(work, session.id), boards.list_of(work, session.id)
    return lambda audience: nouns.agenda_topic(session, items, owned_polls, owned_boards, audience)


def _put_polls(work: Work, session: Session, ids: set[int] | None, put: Put) -> None:
    if ids == set():
        return
    found = polls.list_of(work, session.id, ids)
    tallies = polls.tallies(work, [poll.id for poll in found])
    for poll in found:
        put(f"poll:{poll.id}", lambda audience, poll=poll: nouns.poll_topic(poll, tallies[poll.id], audience))  # type: ignore[misc]
    for gone in (ids or set()).difference(poll.id for poll in found):
        put(f"poll:{gone}", lambda _: None)


def _put_boards(work: Work, session: Session, ids: set[int] | None, put: Put) -> None:
    if ids == set():
        return
    found = boards.list_of(work, session.id, ids)
    counts = boards.counts(work, [board.id for board in found])
    for board in found:
        put(
            f"board:{board.id}",
            lambda audience, board=board: nouns.board_topic(  # type: ignore[misc]
                board, ideas=counts[board.id].ideas, waiting=counts[board.id].waiting, audience=audience
            ),
        )
    for gone in (ids or set()).difference(board.id for board in found):
        put(f"board:{gone}", lambda _: None)


def _posts(work: Work, session: Session, audiences: Collection[Audience], since: int | None) -> Posts:
    """Ideas; one that others have never seen is not even mentioned to them."""
    by_id = {board.id: board for board in boards.list_of(work, session.id)}
    found: Posts = {audience: {} for audience in audiences}
    for post, support in boards.posts_since(work, session.id, -1 if since is None else since):
        for audience in audiences:
            payload = nouns.post_payload(post, support, by_id[post.board_id], audience)
            has_seen = post.was_shown or audience == "moderator"
            if payload is not None or (since is not None and has_seen):
                found[audience][str(post.id)] = payload
    return found


def _ids(changed: set[str] | None, prefix: str) -> set[int] | None:
    """The ids behind changed topics of one kind; None when all are wanted."""
    if changed is None:
        return None
    return {int(topic.removeprefix(prefix)) for topic in changed if topic.startswith(prefix)}
