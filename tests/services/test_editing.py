"""What the organiser may edit, and what stays because people have answered."""

from typing import Any

import pytest

from facilitator.domain.errors import Refusal
from facilitator.services import templates
from facilitator.services.sessions import definition_of
from facilitator.storage import records, sessions
from facilitator.storage.database import Work
from tests.cast import ELENA, GIORGOS, MARIA, NADIA, Person
from tests.edits import BOARD, QUESTION, columns_of, edit, groups_of, options_of
from tests.factories import Gathering


def refused(gathering: Gathering, name: str, person: Person = NADIA, **args: Any) -> str:  # noqa: ANN401
    """The code of a refusal, after which everything is as it was."""
    before = exported(gathering)
    with pytest.raises(Refusal) as refusal:
        gathering.send(person, name, **args)
    assert exported(gathering) == before
    return refusal.value.code


def exported(gathering: Gathering) -> str:
    def dump(work: Work) -> str:
        session = sessions.find(work, gathering.session_id)
        assert session is not None
        return templates.dump(definition_of(work, session))

    return gathering.read(dump)


@pytest.fixture
def asked(gathering: Gathering) -> Gathering:
    """A live session in which one question was answered, one is open, and the board has one idea."""
    gathering.go_live()
    for name in ("way", "barriers", "progress"):
        gathering.steer(MARIA, "open_poll", poll_id=gathering.poll(name).id)
    gathering.answer(ELENA, "way", "Alone")
    gathering.answer(ELENA, "progress", "Planned")
    gathering.steer(MARIA, "close_poll", poll_id=gathering.poll("way").id)
    gathering.steer(MARIA, "open_board", board_id=gathering.board().id)
    gathering.suggest(GIORGOS, "Offer", "Evening courses")
    return gathering


def test_only_the_organiser_edits(asked: Gathering) -> None:
    for person in (MARIA, ELENA):
        assert refused(asked, "edit_session", person, title="Mine now") == "not_allowed"
        assert refused(asked, "remove_poll", person, poll_id=asked.poll("barriers").id) == "not_allowed"
    assert edit(asked, "edit_session", title="Hers still")["ok"] is True


def test_an_edit_is_told_to_every_browser_and_stands_in_the_log(asked: Gathering) -> None:
    before = asked.state(ELENA)["rev"]
    ack = edit(asked, "edit_item", item_id=asked.items()[0].id, title="A warm welcome")
    assert ack["rev"] == before + 1
    change = asked.state(ELENA, since=before)["topics"]["agenda"]
    assert change is not None
    assert change["items"][0]["title"] == "A warm welcome"  # type: ignore[typeddict-item]
    act = asked.read(lambda work: records.latest_acts(work, asked.session_id, 1))[0]
    assert (act.by, act.act, act.what) == (NADIA.name, "edit_item", "A warm welcome")


def test_two_people_who_edit_different_fields_both_get_what_they_wrote(gathering: Gathering) -> None:
    item = gathering.items()[0]
    edit(gathering, "edit_item", item_id=item.id, title="Good morning")
    edit(gathering, "edit_item", item_id=item.id, minutes=9)
    after = gathering.items()[0]
    assert (after.title, after.minutes, after.notes) == ("Good morning", 9, item.notes)


def test_a_command_that_is_sent_twice_adds_one_step(gathering: Gathering) -> None:
    step = {"kind": "talk", "title": "Talk", "minutes": 5}
    for _ in range(2):
        gathering.send(NADIA, "add_item", op_id="the-same-number-twice", position=2, item=step)
    assert [item.title for item in gathering.items()].count("Talk") == 1
    assert [item.position for item in gathering.items()] == list(range(6))
    assert gathering.items()[2].title == "Talk"


def test_every_edit_leaves_a_definition_that_can_be_imported(gathering: Gathering) -> None:
    item = gathering.items()[2]
    edit(gathering, "add_poll", item_id=item.id, poll=QUESTION)
    edit(gathering, "add_board", item_id=item.id, board=BOARD)
    edit(gathering, "move_item", item_id=item.id, position=0)
    edit(gathering, "edit_session", label_sets={"progress": ["No", "Yes"], "new": ["Low", "High"]})
    edit(gathering, "edit_poll", poll_id=gathering.poll("progress").id, labels="new")
    definition = templates.load(exported(gathering))
    assert definition.agenda[0].polls[0].title == QUESTION["title"]
    assert gathering.poll("progress").labels == ["Low", "High"]


