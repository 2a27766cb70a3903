"""Pictures of questions to the speakers and of commitments: `python -m tests.browser.pictures_asked`."""

import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.big_screen import BigScreen
from tests.browser.chromium import launch
from tests.browser.devices import PATIENCE_MS, Devices
from tests.browser.house import Meeting, keeping_house
from tests.browser.palette import shrink
from tests.browser.phone import Phone
from tests.browser.pictures import ADDRESS, FOLDER, NAME, photograph
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, SIOBHAN, ZOFIA, Person
from tests.factories import DEFINITION
from tests.promising import promise

INES: Final = Person(name="Ines Albuquerque")
TALK: Final = "Why balance helps"
SOURCE: Final = DEFINITION.replace("title: Welcome", f"title: {TALK}").replace("minutes: 5", "minutes: 15", 1) + (
    "  - kind: commitments\n    title: What I take on\n    minutes: 7\n"
    "    instruction: Make it small and real, with an owner and a date.\n"
)
ASKED: Final = (
    (ELENA, "en", "How did you find the money for childcare, and who decided it?", (GIORGOS, JURGEN, ZOFIA)),
    (GIORGOS, "en", "Did the works council agree from the beginning?", (ELENA, SIOBHAN)),
    (JURGEN, "de", "Wie lange hat es gedauert, bis die ersten Frauen abschlossen?", (ELENA,)),
    (SIOBHAN, "en", "Could a small company do this without a training department?", (ZOFIA,)),
)
PROMISED: Final = (
    (ELENA, "our next call for courses opens", "we ask for childcare in it", "Chamber of Patras"),
    (GIORGOS, "the board meets in January", "we bring numbers by sex for every course", "Employment service"),
    (SIOBHAN, "a company asks for an evening course", "we offer two shorter ones by day", ""),
)
PAGE: Final = """
<style>
  body {{ margin: 0; padding: 40px; background: #f1ece1; width: 1720px; display: grid; gap: 32px;
         grid-template-columns: 940px 358px 358px; align-items: center; box-sizing: content-box; }}
  img {{ width: 100%; display: block; border-radius: 12px; border: 1px solid #77715f; box-sizing: border-box; }}
  .phone {{ border-radius: 36px; border: 10px solid #17242b; }}
</style>
<img src="{stage}"><img class="phone" src="{first}"><img class="phone" src="{second}">
"""


def _small(devices: Devices) -> Page:
    shape: dict[str, Any] = {"device_scale_factor": 1.5, "is_mobile": True, "has_touch": True}
    return devices.new(viewport={"width": 390, "height": 844}, reduced_motion="reduce", **shape).new_page()


def _stage(devices: Devices, meeting: Meeting) -> BigScreen:
    page = devices.new(viewport={"width": 1280, "height": 720}, reduced_motion="reduce").new_page()
    stage = BigScreen(page, devices.base)
    stage.open(meeting.link(BIG_SCREEN))
    return stage


def _questions(devices: Devices, meeting: Meeting) -> tuple[bytes, bytes, bytes]:
    """The big screen, who asks, and the speaker."""
    meeting.host("open_questions", reviewed=False)
    for person, language, text, wanted in ASKED:
        meeting.act(person, "ask_question", text=text, language=language)
        for other in wanted:
            meeting.act(other, "upvote_question", question_id=meeting.gathering.question(text).id, upvoted=True)
    meeting.host("set_stage", view="questions")
    stage, phone, speaker = _stage(devices, meeting), Phone(_small(devices), devices.base), _small(devices)
    phone.come_in(meeting.code)
    phone.page.get_by_text("Ask the speaker", exact=True).click()
    phone.page.get_by_role("button", name="I want to know too, 3 people").click()
    expect(phone.page.get_by_role("button", name="I want to know too, 4 people")).to_be_visible()
    phone.page.get_by_role("heading", name="Questions of others").scroll_into_view_if_needed()
    meeting.gathering.trust(INES, role="speaker", item_id=meeting.gathering.items()[0].id)
    speaker.goto(f"{devices.base}/enter#{meeting.link(INES)}")
    expect(speaker.get_by_role("region", name="Questions for you: 4")).to_contain_text("4 people")
    return photograph(stage.page), photograph(phone.page), photograph(speaker)


def _commitments(devices: Devices, meeting: Meeting) -> tuple[bytes, bytes, bytes]:
    """The big screen, who commits, and the link that answers later."""
    meeting.step("What I take on")
    meeting.host("set_stage", view="auto")
    phone, later = Phone(_small(devices), devices.base), _small(devices)
    phone.come_in(meeting.code)
    token = ""
    for person, when, then, organisation in PROMISED:
        owner = "organisation" if organisation else "own"
        words = {"when_text": when, "then_text": then, "organisation": organisation, "owner": owner}
        wish = promise(meeting.gathering, **words)
        meeting.act(person, "make_commitment", **wish)
        token = token or wish["token"]
    form = phone.page.locator("main form").first
    form.get_by_label("If …").fill("the next course for welders is planned")
    form.get_by_label("… then").fill("we invite two women who work as welders to plan it with us")
    form.get_by_text("My organisation", exact=True).click()
    stage = _stage(devices, meeting)
    expect(stage.page.locator(".stage-asked li")).to_have_count(len(PROMISED))
    later.goto(f"{devices.base}/commitment#{token}")
    later.get_by_text("Begun", exact=True).click()
    later.evaluate("scrollTo(0, 0)")
    phone.page.evaluate("scrollTo(0, 0)")
    return photograph(stage.page), photograph(phone.page), photograph(later)


def _together(desk: Page, pictures: tuple[bytes, bytes, bytes]) -> bytes:
    names = ("stage", "first", "second")
    sources = [f"data:image/png;base64,{b64encode(picture).decode()}" for picture in pictures]
    desk.set_viewport_size({"width": 1800, "height": 400})
    desk.set_content(PAGE.format(**dict(zip(names, sources, strict=True))))
    desk.wait_for_function("[...document.images].every((image) => image.complete)")
    return desk.locator("body").screenshot()


def _take(browser: Browser, meeting: Meeting) -> dict[str, bytes]:
    devices = Devices(browser, ADDRESS)
    devices.guard.expect("Cross-Origin-Opener-Policy")  # it wants HTTPS, which nobody here speaks
    desk = browser.new_page()
    taken = {
        "questions": _together(desk, _questions(devices, meeting)),
        "commitments": _together(desk, _commitments(devices, meeting)),
    }
    devices.put_away()
    devices.guard.judge()
    return {name: shrink(desk, picture) for name, picture in taken.items()}


def main() -> None:
    """Play, take the pictures, and say how large they are."""
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory() as folder, keeping_house(Path(folder)) as house, sync_playwright() as playwright:
        meeting = house.live(ELENA, GIORGOS, SIOBHAN, JURGEN, ZOFIA, source=SOURCE)
        browser = launch(playwright, f"--host-resolver-rules=MAP {NAME} {house.served.base.removeprefix('http://')}")
        for name, picture in _take(browser, meeting).items():
            (FOLDER / f"{name}.png").write_bytes(picture)
            sys.stdout.write(f"{name}.png: {len(picture) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
