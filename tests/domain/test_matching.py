"""Who could work with whom: reasons that anybody can check."""

from datetime import UTC, datetime

from facilitator.domain.joins import Handshake, Join, JoinSide, partners
from facilitator.domain.matching import Idea, Org, asks_alone, matches, to_discuss

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def org(name: str, side: JoinSide, country: str | None = None, group_id: int | None = None) -> Org:
    return Org(join_id=0, name=name, side=side, country=country, group_id=group_id)


def idea(
    post_id: int, text: str, kind: str, *orgs: Org, weight: int = 0, points: int = 0, language: str = "en"
) -> Idea:
    words = {"post_id": post_id, "text": text, "language": language, "type": kind}
    return Idea(**words, weight=weight, points=points, orgs=orgs)  # type: ignore[arg-type]


MENTORS = idea(
    1,
    "Mentors for women in small companies",
    "offer",
    org("Ceramica", "offer", "IT", 1),
    org("Praca dla wszystkich", "want", "PL", 2),
    org("Neighbours", "want", "IT", 1),
)


def test_across_countries_and_groups_comes_first() -> None:
    found = matches([MENTORS], 9)
    assert [(each.offer_org, each.want_org, each.countries, each.is_across_groups) for each in found] == [
        ("Ceramica", "Praca dla wszystkich", ("IT", "PL"), True),
        ("Ceramica", "Neighbours", (), False),
    ]


def test_an_offer_and_an_ask_that_use_the_same_words_are_suggested() -> None:
    ask = idea(2, "Who has mentors that small companies can borrow?", "ask")
    far = idea(3, "Who lends rooms?", "ask")
    (found,) = matches([idea(1, MENTORS.text, "offer"), ask, far], 9)
    assert (found.offer.post_id, found.want.post_id, found.shared_words) == (1, 2, ("companies", "mentors", "small"))


def test_words_of_two_languages_are_not_compared() -> None:
    ask = idea(2, "Mentors for women in small companies", "ask", language="de")
    assert matches([idea(1, MENTORS.text, "offer"), ask], 9) == []


def test_nobody_is_matched_with_themselves_and_only_so_many_are_told() -> None:
    twice = idea(1, "x", "offer", org("Ceramica", "offer"), org("CERAMICA", "want"))
    assert matches([twice], 9) == []
    assert len(matches([MENTORS], 1)) == 1


def test_asks_stay_alone_until_somebody_offers() -> None:
    alone = idea(5, "Childcare at night", "ask", org("Clinic", "want"), weight=2)
    more = idea(6, "Trainers", "ask", weight=7)
    met = idea(7, "Rooms", "ask", org("Town", "offer"))
    assert [each.post_id for each in asks_alone([alone, more, met, MENTORS])] == [6, 5]


def test_three_are_discussed_and_what_nobody_stands_behind_is_not() -> None:
    ideas = [idea(n, "x", "idea", weight=n) for n in range(5)]
    assert [each.post_id for each in to_discuss(ideas)] == [4, 3, 2]


def test_points_weigh_more_than_support_in_what_is_discussed() -> None:
    ideas = [
        idea(1, "x", "idea", weight=9),
        idea(2, "x", "idea", points=4),
        idea(3, "x", "idea", points=4, weight=2),
    ]
    assert [each.post_id for each in to_discuss(ideas)] == [3, 2, 1]


def a_join(number: int, side: JoinSide, contact: str) -> Join:
    return Join(
        id=number,
        session_id=1,
        post_id=1,
        participant_id=number,
        side=side,
        organisation=f"Org {number}",
        contact=contact,
        sent_at=NOON,
        receipt="R",
    )


def test_a_contact_is_there_once_both_sides_agreed_and_gone_when_one_no_longer_does() -> None:
    offer, want = a_join(1, "offer", "offer@example.org"), a_join(2, "want", "want@example.org")
    shake = Handshake(offer_id=1, want_id=2)

    def seen(own: Join, other: Join) -> str | None:
        (partner,) = partners(own, [other, own], [shake])
        return partner.contact

    shake.agree("offer", NOON)
    assert (seen(offer, want), seen(want, offer)) == (None, None)
    shake.agree("want", NOON)
    assert (seen(offer, want), seen(want, offer)) == ("want@example.org", "offer@example.org")
    shake.agree("offer", None)
    assert (seen(offer, want), seen(want, offer)) == (None, None)
