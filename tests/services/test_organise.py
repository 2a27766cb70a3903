"""What an organiser does with whole sessions: making, copying, listing, inviting, erasing."""

from pathlib import Path

import pytest
from sqlalchemy import event as sqlalchemy_event

from facilitator.domain.errors import LinkRevoked, NotFound, NotLive, OpReused
from facilitator.domain.people import Organiser
from facilitator.services import links, organise
from facilitator.services.organise import Plan
from facilitator.storage import people, records, sessions
from facilitator.storage.database import Work
from tests.cast import ELENA, MARIA, NADIA, OSKAR
from tests.factories import Gathering, definition, gather

NUMBER = "number-of-one-form"


def nadia(gathering: Gathering) -> Organiser:
    found = gathering.read(lambda work: people.find_organiser_by_email(work, "nadia@example.org"))
    assert found is not None
    return found


def oskar(gathering: Gathering) -> Organiser:
    """Another organiser on the same installation, to whom nothing here belongs."""

    def put(work: Work) -> Organiser:
        other = Organiser(email="oskar@example.org", name=OSKAR.name, created_at=work.now)
        people.put_organiser(work, other)
        return other

    return gathering.write(put)


def plan(gathering: Gathering) -> Plan:
    return gathering.read(lambda work: organise.look(work, nadia(gathering).id, gathering.public_id))


def test_another_organisers_session_is_not_found(gathering: Gathering) -> None:
    stranger = oskar(gathering)
    assert gathering.read(lambda work: organise.list_sessions(work, stranger.id)) == []
    for wish in (
        lambda work: organise.look(work, stranger.id, gathering.public_id),
        lambda work: organise.duplicate(work, stranger.id, gathering.public_id, NUMBER, keep_days=1),
        lambda work: organise.list_links(work, stranger.id, gathering.public_id),
        lambda work: organise.make_link(work, stranger, gathering.public_id, "moderator", "Oskar"),
        lambda work: organise.erase(work, stranger.id, gathering.public_id),
    ):
        with pytest.raises(NotFound):
            gathering.write(wish)
    assert plan(gathering).session.title == "Balance in training"


def test_a_list_costs_as_many_queries_for_three_sessions_as_for_one(gathering: Gathering, tmp_path: Path) -> None:
    def queries() -> int:
        said: list[str] = []
        with gathering.database.reading() as work:
            engine = work.orm.get_bind()
            listen = lambda *args: said.append(args[2])  # noqa: E731  as the event wants it
            sqlalchemy_event.listen(engine, "before_cursor_execute", listen)
            organise.list_sessions(work, gathering.session().owner_id or 0)
            sqlalchemy_event.remove(engine, "before_cursor_execute", listen)
        return len(said)

    with_one = queries()
    for _ in range(2):
        gather(tmp_path, database=gathering.database)
    assert len(gathering.read(lambda work: organise.list_sessions(work, nadia(gathering).id))) == 3
    assert queries() == with_one


def test_the_list_says_how_long_a_session_takes_and_how_many_joined(gathering: Gathering) -> None:
    gathering.go_live()
    listed = gathering.read(lambda work: organise.list_sessions(work, nadia(gathering).id))
    assert [(each.minutes, each.people) for each in listed] == [(40, 5)]


def test_a_plan_holds_what_an_editor_shows(gathering: Gathering) -> None:
    gathering.go_live()
    gathering.steer(MARIA, "open_poll", poll_id=gathering.poll("way").id)
    gathering.answer(ELENA, "way", "Alone")
    found = plan(gathering)
    assert [len(step.polls) for step in found.steps] == [2, 2, 0, 0, 0]
    assert [len(step.boards) for step in found.steps] == [0, 0, 0, 1, 0]
    assert (found.minutes, found.joined, found.answers) == (40, 5, {gathering.poll("way").id: 1})
    assert found.is_settled(found.poll(gathering.poll("way").id))
    assert not found.is_settled(found.poll(gathering.poll("words").id))
    for look in (found.step, found.poll, found.board):
        with pytest.raises(NotFound):
            look(999)


def test_a_form_that_is_sent_twice_makes_one_session(gathering: Gathering) -> None:
    owner = nadia(gathering)
    made = {
        gathering.write(
            lambda work: organise.make(work, owner.id, NUMBER, definition(), start=None, keep_days=10).public_id
        )
        for _ in range(2)
    }
    assert len(made) == 1
    other = definition().model_copy(update={"title": "Something else"})
    with pytest.raises(OpReused):
        gathering.write(lambda work: organise.make(work, owner.id, NUMBER, other, start=None, keep_days=10))


def test_a_copy_has_the_definition_and_nothing_of_what_happened(gathering: Gathering) -> None:
    gathering.go_live()
    owner = nadia(gathering)
    copy = gathering.write(lambda work: organise.duplicate(work, owner.id, gathering.public_id, NUMBER, keep_days=9))
    found = gathering.read(lambda work: organise.look(work, owner.id, copy.public_id))
    assert (copy.title, copy.state, found.joined) == ("Balance in training (copy)", "draft", 0)
    assert [step.item.title for step in found.steps] == [step.item.title for step in plan(gathering).steps]
    assert {step.item.state for step in found.steps} == {"ahead"}
    assert copy.code != gathering.code


def test_a_link_works_until_it_is_revoked_and_both_stand_in_the_log(gathering: Gathering) -> None:
    owner, before = nadia(gathering), gathering.session().rev
    token = gathering.write(lambda work: organise.make_link(work, owner, gathering.public_id, "moderator", "Ines"))
    link, _ = gathering.write(lambda work: links.enter(work, token))
    assert (link.name, link.role) == ("Ines", "moderator")
    for _ in range(2):
        gathering.write(lambda work: organise.revoke_link(work, owner, gathering.public_id, link.id))
    with pytest.raises(LinkRevoked):
        gathering.write(lambda work: links.enter(work, token))
    acts = gathering.read(lambda work: records.latest_acts(work, gathering.session_id))
    assert [(act.by, act.act, act.what) for act in acts] == [
        (NADIA.name, "revoke_link", "Ines"),
        (NADIA.name, "make_link", "Ines"),
    ]
    assert gathering.state(MARIA, since=before)["topics"].keys() == {"acts"}


def test_a_link_of_another_session_is_not_revoked(gathering: Gathering, tmp_path: Path) -> None:
    other = gather(tmp_path, database=gathering.database)
    link = gathering.read(lambda work: people.list_links(work, other.session_id))[0]
    with pytest.raises(NotFound):
        gathering.write(lambda work: organise.revoke_link(work, nadia(gathering), gathering.public_id, link.id))
    assert other.actor(MARIA).name == MARIA.name


def test_a_live_session_is_not_deleted_and_an_ended_one_is_gone_with_everything(gathering: Gathering) -> None:
    owner = nadia(gathering)
    gathering.go_live()
    with pytest.raises(NotLive):
        gathering.write(lambda work: organise.erase(work, owner.id, gathering.public_id))
    gathering.end()
    assert gathering.write(lambda work: organise.erase(work, owner.id, gathering.public_id)) == "Balance in training"
    assert gathering.read(lambda work: sessions.find_by_public_id(work, gathering.public_id)) is None
    assert gathering.read(lambda work: people.count_participants(work, gathering.session_id)) == 0
