"""Sorting ideas: the host puts them together with a keyboard or a pointer; phones and the big screen follow."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.control_room import ControlRoom
from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.keyboard import Keyboard
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA, SIOBHAN, Person

IDEAS = {
    "A crèche next to every evening course": ELENA,
    "Care vouchers for parents who train": GIORGOS,
    "Trains that still run after class": SIOBHAN,
    "Lend us a mentor for a month": JURGEN,
}
CRECHE, VOUCHERS, TRAINS, MENTOR = IDEAS
AGAIN, LENT = "Creche beside every evening course", "A mentor: lend us one for a month!"


@pytest.fixture
def meeting(house: House) -> Meeting:
    """Four approved ideas on a board that everybody sees."""
    made = house.live(*IDEAS.values())
    made.step("Cooperation")
    board_id = made.gathering.board().id
    made.host("open_board", board_id=board_id)
    for text, person in IDEAS.items():
        made.host("review_post", post_id=made.suggest(person, "Ask", text), state="approved")
    made.host("reveal_board", board_id=board_id, revealed=True)
    return made


def cluster(meeting: Meeting, title: str, *texts: str) -> int:
    """Another host makes a cluster."""
    gathering = meeting.gathering
    posts = [gathering.post(text).id for text in texts]
    made = meeting.host("add_cluster", board_id=gathering.board().id, title=title, post_ids=posts)["made"]
    return int(made["cluster_id"])


def approve(meeting: Meeting, person: Person, text: str) -> None:
    """One more idea comes, and another host lets everybody see it."""
    meeting.host("review_post", post_id=meeting.suggest(person, "Ask", text), state="approved")


def hints(room: ControlRoom) -> Locator:
    """What the server suggests on the desk."""
    return room.page.locator(".hints")


def hint(room: ControlRoom, first: str, second: str) -> Locator:
    """The two ideas that are suggested now."""
    return room.page.get_by_role("group", name=f"“{first}” says nearly the same as “{second}”")


def desk(meeting: Meeting, devices: Devices) -> ControlRoom:
    """Maria's control room."""
    room = devices.laptop()
    room.open(meeting.link(MARIA))
    return room


def table(room: ControlRoom) -> Locator:
    """The desk on which ideas are put together."""
    return room.page.get_by_role("region", name="Group ideas")


def pile(room: ControlRoom, title: str) -> Locator:
    """A cluster on the sorting desk."""
    return room.page.locator(".pile").filter(has=room.page.get_by_role("heading", name=title))


def holds(room: ControlRoom, title: str, *texts: str) -> None:
    """These ideas, in the order they came, and no other ones."""
    expect(pile(room, title).locator(".card .quote")).to_have_text(list(texts))


def test_with_keys_alone_ideas_are_selected_grouped_lifted_and_let_go(meeting: Meeting, devices: Devices) -> None:
    room = devices.laptop()
    keyboard = Keyboard(room.page)
    room.open(meeting.link(MARIA))
    keyboard.press("g")
    expect(room.page.get_by_role("heading", name="Group ideas")).to_be_focused()
    for text in (CRECHE, VOUCHERS):
        keyboard.go_to(room.page.get_by_role("checkbox", name=f"Select “{text}”"))
        keyboard.press("Space")
    keyboard.press("g")
    expect(room.page.get_by_role("dialog", name="Move 2 ideas to…")).to_be_visible()
    keyboard.write("Care")
    keyboard.press("Enter")
    holds(room, "Care", CRECHE, VOUCHERS)
    expect(room.told).to_have_text("Made the cluster Care, with 2 ideas.")
    expect(room.page.get_by_role("button", name=f"Lift “{CRECHE}”")).to_be_focused()

    keyboard.go_to(room.page.get_by_role("button", name=f"Lift “{TRAINS}”"), "Shift+Tab")
    keyboard.press("Space")
    expect(room.page.get_by_role("status")).to_have_text("Lifted. Ungrouped, 2 ideas.")
    keyboard.press("ArrowDown")
    expect(room.page.get_by_role("status")).to_have_text("Cluster 1 of 1, Care, 2 ideas.")
    hanging = room.page.locator(".card__over")
    expect(hanging).to_be_visible()
    expect(hanging).to_have_text("Cluster 1 of 1, Care, 2 ideas. Space drops it there.")
    keyboard.press("Escape")
    expect(room.page.get_by_role("status")).to_have_text("Put back. Nothing was moved.")
    expect(hanging).to_have_count(0)
    keyboard.press("Space", "ArrowRight", "Space")
    holds(room, "Care", CRECHE, VOUCHERS, TRAINS)
    expect(room.told).to_have_text("Moved 1 idea to Care, 3 ideas.")
    expect(room.page.get_by_role("button", name=f"Lift “{TRAINS}”")).to_be_focused()
    keyboard.press("u")
    holds(room, "Care", CRECHE, VOUCHERS)
    holds(room, "Ungrouped", TRAINS, MENTOR)
    keyboard.used_nothing_else()


