"""The organisations at each idea, as everybody sees them."""

from collections.abc import Mapping

from facilitator.domain.sessions import Session
from facilitator.presenters.joins import join_payload
from facilitator.presenters.payloads import Audience, JoinPayload, PostPayload
from facilitator.storage import joins
from facilitator.storage.database import Work

Joined = dict[Audience, dict[str, list[JoinPayload] | None]]


def joined(
    work: Work, session: Session, posts: Mapping[Audience, Mapping[str, PostPayload | None]], *, is_change: bool
) -> Joined:
    """The joins of those ideas that an audience sees. An idea without any is absent, or null in a change."""
    ids = {int(post_id) for seen in posts.values() for post_id, payload in seen.items() if payload is not None}
    found = joins.of_posts(work, ids)
    payloads = {
        str(post_id): [join_payload(join, is_chatham=session.is_chatham) for join in there]
        for post_id, there in found.items()
    }
    return {
        audience: {
            post_id: payloads.get(post_id) if payload is not None else None
            for post_id, payload in seen.items()
            if is_change or (payload is not None and post_id in payloads)
        }
        for audience, seen in posts.items()
    }
