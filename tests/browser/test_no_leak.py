"""What is hidden does not reach a device at all: neither a frame nor a body holds it, whatever is drawn."""

from dataclasses import dataclass
from typing import cast

import pytest
from playwright.sync_api import expect

from facilitator.presenters.payloads import PollTopic
from tests.browser.big_screen import BigScreen
from tests.browser.cable import Cable
from tests.browser.control_room import ControlRoom
from tests.browser.devices import HANDHELD, LAPTOP, PROJECTOR, Devices
from tests.browser.ear import Ear
from tests.browser.house import House, Meeting
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, ZOFIA

OTHER = "canary-in-an-own-option"
TEXT = "canary-in-a-text"
KEPT_TEXT = "canary-in-a-text-kept-from-the-screens"
APPROVED = "canary-in-an-approved-idea"
WAITING = "canary-in-an-idea-that-waits"
DECLINED = "canary-in-a-declined-idea"
HIDDEN = "canary-in-a-hidden-idea"
NOTES = "Say hello to late comers too."

SHOWN_LATER = (TEXT, APPROVED)
NEVER_SHOWN = (OTHER, KEPT_TEXT, WAITING, DECLINED, HIDDEN, NOTES)
TOLD_TO_ALL = ("Which barriers matter", "How can we work together", "second word")
FIGURES = '"rows":['
"""How a result begins on the wire."""


@dataclass(frozen=True, kw_only=True)
class Listeners:
    """Four devices with ears; one of the phones gets no WebSocket."""

    phone: Phone
    slow_phone: Phone
    stage: BigScreen
    host: ControlRoom
    ears: dict[str, Ear]

    def have_all(self, meeting: Meeting, word: str) -> None:
        """Wait until everybody has everything that happened up to now: a note that comes after it."""
        meeting.host("send_message", text=word)
        for screen in (self.phone, self.slow_phone, self.stage, self.host):
            expect(screen.page.get_by_role("main")).to_contain_text(word)

    def heard(self, who: str, *words: str) -> list[str]:
        """Which of these words a device has heard."""
        return [word for word in words if self.ears[who].has_heard(word)]


@pytest.fixture
def meeting(house: House) -> Meeting:
    return house.live(ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)


@pytest.fixture
def listeners(devices: Devices, meeting: Meeting) -> Listeners:
    devices.guard.expect("WebSocket")
    shapes = {"phone": HANDHELD, "slow phone": HANDHELD, "stage": PROJECTOR, "host": LAPTOP}
    made = {name: devices.new(**shape) for name, shape in shapes.items()}
    ears = {name: Ear(device) for name, device in made.items()}
    Cable(made["slow phone"]).cut()
    found = Listeners(
        phone=devices.phone(made["phone"]),
        slow_phone=devices.phone(made["slow phone"]),
        stage=devices.projector(made["stage"]),
        host=devices.laptop(made["host"]),
        ears=ears,
    )
    found.phone.come_in(meeting.code)
    found.slow_phone.open(meeting.code)
    found.slow_phone.join()
    found.stage.open(meeting.link(BIG_SCREEN))
    found.host.open(meeting.link(MARIA))
    return found


def answer_everything(meeting: Meeting) -> dict[str, int]:
    """Four questions are answered in all ways; none of the results is shown."""
    asked = {name: meeting.ask(name) for name in ("way", "progress", "barriers", "words")}
    meeting.answer(ELENA, "way", "Alone")
    meeting.answer(JURGEN, "progress", "Planned")
    meeting.answer(ELENA, "barriers", "Care", other=OTHER)
    meeting.answer(GIORGOS, "words", TEXT)
    meeting.answer(SIOBHAN, "words", KEPT_TEXT)
    topic = cast("PollTopic", meeting.gathering.state(MARIA)["topics"][f"poll:{asked['words']}"])
    assert topic["results"] is not None
    (quote_id,) = [quote["id"] for quote in topic["results"]["quotes"] if quote["text"] == KEPT_TEXT]
    meeting.host("hide_quote", poll_id=asked["words"], quote_id=quote_id, hidden=True)
    return asked


def collect_ideas(meeting: Meeting) -> int:
    """Ideas in each state, before the board is revealed."""
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    for author, text, state in (
        (ELENA, APPROVED, "approved"),
        (JURGEN, DECLINED, "declined"),
        (SIOBHAN, HIDDEN, "hidden"),
        (ZOFIA, WAITING, "waiting"),
    ):
        post_id = meeting.suggest(author, "Idea", text)
        if state != "waiting":
            meeting.host("review_post", post_id=post_id, state=state)
    return board_id


def test_what_is_hidden_reaches_no_phone_and_no_big_screen(meeting: Meeting, listeners: Listeners) -> None:
    answer_everything(meeting)
    collect_ideas(meeting)
    listeners.have_all(meeting, "first word")
    for page in (listeners.phone.page, listeners.slow_phone.page, listeners.stage.page):
        page.reload()
    listeners.have_all(meeting, "second word")
    for who in ("phone", "slow phone", "stage"):
        assert listeners.heard(who, *SHOWN_LATER, *NEVER_SHOWN, FIGURES) == []
        assert listeners.heard(who, *TOLD_TO_ALL) == list(TOLD_TO_ALL)
    everything = (*SHOWN_LATER, *NEVER_SHOWN, FIGURES)
    assert listeners.heard("host", *everything) == list(everything)


def test_what_is_shown_reaches_only_those_whom_it_is_shown_to(meeting: Meeting, listeners: Listeners) -> None:
    asked, board_id = answer_everything(meeting), collect_ideas(meeting)
    meeting.host("show_results", poll_id=asked["words"], to="stage", shown=True)
    meeting.host("show_results", poll_id=asked["barriers"], to="stage", shown=True)
    listeners.have_all(meeting, "first word")
    assert listeners.heard("stage", TEXT, FIGURES) == [TEXT, FIGURES]
    for who in ("phone", "slow phone"):
        assert listeners.heard(who, TEXT, FIGURES) == []
    meeting.host("show_results", poll_id=asked["words"], to="phones", shown=True)
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    listeners.have_all(meeting, "second word")
    for who in ("phone", "slow phone", "stage"):
        assert listeners.heard(who, *SHOWN_LATER) == list(SHOWN_LATER)
        assert listeners.heard(who, *NEVER_SHOWN) == []


def test_nobody_hears_who_the_others_are(meeting: Meeting, listeners: Listeners) -> None:
    answer_everything(meeting)
    collect_ideas(meeting)
    listeners.have_all(meeting, "first word")
    names = [person.name for person in (ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA)]
    for who in listeners.ears:
        assert listeners.heard(who, *names) == []
    assert listeners.heard("host", MARIA.name) == [MARIA.name]
    for who in ("phone", "slow phone", "stage"):
        assert listeners.heard(who, MARIA.name) == []