def test_a_number_sends_and_the_name_of_a_cluster_is_found_by_its_letters(meeting: Meeting, devices: Devices) -> None:
    cluster(meeting, "Care")
    cluster(meeting, "Getting there")
    room = desk(meeting, devices)
    room.page.get_by_role("button", name="Group ideas").click()
    room.page.get_by_role("checkbox", name=f"Select “{TRAINS}”").check()
    room.page.keyboard.press("2")
    holds(room, "Getting there", TRAINS)
    table(room).get_by_role("button", name=f"Move to… “{CRECHE}”").click()
    room.page.get_by_role("combobox").fill("ar")
    expect(room.page.get_by_role("option")).to_have_text(["Care, 0 ideas", "New cluster “ar”"])
    room.page.keyboard.press("Enter")
    holds(room, "Care", CRECHE)
    room.page.keyboard.press("u")
    holds(room, "Care")


def test_a_pointer_drags_an_idea_on_the_wall(meeting: Meeting, devices: Devices) -> None:
    cluster(meeting, "Care", CRECHE)
    room = desk(meeting, devices)
    room.page.get_by_role("button", name="Group ideas").click()
    room.page.get_by_role("button", name="Wall").click()
    room.page.locator(".card").filter(has_text=VOUCHERS).drag_to(pile(room, "Care"))
    holds(room, "Care", CRECHE, VOUCHERS)
    expect(room.told).to_have_text("Moved 1 idea to Care, 2 ideas.")


def test_clusters_are_named_merged_and_dissolved_and_everybody_sees_them(meeting: Meeting, devices: Devices) -> None:
    room, phone, stage = desk(meeting, devices), devices.phone(), devices.projector()
    phone.come_in(meeting.code)
    stage.open(meeting.link(BIG_SCREEN))
    cluster(meeting, "Care", CRECHE)
    cluster(meeting, "Money", VOUCHERS)
    room.page.get_by_role("button", name="Group ideas").click()
    room.page.get_by_role("button", name="Rename… “Money”").click()
    room.page.get_by_label("Name", exact=True).fill("Money for care")
    room.page.get_by_role("button", name="Rename", exact=True).click()
    holds(room, "Money for care", VOUCHERS)
    for screen in (phone, stage):
        expect(screen.page.get_by_role("heading", name="Money for care")).to_be_visible()
        expect(screen.page.get_by_role("heading", name="Care", exact=False).first).to_contain_text("Care")
    room.page.get_by_role("button", name="Merge into… “Money for care”").click()
    room.page.get_by_role("option", name="Care, 1 idea").click()
    holds(room, "Care", CRECHE, VOUCHERS)
    for screen in (phone, stage):
        expect(screen.page.get_by_role("heading", name="Money for care")).to_have_count(0)
    room.page.get_by_role("button", name="Dissolve “Care”").click()
    expect(pile(room, "Care")).to_have_count(0)
    holds(room, "Ungrouped", *IDEAS)
    room.page.keyboard.press("u")
    holds(room, "Care", CRECHE, VOUCHERS)
    expect(phone.page.get_by_role("heading", name="Care, 2 ideas")).to_be_visible()


