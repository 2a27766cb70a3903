"""Pictures of what people do with each other, and of what hosts see of it: `python -m tests.browser.pictures_peers`."""

import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from facilitator.paths import library
from facilitator.storage import sessions
from facilitator.storage.database import Work
from tests.browser.big_screen import BigScreen
from tests.browser.chromium import launch
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, PATIENCE_MS, Devices
from tests.browser.house import House, Meeting, keeping_house
from tests.browser.palette import shrink
from tests.browser.phone import Phone
from tests.browser.pictures import ADDRESS, APPROVED, FOLDER, NAME, photograph
from tests.browser.scene import FACTORS, STEPS, TEMPLATE, WEIGHTS
from tests.cast import BIG_SCREEN, MARIA, Person

GUESTS: Final = 117
WHERE: Final = "How far is your organisation with gender balance in upskilling and reskilling?"
BARRIERS: Final = "Which barriers matter most where you work?"
LATE: Final = timedelta(minutes=14)
JOINS: Final = (
    ("offer", "Praca dla wszystkich", "PL"),
    ("want", "Chamber of Patras", "EL"),
    ("want", "AMS Graz", "AT"),
    ("offer", "Ballyfermot Training Centre", "IE"),
)
POINTS: Final = ((0, 5), (4, 3), (2, 4), (4, 5), (1, 2), (5, 3))
"""Which idea gets how many points from each of some guests, over and over."""
PAGE: Final = """
<style>
  body {{ margin: 0; padding: 40px; background: #f1ece1; display: flex; gap: 32px; align-items: center;
         inline-size: max-content; }}
  img {{ display: block; height: 560px; border-radius: 12px; border: 1px solid #77715f; box-sizing: border-box; }}
  .phone {{ border-radius: 32px; border: 9px solid #17242b; }}
</style>
{images}
"""
SLOW_MS: Final = 40_000
"""Who is being heard is told anew from time to time, not at once."""
Shot = tuple[str, bytes]
"""What kind of device it is, and its picture."""


class Room:
    """Guests of nine kinds of organisation in the shipped session, and three devices with a page."""

    def __init__(self, house: House, devices: Devices) -> None:
        self.chance = Random(7)  # noqa: S311  repeatable, not secret
        source = (library() / TEMPLATE).read_text("utf-8")
        self.meeting: Meeting = house.draft(source)
        groups = [group.key for group in self.meeting.gathering.session().groups][:9]
        self.guests = [Person(name=f"Guest {n}", group=groups[n % len(groups)]) for n in range(GUESTS)]
        self.meeting.host("open_doors")
        self.meeting.gathering.admit(*self.guests)
        self.meeting.host("start_session")
        wide = {"viewport": {"width": 1280, "height": 800}, **CALM}
        self.stage = BigScreen(devices.new(viewport={"width": 1280, "height": 720}, **CALM).new_page(), ADDRESS)
        self.host = ControlRoom(devices.new(**wide).new_page(), ADDRESS)
        self.phone = Phone(_small(devices), ADDRESS)
        self.host.open(self.meeting.link(MARIA))
        self.stage.open(self.meeting.link(BIG_SCREEN))
        self.phone.come_in(self.meeting.code, "Trade union")

    def ask(self, title: str, answer: Callable[[int], list[str]]) -> int:
        """Everybody answers a question; it is closed and shown."""
        poll_id = self.meeting.ask(title)
        for number, guest in enumerate(self.guests):
            self.meeting.answer(guest, title, *answer(number))
        self.meeting.host("close_poll", poll_id=poll_id)
        for to in ("stage", "phones"):
            self.meeting.host("show_results", poll_id=poll_id, to=to, shown=True)
        return poll_id

    def some(self, title: str, number: int) -> list[str]:
        """Up to three options; each kind of organisation has one that matters more to it."""
        options = [option.text for option in self.meeting.gathering.poll(title).options]
        weights = [weight * (5 if place == number % 9 else 1) for place, weight in enumerate(WEIGHTS)]
        return sorted(set(self.chance.choices(options, weights[: len(options)], k=3)))

    def early(self) -> None:
        """The first step began long ago, and so did the session."""
        self.meeting.gathering.write(self._earlier)

    def _earlier(self, work: Work) -> None:
        session = sessions.find(work, self.meeting.gathering.session_id)
        item = sessions.agenda(work, self.meeting.gathering.session_id)[0]
        assert session is not None
        assert item.started_at is not None
        item.started_at -= LATE
        session.planned_start_at = item.started_at


