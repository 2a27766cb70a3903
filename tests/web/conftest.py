"""The whole house in this process, and Nadia's browser in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from facilitator.app import Building, build
from facilitator.services import accounts
from facilitator.services.tickets import OrganiserTicket
from facilitator.settings import Settings
from facilitator.storage import people
from facilitator.storage.database import Work
from tests.cast import NADIA
from tests.factories import Gathering, gather
from tests.pages import Browser

PASSWORD = "three blue bicycles"


@dataclass(frozen=True, kw_only=True)
class Home:
    """A built house with one session of Nadia's in it."""

    building: Building
    gathering: Gathering

    def browser(self) -> Browser:
        """A browser that was never here."""
        return Browser(self.building.app.test_client())

    def first_link(self) -> str:
        """A new sign-in link for Nadia."""

        def make(work: Work) -> str:
            nadia = people.find_organiser_by_email(work, "nadia@example.org")
            assert nadia is not None
            return accounts.make_sign_in_link(work, nadia)

        return f"/organise/first/{self.building.desk.write(make)}"

    def nadia(self) -> Browser:
        """Nadia's browser, signed in."""
        browser = self.browser()
        browser.open(self.first_link())
        browser.press("Save and sign in", name="Nadia", email="nadia@example.org", password=PASSWORD)
        assert browser.at == "/organise/"
        owner = self.gathering.read(lambda work: people.find_organiser_by_email(work, "nadia@example.org"))
        assert owner is not None
        self.gathering.tickets[NADIA] = OrganiserTicket(owner.id, owner.sign_in_epoch, self.gathering.session_id)
        return browser


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A house with its doors open to this process alone."""
    data = tmp_path / "data"
    data.mkdir()
    gathering = gather(data)
    building = build(Settings(data=data, FACILITATOR_ASYNC="threading"))
    yield Home(building=building, gathering=replace(gathering, database=building.database))
    building.desk.stop()
    building.database.dispose()
