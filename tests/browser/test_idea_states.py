"""An idea on its way: it is never called sent before it is, never lost, and never doubled."""

import pytest
from playwright.sync_api import expect

from tests.browser.cable import Cable
from tests.browser.devices import HANDHELD, Devices
from tests.browser.house import House, Meeting
from tests.cast import MARIA

IDEA = "We lend mentors to small companies"
SLOW_MS = 3_500


class Writer:
    """A phone in front of an open board, on a cable that the test has in hand."""

    def __init__(self, meeting: Meeting, devices: Devices) -> None:
        self.meeting = meeting
        self.board_id = meeting.gathering.board().id
        meeting.step("Cooperation")
        meeting.host("open_board", board_id=self.board_id)
        device = devices.new(**HANDHELD)
        self.cable = Cable(device)
        self.phone = devices.phone(device)
        self.phone.page.clock.install()
        self.phone.come_in(meeting.code)
        expect(self.phone.heading).to_have_text("How can we work together")

    def stored(self) -> list[str]:
        """The ideas that the server has."""
        posts = self.meeting.gathering.state(MARIA)["posts"].values()
        return [post["text"] for post in posts if post is not None]


@pytest.fixture
def writer(house: House, devices: Devices) -> Writer:
    return Writer(house.live(), devices)


def test_an_idea_that_does_not_arrive_is_kept_and_arrives_once(writer: Writer) -> None:
    phone = writer.phone
    writer.cable.hold("down")
    phone.suggest("Offer", IDEA)
    expect(phone.page.get_by_label("Your idea", exact=True)).to_have_value("")
    expect(phone.my_ideas).to_contain_text(["Sending…"])
    phone.page.clock.fast_forward(SLOW_MS)
    expect(phone.my_ideas).to_contain_text(["Not sent yet. Your idea is kept on this device. We keep trying."])
    writer.cable.cut()
    writer.cable.mend()
    phone.page.reload()
    expect(phone.my_ideas).to_contain_text(["Waiting for the host"])
    expect(phone.my_ideas).to_have_count(1)
    assert writer.stored() == [IDEA]


def test_an_idea_that_comes_after_the_close_is_refused_and_can_be_written_again(writer: Writer) -> None:
    phone = writer.phone
    writer.cable.hold("up")
    phone.suggest("Offer", IDEA)
    writer.meeting.host("close_board", board_id=writer.board_id)
    expect(phone.body).to_contain_text("The board takes no more ideas.")
    writer.cable.release()
    refusal = "The board is not open for ideas. Your idea was not sent. It stays on this device."
    expect(phone.my_ideas).to_contain_text([refusal])
    expect(phone.alarmed).to_have_text(refusal)
    assert writer.stored() == []
    writer.meeting.host("open_board", board_id=writer.board_id)
    phone.page.get_by_role("button", name="Write it again").click()
    expect(phone.page.get_by_label("Your idea", exact=True)).to_have_value(IDEA)
    phone.page.get_by_role("button", name="Send idea").click()
    expect(phone.my_ideas).to_contain_text(["Waiting for the host"])
    assert writer.stored() == [IDEA]


def test_until_the_host_has_looked_an_idea_can_be_changed_and_taken_back(writer: Writer) -> None:
    phone = writer.phone
    phone.suggest("Offer", IDEA)
    phone.page.get_by_role("button", name="Edit").click()
    phone.page.get_by_label("Change my idea").fill(f"{IDEA}, in Greek too")
    phone.page.get_by_role("button", name="Save changes").click()
    expect(phone.said).to_have_text("Idea changed.")
    assert writer.stored() == [f"{IDEA}, in Greek too"]
    phone.page.get_by_role("button", name="Withdraw", exact=True).click()
    phone.page.get_by_role("button", name="Withdraw this idea").click()
    expect(phone.said).to_have_text("Idea withdrawn.")
    expect(phone.my_ideas).to_have_count(0)
    assert writer.stored() == []


def test_an_idea_that_was_begun_outlives_the_page(writer: Writer) -> None:
    field = writer.phone.page.get_by_label("Your idea", exact=True)
    field.fill("Half an id")
    writer.phone.page.reload()
    expect(field).to_have_value("Half an id")
