"""What a browser holds: a whole snapshot, or what changed since a revision, for each audience."""

from collections.abc import Callable, Collection
from typing import Final, cast

from facilitator.domain.base import ms
from facilitator.domain.errors import NotFound
from facilitator.domain.permissions import Actor, Role
from facilitator.domain.sessions import Session
from facilitator.presenters.boards import own_comment, own_post, post_payload
from facilitator.presenters.commitments import own_commitment
from facilitator.presenters.payloads import Audience, Me, PostPayload, QuestionPayload, State
from facilitator.presenters.polls import own_answer
from facilitator.presenters.questions import own_question, question_payload
from facilitator.services.joined import joined
from facilitator.services.joins import own_joins
from facilitator.services.topics import topics_of
from facilitator.storage import boards, comments, commitments, pairs, people, points, polls, sessions
from facilitator.storage import questions as storage
from facilitator.storage.database import Work

AUDIENCES: dict[Role, Audience] = {
    "participant": "participant",
    "stage": "stage",
    "speaker": "stage",
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
    topics = topics_of(work, session, audiences, since)
    posts = _posts(work, session, audiences, since)
    questions = _questions(work, session, audiences, since)
    joins = joined(work, session, posts, is_change=since is not None)
    return {
        audience: {
            "rev": session.rev,
            "since": since,
            "now_ms": ms(work.now) or 0,
            "topics": topics[audience],
            "posts": posts[audience],
            "questions": questions[audience],
            "joins": joins[audience],
            "me": None,
        }
        for audience in audiences
    }


def read_me(work: Work, participant_id: int) -> Me:
    """Everything that belongs to one participant. What they have left nothing of is not asked for."""
    left = people.tables_of(work, participant_id)
    own = {kind: read(work, participant_id) if table in left else {} for kind, (table, read) in OWN.items()}
    return cast("Me", own)


OWN: Final[dict[str, tuple[str, Callable[[Work, int], object]]]] = {
    "responses": (
        "response",
        lambda work, who: {str(poll_id): own_answer(saved) for poll_id, saved in polls.own_responses(work, who)},
    ),
    "posts": ("post", lambda work, who: {str(post.id): own_post(post) for post in boards.own_posts(work, who)}),
    "supports": ("support", lambda work, who: {str(post_id): True for post_id in boards.own_supports(work, who)}),
    "questions": (
        "question",
        lambda work, who: {str(asked.id): own_question(asked) for asked in storage.own(work, who)},
    ),
    "upvotes": ("upvote", lambda work, who: {str(asked_id): True for asked_id in storage.own_upvotes(work, who)}),
    "pairs": ("pair", pairs.own),
    "joins": ("join", own_joins),
    "points": (
        "points",
        lambda work, who: {str(post_id): given for post_id, given in points.own(work, who).items()},
    ),
    "comments": (
        "comment",
        lambda work, who: {str(each.id): own_comment(each) for each in comments.own(work, who)},
    ),
    "commitments": (
        "commitment",
        lambda work, who: {
            str(made.id): own_commitment(made, has_email=has_email) for made, has_email in commitments.own(work, who)
        },
    ),
}
"""What can belong to a person, by its key in `Me`: the table that it is kept in, and how it is read."""


Questions = dict[Audience, dict[str, QuestionPayload | None]]
Posts = dict[Audience, dict[str, PostPayload | None]]


def _posts(work: Work, session: Session, audiences: Collection[Audience], since: int | None) -> Posts:
    """Ideas; one that others have never seen is not even mentioned to them."""
    found: Posts = {audience: {} for audience in audiences}
    posts = boards.standings_since(work, session.id, -1 if since is None else since)
    by_id = {board.id: board for board in boards.list_of(work, session.id)} if posts else {}
    for standing in posts:
        post = standing.post
        for audience in audiences:
            payload = post_payload(standing, by_id[post.board_id], audience)
            has_seen = post.was_shown or audience == "moderator"
            if payload is not None or (since is not None and has_seen):
                found[audience][str(post.id)] = payload
    return found


def _questions(work: Work, session: Session, audiences: Collection[Audience], since: int | None) -> Questions:
    """Questions to the speakers, by the same rule."""
    found: Questions = {audience: {} for audience in audiences}
    for question, votes in storage.since(work, session.id, -1 if since is None else since):
        for audience in audiences:
            payload = question_payload(question, votes, audience)
            has_seen = question.was_shown or audience == "moderator"
            if payload is not None or (since is not None and has_seen):
                found[audience][str(question.id)] = payload
    return found