def _small(devices: Devices) -> Page:
    shape = {"device_scale_factor": 1.5, "is_mobile": True, "has_touch": True, **CALM}
    return devices.new(viewport={"width": 390, "height": 844}, **shape).new_page()


def _at(page: Page, part: Locator) -> bytes:
    """The page with this part at its top."""
    part.evaluate("(part) => { part.scrollIntoView({ block: 'start' }); scrollBy(0, -12) }")
    page.wait_for_timeout(800)
    return page.screenshot()


def groups(room: Room) -> list[Shot]:
    """A question by group, on the big screen and on a phone."""
    room.meeting.step("Where we stand")
    labels = room.meeting.gathering.poll(WHERE).labels
    weights = {1: (1, 2, 8, 9, 4), 3: (2, 3, 5, 13, 8)}
    poll_id = room.ask(WHERE, lambda n: room.chance.choices(labels, weights.get(n % 9, STEPS)))
    room.meeting.host("publish_groups", poll_id=poll_id)
    for to in ("stage", "phones"):
        room.meeting.host("show_groups", poll_id=poll_id, to=to, shown=True)
    expect(room.stage.page.get_by_role("figure", name="By group")).to_be_visible()
    table = room.phone.page.get_by_role("figure", name="By group")
    expect(table).to_be_visible()
    return [("stage", photograph(room.stage.page)), ("phone", _at(room.phone.page, table))]


def steering(room: Room) -> list[Shot]:
    """What a host sees who is late: ways to catch up, and who is being heard."""
    catch_up = room.host.page.get_by_role("heading", name="To catch up")
    expect(catch_up).to_be_visible()
    voices = room.host.page.get_by_role("heading", name="Who is being heard")
    expect(room.host.page.locator(".voices li").first).to_contain_text("share", timeout=SLOW_MS)
    return [("laptop", _at(room.host.page, voices))]


def pairs(room: Room) -> list[Shot]:
    """What answered what, and the barriers without an answer."""
    room.meeting.step("Challenges: what holds people back")
    room.ask(BARRIERS, lambda n: room.some(BARRIERS, n))
    room.meeting.step("Success factors: what helped")
    factors, barriers = room.meeting.gathering.poll(FACTORS), room.meeting.gathering.poll(BARRIERS)
    poll_id = room.meeting.ask(FACTORS)
    refs = [f"o{option.id}" for option in barriers.options][:12]
    for number, guest in enumerate(room.guests[:50]):
        chosen = room.some(FACTORS, number)
        room.meeting.answer(guest, FACTORS, *chosen)
        factor = next(option.id for option in factors.options if option.text == chosen[0])
        wanted = sorted(set(room.chance.choices(refs, range(12, 0, -1), k=2)))
        room.meeting.act(guest, "pair_factor", factor=f"o{factor}", barriers=wanted)
    if room.phone.banner.count() > 0:
        room.phone.go_to_it()
    room.phone.answer(factors.options[2].text, factors.options[6].text)
    room.phone.is_saved()
    room.phone.page.locator("summary", has_text=factors.options[2].text).click()
    room.phone.page.get_by_role("checkbox", name=barriers.options[0].text).check()
    shots: list[Shot] = []
    for view, title in (("matrix", "What answered what"), ("gaps", "Barriers without an answer yet")):
        room.meeting.host("set_stage", view=view)
        expect(room.stage.heading).to_have_text(title)
        shots.append(("stage", photograph(room.stage.page)))
    top = room.phone.page.get_by_role("heading", name="Which barriers did")
    pairing = _at(room.phone.page, top)
    room.meeting.host("set_stage", view="auto")
    room.meeting.host("close_poll", poll_id=poll_id)
    return [shots[0], ("phone", pairing), shots[1]]


