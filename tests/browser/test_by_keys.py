"""Linking and clustering with a keyboard alone, and the screens of the others, on which it is seen."""

from playwright.sync_api import Page, expect

from tests.browser.big_screen import BigScreen
from tests.browser.control_room import ControlRoom
from tests.browser.devices import CALM, LAPTOP, PROJECTOR, Devices
from tests.browser.house import House, Meeting
from tests.browser.keyboard import Keyboard
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA
from tests.factories import DEFINITION

SMALL = {"width": 390, "height": 600}
FACTORS = """
  - kind: poll
    title: Factors
    minutes: 5
    polls:
      - kind: multiple
        title: What helped
        max_choices: 2
        options: [{text: Coaching, type: factor}, {text: Childcare, type: factor}]
pairs:
  - {factor: Childcare, answers: [Shifts]}
"""
CRECHE, VOUCHERS, TRAINS = "A crèche at the course", "Care vouchers for parents", "Trains after class"


def stage_of(meeting: Meeting, devices: Devices) -> BigScreen:
    """The big screen, which nobody touches."""
    stage = devices.projector(devices.new(**PROJECTOR, **CALM))
    stage.open(meeting.link(BIG_SCREEN))
    return stage


def join_by_keys(keyboard: Keyboard, page: Page) -> None:
    """The first group, then the door."""
    keyboard.go_to(page.get_by_role("radio").first)
    keyboard.press("Space")
    keyboard.go_to(page.get_by_role("button", name="Join", exact=True))
    keyboard.press("Enter")


def linking(house: House) -> Meeting:
    """Giorgos has chosen barriers, and it is about what helped; the big screen shows the pairs."""
    made = house.live(GIORGOS, source=DEFINITION + FACTORS)
    barriers = made.ask("barriers")
    made.answer(GIORGOS, "barriers", "Care", "Shifts")
    made.host("close_poll", poll_id=barriers)
    made.step("Factors")
    made.ask("What helped")
    made.host("set_stage", view="matrix")
    return made


def test_somebody_links_a_factor_to_barriers_and_the_big_screen_counts_them(house: House, devices: Devices) -> None:
    meeting = linking(house)
    stage, page = stage_of(meeting, devices), devices.new(viewport=SMALL, **CALM).new_page()
    keyboard, phone = Keyboard(page), Phone(page, house.served.base)
    phone.open(meeting.code)
    join_by_keys(keyboard, page)
    keyboard.go_to(page.get_by_role("checkbox", name="Coaching"))
    keyboard.press("Space")
    keyboard.go_to(page.get_by_role("button", name="Send answer"))
    keyboard.press("Enter")
    coaching = page.locator("summary", has_text="Coaching")
    keyboard.go_to(coaching)
    keyboard.press("Enter")
    for barrier in ("Care", "Shifts"):
        keyboard.go_to(page.get_by_role("checkbox", name=barrier))
        keyboard.press("Space")
        expect(page.get_by_role("checkbox", name=barrier)).to_be_checked()
    expect(coaching).to_contain_text("2 barriers")
    lines = stage.page.get_by_role("row")
    expect(lines).to_have_text(["BarrierCoaching", "Care1 (1 person)", "Shifts1 (1 person)"])
    keyboard.press("Space")
    expect(coaching).to_contain_text("1 barrier")
    expect(lines).to_have_text(["BarrierCoaching", "Care1 (1 person)"])
    keyboard.used_nothing_else()


def test_a_host_links_and_takes_it_back_and_the_gap_is_closed_and_open_again(house: House, devices: Devices) -> None:
    meeting = linking(house)
    stage, page = stage_of(meeting, devices), devices.new(**LAPTOP, **CALM).new_page()
    keyboard, host = Keyboard(page), ControlRoom(page, house.served.base)
    host.open(meeting.link(MARIA))
    pairs, gaps = page.get_by_role("region", name="What answered what"), stage.page.locator(".stage-gaps__list li")
    keyboard.go_to(pairs.get_by_role("button", name="Gaps on big screen"))
    keyboard.press("Enter")
    expect(stage.body).to_contain_text("The answers about barriers are not shown yet.")
    meeting.host("show_results", poll_id=meeting.gathering.poll("barriers").id, to="stage", shown=True)
    expect(gaps).to_contain_text(["Care", "Shifts"])
    keyboard.go_to(pairs.locator("summary", has_text="Care"))
    keyboard.press("Enter")
    keyboard.go_to(pairs.get_by_role("checkbox", name="Coaching"))
    keyboard.press("Space")
    expect(gaps).to_contain_text(["Shifts"])
    expect(gaps).to_have_count(1)
    expect(pairs.get_by_role("checkbox", name="Coaching")).to_be_focused()
    keyboard.press("u")
    expect(gaps).to_contain_text(["Care", "Shifts"])
    keyboard.used_nothing_else()


