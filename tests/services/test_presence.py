"""Who is here: people are counted once, whoever is silent is forgotten, and a crowd that leaves costs no search."""

import pytest

from facilitator.domain.permissions import Actor, Role
from facilitator.services.presence import FORGET_AFTER_S, GONE_AFTER_S, HTTP_SEEN_FOR_S, Presence
from tests.effort import effort


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def presence(clock: Clock) -> Presence:
    return Presence(clock=clock)


def somebody(key: str, *, role: Role = "participant", session_id: int = 1, name: str = "") -> Actor:
    return Actor(role=role, session_id=session_id, key=key, name=name)


def test_somebody_with_a_phone_and_a_laptop_is_one_person(presence: Presence) -> None:
    presence.enter("phone", somebody("elena"))
    presence.enter("laptop", somebody("elena"))
    presence.enter("tablet", somebody("giorgos"))
    assert presence.participants(1) == 2
    assert presence.sids_of(somebody("elena")) == ["phone", "laptop"]
    presence.leave("phone")
    assert presence.participants(1) == 2
    presence.leave("laptop")
    assert presence.participants(1) == 1


def test_who_is_in_another_session_is_not_counted(presence: Presence) -> None:
    presence.enter("here", somebody("elena"))
    presence.enter("there", somebody("giorgos", session_id=2))
    assert (presence.participants(1), presence.participants(2), presence.participants(3)) == (1, 1, 0)
    assert presence.audiences(1) == {"participant"}
    assert presence.audiences(3) == set()


def test_the_room_says_who_steers_what_is_shown_and_what_is_unsent(presence: Presence, clock: Clock) -> None:
    presence.enter("maria", somebody("l1", role="moderator", name="Maria"))
    presence.enter("stage", somebody("l2", role="stage"))
    presence.enter("ines", somebody("l3", role="speaker", name="Ines"))
    presence.enter("elena", somebody("elena"))
    presence.seen_over_http(somebody("giorgos"))
    presence.report("elena", 2)
    presence.echo("stage", "Barriers")
    clock.now += 3
    assert presence.room(1, 5) == {
        "now_ms": 5,
        "participants": 2,
        "over_http": 1,
        "unsent": 1,
        "trouble": 0,
        "moderators": ["Maria"],
        "speakers": ["Ines"],
        "stages": [{"showing": "Barriers", "seen_ms_ago": 3000}],
        "voices": [],
    }
    assert presence.audiences(1) == {"participant", "stage", "moderator"}


def test_who_left_for_long_is_in_trouble_until_they_come_back_or_are_forgotten(
    presence: Presence, clock: Clock
) -> None:
    presence.enter("phone", somebody("elena"))
    presence.enter("tablet", somebody("giorgos"))
    presence.leave("phone")
    presence.leave("tablet")
    clock.now += GONE_AFTER_S + 1
    assert presence.room(1, 0)["trouble"] == 2
    presence.enter("phone-again", somebody("elena"))
    assert presence.room(1, 0)["trouble"] == 1
    clock.now += FORGET_AFTER_S
    assert presence.room(1, 0)["trouble"] == 0


def test_who_asks_no_more_over_http_is_no_longer_counted_also_when_no_host_looks(
    presence: Presence, clock: Clock
) -> None:
    presence.seen_over_http(somebody("elena"))
    assert presence.participants(1) == 1
    clock.now += HTTP_SEEN_FOR_S
    presence.seen_over_http(somebody("giorgos"))
    assert presence.participants(1) == 2
    clock.now += 1
    assert presence.participants(1) == 1
    assert len(presence.seats) == 1


def test_an_organiser_who_asks_in_two_sessions_is_seen_in_both(presence: Presence) -> None:
    presence.seen_over_http(somebody("o1", role="organiser", name="Olena"))
    presence.seen_over_http(somebody("o1", role="organiser", session_id=2, name="Olena"))
    assert presence.room(1, 0)["moderators"] == ["Olena"]
    assert presence.room(2, 0)["moderators"] == ["Olena"]


def test_nothing_is_kept_of_a_session_that_everybody_left_long_ago(presence: Presence, clock: Clock) -> None:
    presence.enter("phone", somebody("elena"))
    presence.leave("phone")
    clock.now += FORGET_AFTER_S
    assert presence.participants(1) == 0
    assert presence == Presence(clock=clock, _lock=presence._lock)  # noqa: SLF001  what is kept is the point


def test_coming_counting_and_going_cost_the_same_in_a_small_and_in_a_full_hall(clock: Clock) -> None:
    def cost(here: int) -> int:
        presence = Presence(clock=clock)
        for number in range(here):
            presence.enter(f"sid-{number}", somebody(f"person-{number}"))
        newcomer = somebody("newcomer")

        def come_and_go() -> None:
            presence.sids_of(newcomer)
            presence.enter("newcomer", newcomer)
            presence.participants(1)
            presence.audiences(1)
            presence.leave("newcomer")

        return effort(come_and_go)

    assert cost(1000) == cost(10)
