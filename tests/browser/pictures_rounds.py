"""Pictures of what is asked twice, at once and on one page: `python -m tests.browser.pictures_rounds`."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, expect, sync_playwright

from facilitator.domain.polls.poll import Poll
from tests.browser.chromium import launch
from tests.browser.devices import PATIENCE_MS, Devices
from tests.browser.palette import shrink
from tests.browser.pictures import ADDRESS, FOLDER, NAME, OWN, Studio, photograph
from tests.browser.scene import FACTORS, Scene, setting
from tests.factories import answer_in_words

FORM: Final = "How was it"
HANDS: Final = 3


def _answer(scene: Scene, poll: Poll, count: int) -> None:
    """So many of the crowd answer a round."""
    for person, wire in list(scene.crowd.items())[:count]:
        answer = answer_in_words(poll, person, scene.past.answer(poll, person), None)
        assert wire.act("respond", poll_id=poll.id, answer=answer)["ok"]


def _play_rounds(studio: Studio) -> None:
    """What has worked is asked twice; in the first round some raised their hands."""
    host, scene = studio.host, studio.scene
    host.press("Open voting", FACTORS)
    first = scene.past.gathering.poll(FACTORS)
    _answer(scene, first, 30)
    host.card(FACTORS).get_by_text("Hands, start again").click()
    host.card(FACTORS).get_by_label(OWN[0], exact=True).fill(str(HANDS))
    host.card(FACTORS).get_by_role("button", name=f"Note “{OWN[0]}”").click()
    expect(host.told).to_have_text(f"Noted {HANDS} hands.")
    host.press("Close voting", FACTORS)
    host.card(FACTORS).get_by_role("button", name="Make a second round").click()
    card = host.live.get_by_role("article").filter(has=host.page.get_by_text("Second round", exact=True))
    card.get_by_role("button", name="Open voting").click()
    expect(studio.phone.body).to_contain_text("You are asked a second time.")
    second = next(poll for poll in scene.past.gathering.polls() if poll.again_of_id == first.id)
    _answer(scene, second, 36)
    studio.phone.answer(*OWN)
    studio.phone.is_saved()
    card.get_by_role("button", name="Show results on big screen").click()
    expect(studio.stage.results).to_be_visible()


def _take(browser: Browser, scene: Scene) -> dict[str, bytes]:
    devices = Devices(browser, ADDRESS)
    devices.guard.expect("Cross-Origin-Opener-Policy")  # it wants HTTPS, which nobody here speaks
    studio = Studio(devices, scene)
    studio.enter()
    _play_rounds(studio)
    taken = {"second-round": photograph(studio.stage.page)}
    studio.host.page.keyboard.press("p")
    taken["pulse"] = photograph(studio.host.page)
    studio.host.page.keyboard.press("p")
    items = scene.past.gathering.items()
    scene.past.host("go_to_item", item_id=next(item.id for item in items if item.title == FORM))
    studio.host.live.get_by_role("button", name="Open the form").click()
    studio.phone.page.set_viewport_size({"width": 390, "height": 1092})
    expect(studio.phone.heading).to_have_text(FORM)
    first = studio.phone.page.locator(".form-part").first
    first.locator(".tile").nth(3).click()
    first.get_by_role("button", name="Send answer").click()
    expect(studio.phone.body).to_contain_text("1 of 5 saved")
    taken["form"] = photograph(studio.phone.page)
    desk = browser.new_page()
    devices.put_away()
    devices.guard.judge()
    return {name: shrink(desk, picture) for name, picture in taken.items()}


def main() -> None:
    """Play, take the pictures, and say how large they are."""
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory() as folder, setting(Path(folder)) as scene, sync_playwright() as playwright:
        house = scene.served.base.removeprefix("http://")
        browser = launch(playwright, f"--host-resolver-rules=MAP {NAME} {house}")
        for name, picture in _take(browser, scene).items():
            (FOLDER / f"{name}.png").write_bytes(picture)
            sys.stdout.write(f"{name}.png: {len(picture) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