@pytest.mark.parametrize(
    "changes",
    [
        {"options": [{"text": "Only one"}]},
        {"options": [{"text": "Same"}, {"text": " same "}]},
        {"max_choices": 9},
        {"title": " "},
        {"title": "\x00"},
        {"kind": "astrology"},
        {"kind": "scale"},
        {"labels": "progress"},
        {"min_choices": 3, "max_choices": 2},
    ],
)
def test_an_edit_that_no_definition_could_say_is_refused(gathering: Gathering, changes: dict[str, Any]) -> None:
    assert refused(gathering, "edit_poll", poll_id=gathering.poll("barriers").id, **changes) == "definition_wrong"


def test_a_scale_needs_labels_that_exist_and_a_set_in_use_stays(gathering: Gathering) -> None:
    assert (
        refused(gathering, "edit_poll", poll_id=gathering.poll("progress").id, labels="nowhere") == "definition_wrong"
    )
    assert refused(gathering, "edit_session", label_sets={}) == "definition_wrong"


def test_texts_of_an_answered_question_are_corrected_and_the_answers_stay(asked: Gathering) -> None:
    poll = asked.poll("way")
    alone, team = options_of(asked, "way")
    edit(asked, "edit_poll", poll_id=poll.id, options=[team, {**alone, "text": "On my own"}, {"text": "In a pair"}])
    topic = asked.state(MARIA)["topics"][f"poll:{poll.id}"]
    rows = topic["results"]["rows"]  # type: ignore[typeddict-item, index]
    assert [(row["label"], row["count"]) for row in rows] == [("In a team", 0), ("On my own", 1), ("In a pair", 0)]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "text", "options": [], "has_other": False},
        {"has_other": False},
        {"options": [{"text": "A"}, {"text": "B"}]},
    ],
)
def test_nothing_is_taken_away_from_an_answered_question(asked: Gathering, changes: dict[str, Any]) -> None:
    assert refused(asked, "edit_poll", poll_id=asked.poll("way").id, **changes) == "still_in_use"


def test_an_open_question_is_not_narrowed_even_before_the_first_answer(asked: Gathering) -> None:
    barriers = asked.poll("barriers")
    assert refused(asked, "edit_poll", poll_id=barriers.id, options=options_of(asked, "barriers")[1:]) == "still_in_use"
    assert refused(asked, "edit_poll", poll_id=barriers.id, max_choices=2) == "still_in_use"
    assert refused(asked, "remove_poll", poll_id=barriers.id) == "still_in_use"
    edit(asked, "edit_poll", poll_id=barriers.id, max_choices=4)
    assert asked.poll("barriers").max_choices == 4


def test_the_words_of_an_answered_scale_change_and_their_number_does_not(asked: Gathering) -> None:
    fewer, corrected = ["No", "Yes"], ["Not yet", "We talk", "Planned", "Done"]
    assert refused(asked, "edit_session", label_sets={"progress": fewer}) == "still_in_use"
    edit(asked, "edit_session", label_sets={"progress": corrected})
    assert asked.poll("progress").labels == corrected
    assert refused(asked, "edit_poll", poll_id=asked.poll("progress").id, not_applicable=None) == "still_in_use"


def test_what_people_answered_or_went_through_is_not_removed(asked: Gathering) -> None:
    assert refused(asked, "remove_poll", poll_id=asked.poll("way").id) == "still_in_use"
    assert refused(asked, "remove_board", board_id=asked.board().id) == "still_in_use"
    assert refused(asked, "remove_item", item_id=asked.items()[0].id) == "still_in_use"
    assert refused(asked, "remove_item", item_id=asked.items()[1].id) == "still_in_use"
    assert refused(asked, "remove_item", item_id=asked.items()[3].id) == "still_in_use"
    edit(asked, "remove_item", item_id=asked.items()[2].id)
    assert [item.title for item in asked.items()] == ["Welcome", "Barriers", "Cooperation", "Close"]


def test_a_column_with_ideas_stays_and_can_be_renamed(asked: Gathering) -> None:
    offer, *others = columns_of(asked)
    assert refused(asked, "edit_board", board_id=asked.board().id, columns=others) == "still_in_use"
    edit(asked, "edit_board", board_id=asked.board().id, columns=[{**offer, "title": "We offer"}])
    assert [column.title for column in asked.board().columns] == ["We offer"]


