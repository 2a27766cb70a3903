"""What comes after writing: points, comments and merged ideas, from both sides."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.devices import Devices
from tests.browser.house import House, Meeting
from tests.browser.inspector import Inspector
from tests.browser.phone import Phone
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, JURGEN, MARIA
from tests.factories import DEFINITION

TITLE = "How can we work together"
CRECHE, NURSERY, TRAINS = "A crèche next to every evening course", "Child care beside courses", "Trains after class"
SOURCE = DEFINITION.replace(f"      - title: {TITLE}\n", f"      - title: {TITLE}\n        takes_comments: true\n")
WORDS = "We tried it, and it works"


@pytest.fixture
def meeting(house: House) -> Meeting:
    """Three approved ideas on a board that everybody sees."""
    made = house.live(ELENA, GIORGOS, JURGEN, source=SOURCE)
    made.step("Cooperation")
    made.host("open_board", board_id=made.gathering.board().id)
    for person, text in ((ELENA, CRECHE), (GIORGOS, NURSERY), (JURGEN, TRAINS)):
        made.host("review_post", post_id=made.suggest(person, "Ask", text), state="approved")
    made.host("reveal_board", board_id=made.gathering.board().id, revealed=True)
    return made


@pytest.fixture
def phone(meeting: Meeting, devices: Devices) -> Phone:
    """Somebody's phone in front of the board."""
    made = devices.phone()
    made.come_in(meeting.code)
    expect(made.board).to_be_visible()
    return made


def vote(meeting: Meeting, *, voting: bool) -> None:
    """Another host begins or ends the voting."""
    meeting.host("set_voting", board_id=meeting.gathering.board().id, voting=voting)


def points(phone: Phone, text: str) -> Locator:
    """The number beside an idea, between its two buttons."""
    return phone.idea(text).locator(".give-points__own")


def tap(phone: Phone, button: str, text: str, times: int = 1) -> None:
    """Give an idea more or fewer points."""
    for _ in range(times):
        phone.idea(text).get_by_role("button", name=f"One point {button}").click()


def test_points_are_given_with_one_thumb_and_ranked_when_the_host_ends_it(
    meeting: Meeting, phone: Phone, devices: Devices
) -> None:
    room, stage = devices.laptop(), devices.projector()
    room.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    room.press("Let people give points", TITLE)
    expect(stage.body).to_contain_text("Give your 5 points on your own device now")
    expect(phone.body).to_contain_text("5 of 5 points left")
    tap(phone, "more", TRAINS, 3)
    tap(phone, "more", CRECHE, 2)
    expect(phone.body).to_contain_text("0 of 5 points left")
    phone.idea(CRECHE).get_by_role("button", name="One point more").click(force=True)
    expect(points(phone, CRECHE)).to_have_text("2 points")
    expect(phone.said).to_contain_text("No points left.")
    tap(phone, "less", TRAINS)
    expect(points(phone, TRAINS)).to_have_text("2 points")
    tap(phone, "more", CRECHE)
    expect(room.card(TITLE)).to_contain_text("1 person gave 5 points; each has 5.")
    expect(stage.body).not_to_contain_text("3 points")
    room.press("End the voting", TITLE)
    expect(stage.page.locator(".stage-ranked__idea")).to_have_text([f"3 points{CRECHE}", f"2 points{TRAINS}"])
    expect(phone.idea(CRECHE)).to_contain_text("3 points")
    expect(phone.idea(CRECHE).get_by_role("button", name="One point more")).to_have_count(0)


def test_who_writes_is_told_of_the_ideas_and_of_the_points_and_stays_where_they_are(
    meeting: Meeting, phone: Phone
) -> None:
    board_id = meeting.gathering.board().id
    meeting.host("reveal_board", board_id=board_id, revealed=False)
    field = phone.page.get_by_label("Your idea", exact=True)
    field.fill("Half a thought")
    expect(phone.body).not_to_contain_text("3 ideas are on the board")
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    expect(phone.said).to_have_text("Everybody's ideas are below now.")
    expect(phone.body).to_contain_text("3 ideas are on the board")
    expect(field).to_be_focused()
    vote(meeting, voting=True)
    expect(phone.said).to_have_text("You have 5 points to give.")
    expect(field).to_be_focused()
    phone.page.get_by_role("button", name="Give points").click()
    expect(phone.page.get_by_role("heading", name="Ideas on the board")).to_be_focused()
    expect(phone.page.get_by_role("heading", name="Ideas on the board")).to_be_in_viewport()
    expect(field).to_have_value("Half a thought")


def test_points_on_an_idea_that_the_host_hid_can_be_taken_back(meeting: Meeting, phone: Phone) -> None:
    vote(meeting, voting=True)
    tap(phone, "more", TRAINS, 4)
    expect(points(phone, TRAINS)).to_have_text("4 points")
    expect(phone.body).to_contain_text("1 of 5 points left")
    meeting.host("review_post", post_id=meeting.gathering.post(TRAINS).id, state="hidden")
    expect(phone.body).to_contain_text("4 points of yours went to ideas that are not shown any more.")
    phone.page.get_by_role("button", name="Take them back").click()
    expect(phone.body).to_contain_text("5 of 5 points left")
    expect(phone.page.get_by_role("button", name="Take them back")).to_have_count(0)


