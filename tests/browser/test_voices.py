"""Who is being heard, in the control room: by group, in words, and counted with two keys."""

from datetime import timedelta

from playwright.sync_api import expect
from sqlalchemy import select

from facilitator.domain.turns import Turn
from facilitator.storage import sessions
from facilitator.storage.database import Work
from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.cast import MARIA, Person

SIZES = {"trade-union": 6, "employment-service": 6, "training-provider": 3, "large-employer": 2}
"""Two groups that may be told of, and two that are too small, of five people together."""


def a_while_ago(meeting: Meeting) -> None:
    """The session began longer ago than a group may be silent."""

    def earlier(work: Work) -> None:
        session = sessions.find(work, meeting.gathering.session_id)
        assert session is not None
        assert session.started_at is not None
        session.started_at -= timedelta(minutes=session.silent_after_minutes + 1)

    meeting.gathering.write(earlier)


def turns(meeting: Meeting) -> int:
    """How many turns are counted."""
    mine = select(Turn).where(Turn.session_id == meeting.gathering.session_id)
    return len(meeting.gathering.read(lambda work: work.orm.scalars(mine).all()))


def test_silent_groups_are_named_until_a_turn_is_counted_and_small_ones_are_not_told_of(
    house: House, devices: Devices
) -> None:
    people = [Person(name=f"{group} {n}", group=group) for group, size in SIZES.items() for n in range(size)]
    meeting = house.live(*people)
    a_while_ago(meeting)
    host = devices.laptop()
    host.open(meeting.link(MARIA))
    heard, hint = host.page.locator(".voices li"), host.room.locator(".banner")
    expect(heard).to_have_text(["Trade union not heard yet", "Employment service not heard yet"])
    expect(hint).to_have_text(
        "Not heard for a while: Trade union and Employment service. Ask them what they see differently."
    )
    host.page.keyboard.press("t")
    expect(host.page.get_by_role("button", name="Somebody spoke…")).to_have_attribute("aria-expanded", "true")
    host.page.keyboard.press("1")
    expect(host.told).to_contain_text("Counted a turn: Trade union.")
    expect(heard.first).to_contain_text("more than its share", timeout=30_000)
    expect(hint).to_contain_text("Not heard for a while: Employment service.")
    host.page.get_by_role("button", name="Take it back").click()
    expect(host.told).to_contain_text("Took the turn back.")
    assert turns(meeting) == 0
    host.page.keyboard.press("u")
    expect(host.told).to_contain_text("Undone. Counted a turn: Trade union.")
    assert turns(meeting) == 1
