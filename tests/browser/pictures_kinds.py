"""A picture of the ways to ask: `python -m tests.browser.pictures_kinds` writes docs/pictures/ways-to-ask.png."""

import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from random import Random
from typing import Final

from playwright.sync_api import Browser, Page, expect, sync_playwright

from facilitator.domain.polls.poll import Poll
from tests.browser.big_screen import BigScreen
from tests.browser.chromium import launch
from tests.browser.devices import CALM, PATIENCE_MS, Devices
from tests.browser.house import House, Meeting, keeping_house
from tests.browser.palette import shrink
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, Person

FILE: Final = Path(__file__).parents[2] / "docs" / "pictures" / "ways-to-ask.png"
NAME: Final = "learning.example"
ADDRESS: Final = f"http://{NAME}"
GUESTS: Final = 23
SESSION: Final = """
format: 1
title: Peer learning on gender balance
language: en
timezone: Europe/Brussels
groups:
  - {key: trade-union, title: Trade union}
agenda:
  - kind: poll
    title: Success factors
    minutes: 20
    polls:
      - kind: ranking
        title: What do you want to take home today?
        max_choices: 4
        options: [New partners, Practical tools, Ideas for funding, Data and arguments]
      - kind: points
        title: Where should we put our effort next year?
        options: [Childcare with the course, Learning in paid hours, Role models and mentors, Adverts for everybody]
      - {kind: words, title: "In up to three words: what would help most?", max_choices: 3}
      - kind: axes
        title: What helped you, and how hard is it to copy?
        axes:
          - {title: How much it helps, low: Hardly, high: A lot}
          - {title: How hard to copy, low: Very easy, high: Very hard}
        options: [Short courses at low cost, Childcare with the course, Mentors, Taster days, Targets, Agreements]
      - {kind: transfer, title: "First practice: could it move to you?", max_length: 140}
"""
SAID: Final = (("Childcare", "Time"), ("childcare!", "Trust"), ("Time", "Mentors"), ("Trust",), ("Money", "Time"))
PAGE: Final = """
<style>
  body {{ margin: 0; padding: 40px; background: #f1ece1; width: 2040px; display: grid; gap: 32px; }}
  div {{ display: grid; gap: 28px; align-items: start; }}
  .phones {{ grid-template-columns: repeat(5, 1fr); }}
  .screens {{ grid-template-columns: repeat(2, 1fr); }}
  img {{ width: 100%; display: block; border-radius: 12px; border: 1px solid #77715f; box-sizing: border-box; }}
  .phones img {{ border-radius: 28px; border: 8px solid #17242b; }}
</style>
<div class="phones">{phones}</div>
<div class="screens">{screens}</div>
"""


def words_of(poll: Poll, chance: Random) -> list[str]:
    """What a guest would answer."""
    options = [option.text for option in poll.options]
    if poll.kind == "words":
        return list(chance.choice(SAID))
    if poll.kind == "transfer":
        return [chance.choice(("Yes", "Yes", "Partly", "No")), chance.choice(("Yes", "With changes", "No"))]
    if poll.kind == "ranking":
        return sorted(options, key=lambda text: options.index(text) + 3 * chance.random())
    if poll.kind == "points":
        first, second = sorted(chance.sample(options, 2), key=options.index)
        return [f"{first} {(more := chance.randint(5, 9))}", f"{second} {10 - more}"]
    rated = chance.sample(list(enumerate(options)), 4)
    return [f"{text} {_near(chance, 4 - at % 4)} {_near(chance, (2 * at) % 5)}" for at, text in rated]


def _near(chance: Random, step: int) -> int:
    return min(5, max(1, step + chance.choice((0, 1, 1, 2))))


def gather(house: House) -> Meeting:
    """A meeting in which everything was asked and answered, and is closed again."""
    meeting, chance = house.live(source=SESSION), Random(7)  # noqa: S311  repeatable, not secret
    guests = [Person(name=f"Guest {number}") for number in range(GUESTS)]
    meeting.gathering.admit(*guests)
    for poll in meeting.gathering.polls():
        meeting.ask(poll.title)
        for guest in guests:
            meeting.answer(guest, poll.title, *words_of(poll, chance))
        meeting.host("close_poll", poll_id=poll.id)
    return meeting


def fill(phone: Phone, kind: str) -> None:
    """Choose something, without sending it."""
    page = phone.page
    if kind == "ranking":
        for label in ("Practical tools", "New partners"):
            page.get_by_role("button", name=f"{label} Place").click()
    elif kind == "points":
        for label, number in (("Childcare with the course", "6"), ("Role models and mentors", "3")):
            page.get_by_label(label, exact=True).fill(number)
    elif kind == "words":
        page.get_by_label("First word").fill("Childcare")
        page.get_by_label("Second word, if you like").fill("Mentors")
    elif kind == "axes":
        page.locator("summary").filter(has_text="Childcare with the course").click()
        page.get_by_role("group", name="How much it helps “Childcare").get_by_role("radio", name="5, A lot").check()
        page.get_by_role("group", name="How hard to copy “Childcare").get_by_role("radio", name="2", exact=True).check()
    else:
        page.get_by_text("Yes", exact=True).first.click()
        page.get_by_text("With changes", exact=True).click()


def take(browser: Browser, house: House) -> bytes:
    """The picture."""
    meeting, devices = gather(house), Devices(browser, ADDRESS)
    devices.guard.expect("Cross-Origin-Opener-Policy")  # it wants HTTPS, which nobody here speaks
    shape = {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True, **CALM}
    phone = Phone(devices.new(**shape).new_page(), ADDRESS)
    stage = BigScreen(devices.new(viewport={"width": 1280, "height": 720}, **CALM).new_page(), ADDRESS)
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    phones, screens = [], []
    for poll in meeting.gathering.polls():
        meeting.host("reopen_poll", poll_id=poll.id)
        expect(phone.heading).to_have_text(poll.title)
        fill(phone, poll.kind)
        phones.append(_shot(phone.page))
        phone.send()
        phone.is_saved()
        meeting.host("close_poll", poll_id=poll.id)
        meeting.host("show_results", poll_id=poll.id, to="stage", shown=True)
        expect(stage.heading).to_have_text(poll.title)
        expect(stage.results).to_be_visible()
        screens.append(_shot(stage.page))
        meeting.host("show_results", poll_id=poll.id, to="stage", shown=False)
    desk = browser.new_page(viewport={"width": 2120, "height": 100})
    desk.set_content(PAGE.format(phones="".join(phones), screens="".join(screens[:4])))
    picture = desk.screenshot(full_page=True)
    devices.put_away()
    devices.guard.judge()
    return shrink(desk, picture)


def _shot(page: Page) -> str:
    page.evaluate("document.activeElement?.blur(); document.fonts.ready.then(() => scrollTo(0, 0))")
    page.wait_for_timeout(600)
    return f'<img src="data:image/png;base64,{b64encode(page.screenshot()).decode()}">'


def main() -> None:
    """Play, take the picture, and say how large it is."""
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory() as folder, keeping_house(Path(folder)) as house, sync_playwright() as playwright:
        where = house.served.base.removeprefix("http://")
        browser = launch(playwright, f"--host-resolver-rules=MAP {NAME} {where}")
        picture = take(browser, house)
        FILE.write_bytes(picture)
        sys.stdout.write(f"{FILE.name}: {len(picture) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
