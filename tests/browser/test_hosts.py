"""Moderators and the big screen when something happens to them: at once, too late, or without a connection."""

import re

from playwright.sync_api import expect

from facilitator.services import links
from facilitator.services.tickets import LinkTicket, OrganiserTicket
from tests.browser.cable import Cable
from tests.browser.devices import LAPTOP, PROJECTOR, Devices
from tests.browser.house import House, Meeting
from tests.cast import ANDERS, BIG_SCREEN, ELENA, JURGEN, MARIA, NADIA, Person

WAY = "How do you work"


def revoke(meeting: Meeting, person: Person) -> None:
    """The organiser takes a link back."""
    owner, link = meeting.gathering.tickets[NADIA], meeting.gathering.tickets[person]
    assert isinstance(owner, OrganiserTicket)
    assert isinstance(link, LinkTicket)
    meeting.gathering.write(lambda work: links.revoke(work, owner.organiser_id, meeting.public_id, link.link_id))


def test_of_two_moderators_who_launch_in_the_same_moment_one_does_and_the_other_is_told_who(
    house: House, devices: Devices
) -> None:
    meeting = house.live()
    maria, laptop = devices.laptop(), devices.new(**LAPTOP)
    cable = Cable(laptop)
    anders = devices.laptop(laptop)
    maria.open(meeting.link(MARIA))
    anders.open(meeting.link(ANDERS))
    cable.hold("down")
    maria.launch()
    expect(maria.live).to_contain_text("Barriers")
    expect(anders.live).to_contain_text("Welcome")
    anders.launch()
    cable.release()
    expect(anders.told).to_have_text(
        re.compile(r"^Maria Kowalczyk-Host launched a step .+\. Nothing was changed by you\.$")
    )
    for host in (maria, anders):
        expect(host.live.locator(".live__title")).to_have_text("Barriers")
        expect(host.run.locator("[aria-current=step]")).to_contain_text("Barriers")
    expect(anders.page.get_by_role("alert")).to_contain_text("Maria Kowalczyk-Host launched a step")


def test_what_was_launched_by_mistake_is_undone_with_one_key(house: House, devices: Devices) -> None:
    meeting = house.live()
    maria = devices.laptop()
    maria.open(meeting.link(MARIA))
    maria.launch()
    expect(maria.live.locator(".live__title")).to_have_text("Barriers")
    maria.page.keyboard.press("u")
    expect(maria.live.locator(".live__title")).to_have_text("Welcome")
    expect(maria.page.get_by_role("button", name="Undo (nothing to undo)")).to_be_visible()


def test_a_moderator_without_a_connection_cannot_act_and_is_told_why(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA)
    laptop = devices.new(**LAPTOP)
    cable = Cable(laptop)
    maria = devices.laptop(laptop)
    maria.page.clock.install()
    maria.open(meeting.link(MARIA))
    devices.guard.expect("ERR_FAILED")
    laptop.route("**/api/**", lambda route: route.abort())
    cable.cut()
    maria.page.clock.fast_forward(3_000)
    says = "Reconnecting… The session continues. Co-moderators keep control."
    expect(maria.page.locator(".banners")).to_contain_text(says)
    expect(maria.page.locator(".launch")).to_have_attribute("aria-disabled", "true")
    maria.page.keyboard.press("l")
    expect(maria.told).to_have_text(says)
    cable.mend()
    maria.page.clock.fast_forward(5_000)
    expect(maria.pill).to_have_text("Connected")
    expect(maria.live.locator(".live__title")).to_have_text("Welcome")


def test_the_big_screen_keeps_its_picture_when_the_connection_breaks(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, JURGEN)
    poll_id = meeting.ask("way")
    meeting.answer(ELENA, "way", "Alone")
    meeting.host("show_results", poll_id=poll_id, to="stage", shown=True)
    projector = devices.new(**PROJECTOR)
    cable = Cable(projector)
    stage = devices.projector(projector)
    stage.page.clock.install()
    stage.open(meeting.link(BIG_SCREEN))
    expect(stage.line("Alone")).to_contain_text("100 %")
    devices.guard.expect("ERR_FAILED")
    projector.route("**/api/**", lambda route: route.abort())
    cable.cut()
    stage.page.clock.fast_forward(6_000)
    expect(stage.body).to_contain_text("Reconnecting…")
    expect(stage.heading).to_have_text(WAY)
    meeting.answer(JURGEN, "way", "In a team")
    expect(stage.line("Alone")).to_contain_text("100 %")
    projector.unroute("**/api/**")
    cable.mend()
    stage.page.clock.fast_forward(6_000)
    expect(stage.line("Alone")).to_contain_text("50 %")
    expect(stage.body).not_to_contain_text("Reconnecting…")


def test_a_revoked_link_ends_both_pages_and_says_so(house: House, devices: Devices) -> None:
    meeting = house.live()
    maria, stage = devices.laptop(), devices.projector()
    maria.open(meeting.link(ANDERS))
    stage.open(meeting.link(BIG_SCREEN))
    revoke(meeting, ANDERS)
    revoke(meeting, BIG_SCREEN)
    expect(maria.heading).to_have_text("This link was revoked")
    expect(stage.heading).to_have_text("This big-screen link has ended")