def sorting(house: House) -> Meeting:
    """Three ideas that everybody sees, and no cluster yet."""
    made = house.live(ELENA, GIORGOS, JURGEN)
    made.step("Cooperation")
    board_id = made.gathering.board().id
    made.host("open_board", board_id=board_id)
    for person, text in ((ELENA, CRECHE), (GIORGOS, VOUCHERS), (JURGEN, TRAINS)):
        made.host("review_post", post_id=made.suggest(person, "Ask", text), state="approved")
    made.host("reveal_board", board_id=board_id, revealed=True)
    return made


def test_ideas_are_moved_by_name_and_clusters_named_merged_and_dissolved(house: House, devices: Devices) -> None:
    meeting = sorting(house)
    stage, phone = stage_of(meeting, devices), devices.phone()
    phone.come_in(meeting.code)
    page = devices.new(**LAPTOP, **CALM).new_page()
    keyboard, host = Keyboard(page), ControlRoom(page, house.served.base)
    host.open(meeting.link(MARIA))
    keyboard.press("g")
    desk = page.get_by_role("region", name="Group ideas")
    for text, cluster in ((CRECHE, "Care"), (VOUCHERS, "Money")):
        keyboard.go_to(desk.get_by_role("button", name=f"Move to… “{text}”"))
        keyboard.press("Enter")
        expect(page.get_by_role("combobox")).to_be_focused()
        keyboard.write(cluster)
        keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Lift “{text}”")).to_be_focused()
    for screen in (stage, phone):
        expect(screen.page.get_by_role("heading", name="Money", exact=False)).to_be_visible()
    keyboard.go_to(page.get_by_role("button", name="Rename… “Money”"), "Shift+Tab")
    keyboard.press("Enter")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    keyboard.press("Control+a")
    keyboard.write("Money for care")
    keyboard.press("Enter")
    for screen in (stage, phone):
        expect(screen.page.get_by_role("heading", name="Money for care")).to_be_visible()
    expect(page.get_by_role("button", name="Rename… “Money for care”")).to_be_focused()
    keyboard.go_to(page.get_by_role("button", name="Merge into… “Money for care”"))
    keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_text(["Care, 1 idea"])
    expect(page.get_by_role("combobox")).to_be_focused()
    keyboard.press("Enter")
    for screen in (stage, phone):
        expect(screen.page.get_by_role("heading", name="Money for care")).to_have_count(0)
    expect(page.get_by_role("heading", name="Care, 2 ideas")).to_be_focused()
    keyboard.go_to(page.get_by_role("button", name="Dissolve “Care”"))
    keyboard.press("Enter")
    for screen in (stage, phone):
        expect(screen.page.get_by_role("heading", name="Care", exact=False)).to_have_count(0)
        for text in (CRECHE, VOUCHERS, TRAINS):
            expect(screen.page.locator("main")).to_contain_text(text)
    keyboard.press("u")
    for screen in (stage, phone):
        expect(screen.page.get_by_role("heading", name="Care", exact=False)).to_be_visible()
    keyboard.used_nothing_else()


def test_escape_leaves_the_choice_of_a_pulse_from_the_moment_it_is_there(house: House, devices: Devices) -> None:
    meeting = house.live()
    host = devices.laptop(devices.new(**LAPTOP, **CALM))
    host.open(meeting.link(MARIA))
    opener = host.page.get_by_role("button", name="Pulse…")
    host.page.keyboard.press("p")
    expect(opener).to_have_attribute("aria-expanded", "true")
    host.page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()
    host.page.keyboard.press("3")
    expect(host.live).not_to_contain_text("How is the pace?")
