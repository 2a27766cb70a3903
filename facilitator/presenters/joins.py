"""Organisations at ideas, for each audience."""

from collections.abc import Sequence

from facilitator.domain.joins import Join, Partner
from facilitator.presenters.payloads import JoinPayload, OwnJoin


def join_payload(join: Join, *, is_chatham: bool) -> JoinPayload:
    """An organisation as everybody sees it; never how to reach it."""
    return {
        "id": join.id,
        "side": join.side,
        "organisation": None if is_chatham else join.organisation,
        "country": None if is_chatham else join.country,
    }


def own_join(join: Join, others: Sequence[Partner]) -> OwnJoin:
    """An own join; a partner's contact is in it once both sides agreed."""
    return {
        "id": join.id,
        "side": join.side,
        "organisation": join.organisation,
        "country": join.country,
        "contact": join.contact,
        "partners": [
            {
                "join_id": partner.join.id,
                "organisation": partner.join.organisation,
                "country": partner.join.country,
                "have_i_agreed": partner.have_i_agreed,
                "have_they_agreed": partner.have_they_agreed,
                "contact": partner.contact,
            }
            for partner in others
        ],
    }
