"""Everybody who plays in the two hours."""

from dataclasses import dataclass
from typing import Self

from playwright.sync_api import Locator, expect

from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import Devices
from tests.browser.phone import Phone


@dataclass(frozen=True, kw_only=True)
class Company:
    """Everybody who plays."""

    host: ControlRoom
    stage: BigScreen
    elena: Phone
    jurgen: Phone
    zofia: Phone

    @classmethod
    def gather(cls, devices: Devices) -> Self:
        """Five devices, not in the session yet."""
        elena, jurgen, zofia = (devices.phone() for _ in range(3))
        return cls(host=devices.laptop(), stage=devices.projector(), elena=elena, jurgen=jurgen, zofia=zofia)

    @property
    def phones(self) -> tuple[Phone, Phone, Phone]:
        """The three participants."""
        return self.elena, self.jurgen, self.zofia

    def nobody_sees_results(self) -> None:
        """Neither phones nor the big screen draw any figure."""
        for screen in (*self.phones, self.stage):
            expect(screen.results).to_have_count(0)
            expect(screen.page.get_by_role("table")).to_have_count(0)


def has(line: Locator, people: int, share: str) -> None:
    """A line of a table with its figures."""
    expect(line.get_by_role("cell")).to_have_text([str(people), share])