def matches(room: Room) -> list[Shot]:
    """Organisations at an idea: on the big screen, and on the phone of one of them."""
    room.meeting.step("Cooperation: offer, ask, idea")
    board_id = room.meeting.gathering.board().id
    room.meeting.host("open_board", board_id=board_id)
    for (column, _, text), guest in zip(APPROVED, room.guests, strict=False):
        post_id = room.meeting.suggest(guest, column, text)
        room.meeting.host("review_post", post_id=post_id, state="approved")
    room.meeting.host("reveal_board", board_id=board_id, revealed=True)
    post_id = room.meeting.gathering.post(APPROVED[4][2]).id
    for (side, organisation, country), guest in zip(JOINS, room.guests[20:], strict=False):
        words = {"organisation": organisation, "country": country, "contact": "learning@example.org"}
        room.meeting.act(guest, "join_post", post_id=post_id, side=side, **words)
    room.meeting.host("set_stage", view="matches")
    if room.phone.banner.count() > 0:
        room.phone.go_to_it()
    idea = room.phone.idea(APPROVED[4][2])
    idea.get_by_role("button", name="My organisation can offer this").click()
    idea.get_by_label("Your organisation").fill("IF Metall")
    idea.get_by_label("Country").select_option("SE")
    idea.get_by_label("How to reach you").fill("us@example.org")
    idea.get_by_role("button", name="My organisation can offer this").click()
    idea.get_by_role("button", name="Exchange contacts with AMS Graz").click()
    expect(idea).to_contain_text("Their contact comes when they agree too.")
    expect(room.stage.body).to_contain_text("IF Metall")
    shots: list[Shot] = [("stage", photograph(room.stage.page)), ("phone", _at(room.phone.page, idea))]
    room.meeting.host("set_stage", view="auto")
    return shots


def board(room: Room) -> list[Shot]:
    """Ideas are put together in the control room, and ranked by points on phones and on the big screen."""
    gathering, board_id = room.meeting.gathering, room.meeting.gathering.board().id
    ids = [gathering.post(text).id for _, _, text in APPROVED]
    for title, chosen in (("Courses and care", [ids[0], ids[4]]), ("Mentors and trainers", [ids[1], ids[3]])):
        room.meeting.host("add_cluster", board_id=board_id, title=title, post_ids=chosen)
    room.host.page.get_by_role("button", name="Group ideas").click()
    room.host.page.get_by_role("button", name="Wall").click()
    wall = photograph(room.host.page)
    room.meeting.host("set_voting", board_id=board_id, voting=True)
    for number, guest in enumerate(room.guests[:40]):
        place, points = POINTS[number % len(POINTS)]
        room.meeting.act(guest, "give_points", post_id=ids[place], points=points)
    more = room.phone.idea(APPROVED[4][2]).get_by_role("button", name="One point more")
    more.click(click_count=3)
    giving = _at(room.phone.page, room.phone.page.get_by_role("heading", name="Ideas on the board"))
    room.meeting.host("set_voting", board_id=board_id, voting=False)
    expect(room.stage.page.locator(".stage-ranked__idea")).to_have_count(len(POINTS) - 1)
    return [("laptop", wall), ("phone", giving), ("stage", photograph(room.stage.page))]


def chatham(room: Room) -> list[Shot]:
    """Chatham House mode, told on the big screen and at the door."""
    room.meeting.host("set_chatham", on=True)
    room.meeting.host("set_stage", view="join")
    expect(room.stage.body).to_contain_text("Chatham House mode: nobody is named")
    room.phone.page.evaluate("localStorage.clear()")
    room.phone.open(room.meeting.code)
    expect(room.phone.body).to_contain_text("Chatham House mode.")
    return [("stage", photograph(room.stage.page)), ("phone", photograph(room.phone.page))]


ALL: Final = {
    "groups": groups,
    "steering": steering,
    "pairs": pairs,
    "matches": matches,
    "board": board,
    "chatham": chatham,
}


def _together(desk: Page, shots: list[Shot]) -> bytes:
    source = '<img class="{}" src="data:image/png;base64,{}">'
    images = "".join(source.format(kind, b64encode(png).decode()) for kind, png in shots)
    desk.set_viewport_size({"width": 2600, "height": 640})
    desk.set_content(PAGE.format(images=images))
    desk.wait_for_function("[...document.images].every((image) => image.complete)")
    return desk.locator("body").screenshot()


def _take(browser: Browser, house: House) -> dict[str, bytes]:
    devices = Devices(browser, ADDRESS)
    devices.guard.expect("Cross-Origin-Opener-Policy")  # it wants HTTPS, which nobody here speaks
    room = Room(house, devices)
    room.early()
    desk = browser.new_page()
    taken = {name: _together(desk, play(room)) for name, play in ALL.items()}
    devices.put_away()
    devices.guard.judge()
    return {name: shrink(desk, picture) for name, picture in taken.items()}


def main() -> None:
    """Play, take the pictures, and say how large they are."""
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory() as folder, keeping_house(Path(folder)) as house, sync_playwright() as playwright:
        browser = launch(playwright, f"--host-resolver-rules=MAP {NAME} {house.served.base.removeprefix('http://')}")
        for name, picture in _take(browser, house).items():
            (FOLDER / f"{name}.png").write_bytes(picture)
            sys.stdout.write(f"{name}.png: {len(picture) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
