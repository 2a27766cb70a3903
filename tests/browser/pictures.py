"""Pictures of the product from a real session: `python -m tests.browser.pictures` writes docs/pictures/*.png."""

import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.big_screen import BigScreen
from tests.browser.chromium import launch
from tests.browser.control_room import ControlRoom
from tests.browser.devices import PATIENCE_MS, Devices
from tests.browser.palette import shrink
from tests.browser.phone import Phone
from tests.browser.scene import FACTORS, MARIA, Scene, setting
from tests.cast import BIG_SCREEN

FOLDER: Final = Path(__file__).parents[2] / "docs" / "pictures"
NAME: Final = "learning.example"
ADDRESS: Final = f"http://{NAME}"
OWN: Final = ("Short, modular and flexible courses at low cost", "Role models, mentors and peer groups")
BOARD: Final = "How can we work together?"
APPROVED: Final = (
    ("Offer", "en", "We can open our evening course to returners from the public employment service."),
    ("Offer", "bg", "Предлагаме обучение за обучители на достъпен език."),
    ("Ask", "de", "Wir suchen Betriebe, die Probewochen für Pflegefachkräfte anbieten."),
    ("Ask", "el", "Ζητάμε συνεργάτες για μαθήματα προγραμματισμού με μέντορες."),
    ("Idea", "fr", "Un guichet unique : conseil, formation et garde d’enfants."),
    ("Idea", "pl", "Wspólna baza wolnych miejsc na kursach – także dla małych firm."),
)
WAITING: Final = (
    ("Idea", "fi", "Yhteinen aineisto: miltä työ näyttää, kun kaikki mahtuvat mukaan."),
    ("Offer", "uk", "Пропонуємо досвід визнання навичок, набутих у догляді."),
)
SUPPORTED: Final = {0: 9, 1: 4, 2: 14, 3: 6, 4: 21, 5: 11}
"""How many people support each approved idea."""

TOGETHER: Final = """
<style>
  body {{ margin: 0; padding: 40px; background: #f1ece1; width: 1520px; display: grid; gap: 32px;
         grid-template-columns: 1028px 460px; align-items: start; box-sizing: content-box; }}
  div {{ display: grid; gap: 32px; }}
  img {{ width: 100%; display: block; border-radius: 12px; border: 1px solid #77715f; box-sizing: border-box; }}
  .phone {{ border-radius: 36px; border: 10px solid #17242b; }}
</style>
<div><img src="{stage}"><img src="{control}"></div>
<img class="phone" src="{phone}">
"""


class Studio:
    """Three devices in the room, and a camera."""

    def __init__(self, devices: Devices, scene: Scene) -> None:
        self.scene = scene
        shape: dict[str, Any] = {"timezone_id": scene.timezone, "reduced_motion": "reduce"}
        self.host = ControlRoom(_window(devices, 1440, 900, **shape), devices.base)
        self.stage = BigScreen(_window(devices, 1280, 720, **shape), devices.base)
        mobile = {"device_scale_factor": 1.5, "is_mobile": True, "has_touch": True}
        self.phone = Phone(_window(devices, 390, 844, **mobile, **shape), devices.base)

    def enter(self) -> None:
        """Everybody opens their page."""
        self.host.open(self.scene.token(MARIA))
        self.stage.open(self.scene.token(BIG_SCREEN))
        self.phone.open(self.scene.code)
        ticket = f'{{"ticket": "{self.scene.token(self.scene.past.people[-1])}", "unsent": []}}'
        store = "([key, kept]) => localStorage.setItem(key, kept)"
        self.phone.page.evaluate(store, [f"facilitator:{self.scene.code}", ticket])
        self.phone.page.reload()
        self.phone.is_in()

    def play_question(self) -> None:
        """What has worked: answered by nearly everybody, shown while it is still open."""
        self.host.press("Open voting", FACTORS)
        self.scene.answer(FACTORS, 36)
        self.phone.answer(*OWN)
        self.phone.is_saved()
        self.host.press("Show results on big screen", FACTORS)
        self.host.press("Show results on phones", FACTORS)
        expect(self.phone.line(OWN[0])).to_contain_text("You")
        expect(self.stage.results).to_be_visible()
        expect(self.host.card(FACTORS)).to_contain_text("37 of 40 people answered")

    def play_board(self) -> None:
        """Ideas in many languages: some on the board, some that wait."""
        self.host.press("Close voting", FACTORS)
        self.host.launch()
        self.host.press("Open for ideas", BOARD)
        self.scene.suggest(APPROVED)
        for _, _, text in APPROVED:
            show = self.host.queue.get_by_role("button", name="new – show")
            if show.is_visible():
                show.click()
            self.host.approve(text)
        self.host.press("Reveal ideas to everybody", BOARD)
        for place, count in SUPPORTED.items():
            self.scene.support(APPROVED[place][2], count)
        self.host.press_beside("Pin", APPROVED[4][2])
        self.scene.suggest(WAITING)


def _window(devices: Devices, width: int, height: int, **shape: Any) -> Page:  # noqa: ANN401  as Playwright
    return devices.new(viewport={"width": width, "height": height}, **shape).new_page()


def photograph(page: Page) -> bytes:
    """The page as it stands, with nothing in focus and everything scrolled to its beginning."""
    page.evaluate("document.activeElement?.blur()")
    page.evaluate("for (const part of document.querySelectorAll('*')) part.scrollTop = 0")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(1_500)
    return page.screenshot()


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode()}"


def _take(browser: Browser, scene: Scene) -> dict[str, bytes]:
    devices = Devices(browser, ADDRESS)
    devices.guard.expect("Cross-Origin-Opener-Policy")  # it wants HTTPS, which nobody here speaks
    studio = Studio(devices, scene)
    studio.enter()
    studio.play_question()
    taken = {"stage": photograph(studio.stage.page), "phone": photograph(studio.phone.page)}
    during = photograph(studio.host.page)
    studio.phone.page.set_viewport_size({"width": 390, "height": 1092})
    tall = photograph(studio.phone.page)
    studio.play_board()
    taken["control-room"] = photograph(studio.host.page)
    desk = browser.new_page(viewport={"width": 1600, "height": 100})
    desk.set_content(TOGETHER.format(stage=_address(taken["stage"]), control=_address(during), phone=_address(tall)))
    taken["together"] = desk.screenshot(full_page=True)
    devices.put_away()
    devices.guard.judge()
    return {name: shrink(desk, picture) for name, picture in taken.items()}


def main() -> None:
    """Play, take the pictures, and say how large they are."""
    FOLDER.mkdir(exist_ok=True)
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