def test_a_group_that_somebody_chose_stays(asked: Gathering) -> None:
    groups = groups_of(asked)
    assert refused(asked, "edit_session", groups=groups[1:]) == "still_in_use"
    edit(asked, "edit_session", groups=[*reversed(groups), {"key": "research", "title": "Research"}])
    assert [group.key for group in asked.session().groups][-2:] == ["trade-union", "research"]


def test_an_agenda_keeps_at_least_one_step(gathering: Gathering) -> None:
    for item in gathering.items()[1:]:
        edit(gathering, "remove_item", item_id=item.id)
    assert refused(gathering, "remove_item", item_id=gathering.items()[0].id) == "wrong_state"


def test_things_of_another_session_are_not_found(gathering: Gathering) -> None:
    groups = [{"id": 999, "key": "spies", "title": "Spies"}]
    options = [{"id": 999, "text": "A"}, {"text": "B"}]
    assert refused(gathering, "edit_item", item_id=999, title="x") == "not_found"
    assert refused(gathering, "edit_poll", poll_id=gathering.poll("way").id, options=options) == "not_found"
    assert refused(gathering, "edit_session", groups=groups) == "not_found"
    assert refused(gathering, "move_poll", poll_id=gathering.poll("way").id, item_id=999, position=0) == "not_found"


def test_a_question_moves_between_steps(gathering: Gathering) -> None:
    poll, last = gathering.poll("words"), gathering.items()[-1]
    edit(gathering, "move_poll", poll_id=poll.id, item_id=last.id, position=0)
    assert gathering.poll("words").item_id == last.id
    edit(gathering, "move_poll", poll_id=poll.id, item_id=gathering.items()[0].id, position=0)
    first = gathering.read(
        lambda work: [each.title for each in definition_of(work, gathering.session()).agenda[0].polls]
    )
    assert first == ["In your own words", "How do you work", "How far are you"]


def test_the_plan_holds_once_the_session_has_begun(asked: Gathering) -> None:
    assert refused(asked, "edit_session", start="2030-01-01T10:00:00+00:00") == "wrong_state"


def test_a_draft_is_planned_anew(gathering: Gathering) -> None:
    edit(gathering, "edit_session", start="2030-01-01T10:00:00+01:00", delete_on="2030-06-01")
    agenda = gathering.state(MARIA)["topics"]["agenda"]
    assert agenda is not None
    assert agenda["items"][0]["planned_start_ms"] == 1893488400000  # type: ignore[typeddict-item]
    assert gathering.session().delete_on.isoformat() == "2030-06-01"


def test_a_session_is_never_deleted_before_its_day_nor_later_than_people_were_told(gathering: Gathering) -> None:
    told = gathering.session().delete_on
    assert refused(gathering, "edit_session", delete_on="2020-01-01") == "definition_wrong"
    assert refused(gathering, "edit_session", delete_on="someday") == "bad_shape"
    later = told.replace(year=told.year + 1).isoformat()
    edit(gathering, "edit_session", delete_on=later)
    gathering.go_live()
    assert refused(gathering, "edit_session", delete_on=told.replace(year=told.year + 2).isoformat()) == "still_in_use"
    edit(gathering, "edit_session", delete_on=told.isoformat())
    assert gathering.session().delete_on == told


def test_after_the_end_texts_are_corrected_and_the_agenda_stays(asked: Gathering) -> None:
    asked.end()
    item = asked.items()[2]
    assert refused(asked, "add_item", position=0, item={"kind": "talk", "title": "x", "minutes": 1}) == "session_ended"
    assert refused(asked, "move_item", item_id=item.id, position=0) == "session_ended"
    assert refused(asked, "remove_item", item_id=item.id) == "session_ended"
    assert refused(asked, "add_poll", item_id=item.id, poll=QUESTION) == "session_ended"
    assert refused(asked, "remove_poll", poll_id=asked.poll("words").id) == "session_ended"
    assert refused(asked, "add_board", item_id=item.id, board=BOARD) == "session_ended"
    edit(asked, "edit_item", item_id=item.id, title="A break")
    assert asked.items()[2].title == "A break"


def test_minutes_that_were_taken_off_live_are_not_planned_away(asked: Gathering) -> None:
    item = asked.items()[0]
    asked.steer(MARIA, "add_minutes", item_id=item.id, minutes=-4)
    assert refused(asked, "edit_item", item_id=item.id, minutes=4) == "wrong_state"
    edit(asked, "edit_item", item_id=item.id, minutes=6)
    assert asked.items()[0].minutes == 6