def test_a_comment_is_seen_by_others_once_the_host_approved_it(
    meeting: Meeting, phone: Phone, devices: Devices
) -> None:
    room, other = devices.laptop(), devices.phone()
    room.open(meeting.link(MARIA))
    other.come_in(meeting.code)
    phone.idea(CRECHE).get_by_role("button", name=f"Comment on “{CRECHE}”").click()
    phone.page.get_by_label("Your comment").fill(WORDS)
    phone.page.get_by_role("button", name="Send comment").click()
    expect(phone.idea(CRECHE)).to_contain_text("Waiting for the host")
    expect(phone.said).to_have_text("Comment sent. The host reviews comments first.")
    queue = room.page.get_by_role("region", name="Comments that wait for you: 1")
    expect(queue).to_contain_text(f"On “{CRECHE}”")
    expect(other.idea(CRECHE)).not_to_contain_text(WORDS)
    queue.get_by_role("button", name=f"Approve “{WORDS}”").click()
    expect(other.idea(CRECHE)).to_contain_text(WORDS)
    expect(phone.idea(CRECHE)).to_contain_text("Everybody sees it")
    room.page.get_by_role("button", name=f"Hide “{WORDS}”").click()
    expect(other.idea(CRECHE)).not_to_contain_text(WORDS)
    expect(phone.idea(CRECHE)).to_contain_text("Not shown")


def test_a_comment_can_be_taken_back_until_then(meeting: Meeting, phone: Phone) -> None:
    phone.idea(TRAINS).get_by_role("button", name=f"Comment on “{TRAINS}”").click()
    phone.page.get_by_label("Your comment").fill(WORDS)
    phone.page.get_by_role("button", name="Send comment").click()
    phone.page.get_by_role("button", name=f"Withdraw the comment “{WORDS}”").click()
    expect(phone.idea(TRAINS)).not_to_contain_text(WORDS)
    expect(phone.page.get_by_role("button", name=f"Comment on “{TRAINS}”")).to_be_focused()
    post = meeting.gathering.state(MARIA)["posts"][str(meeting.gathering.post(TRAINS).id)]
    assert post is not None
    assert post["comments"] == []


def test_ideas_that_say_the_same_are_merged_and_taken_apart_again(
    meeting: Meeting, phone: Phone, devices: Devices
) -> None:
    meeting.act(ELENA, "support_post", post_id=meeting.gathering.post(CRECHE).id, supported=True)
    meeting.act(ELENA, "support_post", post_id=meeting.gathering.post(NURSERY).id, supported=True)
    meeting.act(JURGEN, "support_post", post_id=meeting.gathering.post(NURSERY).id, supported=True)
    room, stage = devices.laptop(), devices.projector()
    room.open(meeting.link(MARIA))
    stage.open(meeting.link(BIG_SCREEN))
    room.page.keyboard.press("g")
    for text in (CRECHE, NURSERY):
        room.page.get_by_role("checkbox", name=f"Select “{text}”").check()
    room.page.get_by_role("button", name="Merge 2 that say the same…").click()
    room.page.get_by_role("dialog").get_by_role("button", name=CRECHE).click()
    expect(phone.idea(CRECHE)).to_contain_text("Together with a similar idea")
    expect(phone.idea(CRECHE).get_by_role("button", name="Support, 2 people")).to_be_visible()
    expect(stage.page.get_by_text(NURSERY)).to_have_count(0)
    room.page.get_by_role("button", name=f"Take apart “{NURSERY}”").click()
    expect(stage.page.get_by_text(NURSERY)).to_be_visible()
    expect(phone.idea(CRECHE).get_by_role("button", name="Support, 1 person")).to_be_visible()
    room.page.keyboard.press("u")
    expect(stage.page.get_by_text(NURSERY)).to_have_count(0)


def test_the_author_of_a_merged_idea_is_told(house: House, devices: Devices) -> None:
    meeting = house.live(ELENA, source=SOURCE)
    meeting.step("Cooperation")
    board_id = meeting.gathering.board().id
    meeting.host("open_board", board_id=board_id)
    phone = devices.phone()
    phone.come_in(meeting.code)
    phone.suggest("Ask", NURSERY)
    expect(phone.my_ideas).to_contain_text(["Waiting for the host"])
    meeting.host("review_post", post_id=meeting.suggest(ELENA, "Ask", CRECHE), state="approved")
    meeting.host("review_post", post_id=meeting.gathering.post(NURSERY).id, state="approved")
    meeting.host("reveal_board", board_id=board_id, revealed=True)
    ids = {text: meeting.gathering.post(text).id for text in (CRECHE, NURSERY)}
    meeting.host("add_cluster", board_id=board_id, title="Care", post_ids=list(ids.values()))
    expect(phone.my_ideas).to_contain_text(["On the board, grouped under “Care”"])
    meeting.host("merge_posts", board_id=board_id, post_ids=[ids[NURSERY]], into_id=ids[CRECHE])
    expect(phone.my_ideas).to_contain_text([f"On the board, together with “{CRECHE}”"])
    expect(phone.idea(CRECHE)).to_contain_text("You")


def test_voting_and_comments_are_open_to_everybody(
    meeting: Meeting, phone: Phone, devices: Devices, inspector: Inspector
) -> None:
    gathering = meeting.gathering
    meeting.act(ELENA, "send_comment", post_id=gathering.post(CRECHE).id, text=WORDS, language="en")
    vote(meeting, voting=True)
    tap(phone, "more", CRECHE, 2)
    phone.idea(TRAINS).get_by_role("button", name=f"Comment on “{TRAINS}”").click()
    inspector.scan(phone.page, "giving points and commenting")
    room, stage = devices.laptop(), devices.projector()
    room.open(meeting.link(MARIA))
    inspector.scan(room.page, "a comment waits while people vote")
    stage.open(meeting.link(BIG_SCREEN))
    expect(stage.body).to_contain_text("Give your 5 points")
    vote(meeting, voting=False)
    expect(stage.page.locator(".stage-ranked__idea")).to_have_count(1)
    inspector.scan(stage.page, "ranked by points")