def test_a_host_is_told_of_ideas_that_say_nearly_the_same_and_merges_them_with_one_key(
    meeting: Meeting, devices: Devices
) -> None:
    approve(meeting, GIORGOS, AGAIN)
    room, phone = devices.laptop(), devices.phone()
    keyboard = Keyboard(room.page)
    phone.come_in(meeting.code)
    room.open(meeting.link(MARIA))
    expect(room.page.get_by_text("1 idea may say the same as another.")).to_be_visible()
    keyboard.press("g")
    expect(hint(room, CRECHE, AGAIN)).to_be_visible()
    supports = phone.board.get_by_role("button", name="Support")
    expect(supports).to_have_count(5)
    keyboard.press("s")
    expect(room.told).to_have_text("Merged 1 idea into another. All words are kept.")
    expect(hints(room)).to_have_count(0)
    expect(phone.idea(CRECHE)).to_contain_text("Together with a similar idea")
    expect(supports).to_have_count(4)
    keyboard.press("u")
    expect(supports).to_have_count(5)
    keyboard.go_to(room.page.get_by_role("button", name=f"Let this one stand for both “{AGAIN}”"))
    keyboard.press("Enter")
    expect(phone.idea(AGAIN)).to_contain_text("Together with a similar idea")
    expect(room.page.get_by_role("heading", name="Group ideas")).to_be_focused()
    keyboard.used_nothing_else()


def test_a_suggestion_can_be_put_away_on_this_device_or_end_in_one_cluster(meeting: Meeting, devices: Devices) -> None:
    approve(meeting, GIORGOS, AGAIN)
    approve(meeting, ELENA, LENT)
    cluster(meeting, "Care", CRECHE)
    room, other = desk(meeting, devices), desk(meeting, devices)
    for each in (room, other):
        each.page.get_by_role("button", name="Group ideas").click()
        expect(hints(each)).to_contain_text("1 of 2")
    room.page.keyboard.press("n")
    expect(room.told).to_have_text("Put the suggestion away. Both ideas stay as they are.")
    first, second = (MENTOR, LENT), (CRECHE, AGAIN)
    expect(hint(room, *second)).to_be_visible()
    room.page.reload()
    room.page.get_by_role("button", name="Group ideas").click()
    expect(hint(room, *second)).to_be_visible()
    expect(hint(other, *first)).to_be_visible()
    room.page.get_by_role("button", name="Put both into “Care”").click()
    holds(room, "Care", CRECHE, AGAIN)
    expect(hints(room)).to_contain_text("Nothing more that may say the same")
    room.page.get_by_role("button", name="Show 1 again that you put away").click()
    expect(hint(room, *first)).to_be_focused()
    room.page.keyboard.press("w")
    room.page.get_by_role("dialog").get_by_role("option", name="Care, 2 ideas").click()
    holds(room, "Care", CRECHE, MENTOR, AGAIN, LENT)
    expect(hints(room)).to_have_count(0)


def test_the_desk_for_sorting_is_open_to_everybody(meeting: Meeting, devices: Devices, inspector: Inspector) -> None:
    cluster(meeting, "Care", CRECHE, VOUCHERS)
    cluster(meeting, "Getting there", TRAINS)
    approve(meeting, GIORGOS, AGAIN)
    room = desk(meeting, devices)
    room.page.keyboard.press("g")
    expect(hint(room, CRECHE, AGAIN)).to_be_visible()
    inspector.scan(room.page, "sorting, as an outline")
    room.page.get_by_role("button", name="Wall").click()
    inspector.scan(room.page, "sorting, as a wall")
    table(room).get_by_role("button", name=f"Move to… “{MENTOR}”").click()
    inspector.scan(room.page, "sorting, asking where to")
