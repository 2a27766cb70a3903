"""Commitments: when they are asked for, what they must say, who reads them, and what is forgotten."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from facilitator.domain.commitments import Commitment, ReminderAddress, erase_address_on
from facilitator.domain.errors import (
    BadShape,
    NotAllowed,
    NotFound,
    NotLive,
    OpReused,
    Refusal,
    SessionEnded,
    TextMissing,
    TextTooLong,
    TicketUnknown,
    WrongAnswer,
)
from facilitator.presenters.payloads import CommitmentsTopic, KeptCommitment, OwnCommitment
from facilitator.services import commitment_links as links
from facilitator.services.retention import sweep
from facilitator.storage.database import Work
from tests.cast import BIG_SCREEN, ELENA, GIORGOS, MARIA, ZOFIA, Person
from tests.factories import Gathering, gather
from tests.promising import CANARY, THEN, come_to_the_step, commit, made, promise

TOKEN = "a-token-of-22-symbols_"


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    """A live session that has come to the step which asks for commitments."""
    made = gather(tmp_path)
    made.trust(BIG_SCREEN, role="stage")
    made.go_live()
    come_to_the_step(made)
    return made


def topic(gathering: Gathering, person: Person) -> CommitmentsTopic:
    return gathering.state(person)["topics"]["commitments"]  # type: ignore[return-value]


def own(gathering: Gathering, person: Person) -> list[OwnCommitment]:
    me = gathering.state(person)["me"]
    assert me is not None
    return list(me["commitments"].values())


def refusal_of(gathering: Gathering, person: Person, name: str, **args: Any) -> Refusal:  # noqa: ANN401
    with pytest.raises(Refusal) as refused:
        gathering.send(person, name, **args)
    return refused.value


def by_link(gathering: Gathering, token: str = TOKEN) -> KeptCommitment:
    return gathering.read(lambda work: links.look(work, links.CommitmentLink(token=token)))


def say(gathering: Gathering, status: str, note: str = "") -> KeptCommitment:
    later = links.parse_later({"token": TOKEN, "status": status, "note": note})
    return gathering.write(lambda work: links.answer(work, later))


def addresses(gathering: Gathering) -> list[tuple[str, date]]:
    def read(work: Work) -> list[tuple[str, date]]:
        return [(one.email, one.erase_on) for one in work.orm.scalars(select(ReminderAddress))]

    return gathering.read(read)


def test_nobody_commits_before_the_step_has_come_and_everybody_may_after_it(tmp_path: Path) -> None:
    early = gather(tmp_path)
    early.go_live()
    assert isinstance(refusal_of(early, ELENA, "make_commitment", **promise(early)), NotLive)
    come_to_the_step(early)
    commit(early)
    early.steer(MARIA, "go_to_item", item_id=early.items()[0].id)
    commit(early, GIORGOS, then_text="we come back to it")
    assert topic(early, GIORGOS)["count"] == 2


def test_everybody_reads_public_ones_and_nobody_the_others(gathering: Gathering) -> None:
    commit(gathering)
    commit(gathering, GIORGOS, then_text="I keep this to myself", is_public=False)
    for person in (ELENA, ZOFIA, BIG_SCREEN, MARIA):
        found = topic(gathering, person)
        assert (found["count"], [one["then_text"] for one in found["public"]]) == (2, [THEN])
    assert [one["then_text"] for one in own(gathering, GIORGOS)] == ["I keep this to myself"]
    assert own(gathering, ZOFIA) == []


def test_nobody_is_told_who_made_one_or_where_a_reminder_goes(gathering: Gathering) -> None:
    commit(gathering, email=CANARY)
    fields = {"id", "when_text", "then_text", "language", "organisation", "due_on"}
    assert set(topic(gathering, ZOFIA)["public"][0]) == fields
    assert set(topic(gathering, MARIA)["public"][0]) == fields | {"is_hidden"}
    for person in (ELENA, ZOFIA, BIG_SCREEN, MARIA):
        assert CANARY not in str(gathering.state(person))
    assert own(gathering, ELENA)[0]["has_email"] is True
    assert [email for email, _ in addresses(gathering)] == [CANARY]


def test_in_chatham_house_mode_no_organisation_is_named(gathering: Gathering) -> None:
    commit(gathering)
    assert topic(gathering, ZOFIA)["public"][0]["organisation"] == "Chamber of Patras"

    def switch(work: Work) -> None:
        work.orm.merge(gathering.session()).is_chatham = True

    gathering.write(switch)
    for person in (ZOFIA, BIG_SCREEN, MARIA):
        assert topic(gathering, person)["public"][0]["organisation"] == ""


def test_in_chatham_house_mode_no_name_of_an_organisation_is_asked_for_or_kept(gathering: Gathering) -> None:
    def switch(work: Work) -> None:
        work.orm.merge(gathering.session()).is_chatham = True

    gathering.write(switch)
    commit(gathering, organisation="", email=CANARY)
    commit(gathering, GIORGOS, then_text="we do it", organisation="Chamber of Patras")
    assert addresses(gathering) == []
    assert {(made(gathering, text).owner, made(gathering, text).organisation) for text in (THEN, "we do it")} == {
        ("organisation", "")
    }


def test_turning_the_mode_on_erases_the_addresses_of_this_session_and_tells_their_owners(
    gathering: Gathering, tmp_path: Path
) -> None:
    other = gather(tmp_path, database=gathering.database)
    other.go_live()
    come_to_the_step(other)
    commit(other, email="elsewhere@example.org")
    commit(gathering, email=CANARY)
    gathering.steer(MARIA, "set_chatham", on=True)
    assert [email for email, _ in addresses(gathering)] == ["elsewhere@example.org"]
    assert own(gathering, ELENA)[0]["has_email"] is False


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"when_text": " \n "}, TextMissing),
        ({"then_text": ""}, TextMissing),
        ({"then_text": "x" * 201}, TextTooLong),
        ({"organisation": " "}, TextMissing),
        ({"organisation": "x" * 121}, TextTooLong),
        ({"due_on": "2001-01-01"}, WrongAnswer),
        ({"due_on": "2099-01-01"}, WrongAnswer),
        ({"due_on": "soon"}, BadShape),
        ({"email": "elena at home"}, WrongAnswer),
        ({"email": f"{'x' * 200}@example.org"}, TextTooLong),
        ({"token": "short"}, BadShape),
        ({"owner": "everybody"}, BadShape),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(
    gathering: Gathering, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    assert type(refusal_of(gathering, ELENA, "make_commitment", **promise(gathering, **changes))) is refusal
    assert topic(gathering, MARIA)["count"] == 0


def test_in_one_s_own_name_no_organisation_is_kept(gathering: Gathering) -> None:
    commit(gathering, owner="own", organisation="Left over from before")
    assert (made(gathering).owner, made(gathering).organisation) == ("own", "")


def test_a_link_is_used_once(gathering: Gathering) -> None:
    commit(gathering, token=TOKEN)
    assert isinstance(refusal_of(gathering, GIORGOS, "make_commitment", **promise(gathering, token=TOKEN)), OpReused)


def test_an_own_commitment_is_changed_and_the_address_stays_unless_it_is_named(gathering: Gathering) -> None:
    commit(gathering, email=CANARY)
    words = promise(gathering, is_public=False)
    del words["token"]
    wish = {"commitment_id": made(gathering).id, **words}
    assert isinstance(refusal_of(gathering, GIORGOS, "edit_commitment", **wish), NotFound)
    gathering.send(ELENA, "edit_commitment", **wish)
    assert topic(gathering, ZOFIA)["public"] == []
    assert (own(gathering, ELENA)[0]["is_public"], own(gathering, ELENA)[0]["has_email"]) == (False, True)
    gathering.send(ELENA, "edit_commitment", **wish, email="")
    assert (own(gathering, ELENA)[0]["has_email"], addresses(gathering)) == (False, [])


def test_what_is_withdrawn_is_gone_with_its_address_and_its_link(gathering: Gathering) -> None:
    commit(gathering, email=CANARY, token=TOKEN)
    wish: dict[str, Any] = {"commitment_id": made(gathering).id}
    assert isinstance(refusal_of(gathering, GIORGOS, "withdraw_commitment", **wish), NotFound)
    gathering.send(ELENA, "withdraw_commitment", **wish)
    assert (topic(gathering, MARIA)["count"], own(gathering, ELENA), addresses(gathering)) == (0, [], [])
    with pytest.raises(TicketUnknown):
        by_link(gathering)


def test_what_a_host_hides_goes_from_the_screens_and_comes_back(gathering: Gathering) -> None:
    commit(gathering)
    commit(gathering, GIORGOS, then_text="I keep this to myself", is_public=False)
    gathering.steer(MARIA, "hide_commitment", commitment_id=made(gathering).id, hidden=True)
    assert (topic(gathering, ZOFIA)["public"], topic(gathering, ZOFIA)["count"]) == ([], 2)
    assert [one.get("is_hidden") for one in topic(gathering, MARIA)["public"]] == [True]
    gathering.steer(MARIA, "hide_commitment", commitment_id=made(gathering).id, hidden=False)
    assert len(topic(gathering, ZOFIA)["public"]) == 1
    private = {"commitment_id": made(gathering, "I keep this to myself").id, "hidden": True}
    version = gathering.session().version
    assert isinstance(refusal_of(gathering, MARIA, "hide_commitment", version=version, **private), NotFound)
    assert isinstance(refusal_of(gathering, ELENA, "hide_commitment", version=version, **private), NotAllowed)


def test_screens_get_the_newest_few_and_hosts_more_of_them(gathering: Gathering) -> None:
    for number in range(14):
        commit(gathering, then_text=f"we do it {number}")
    assert (topic(gathering, ZOFIA)["count"], len(topic(gathering, ZOFIA)["public"])) == (14, 12)
    assert topic(gathering, ZOFIA)["public"][0]["then_text"] == "we do it 13"
    assert len(topic(gathering, MARIA)["public"]) == 14


def test_at_the_end_it_is_forgotten_who_promised_and_the_link_still_works(gathering: Gathering) -> None:
    commit(gathering, token=TOKEN)
    gathering.end()
    known = select(func.count()).where(Commitment.participant_id.is_not(None))
    assert gathering.read(lambda work: work.orm.scalar(known)) == 0
    assert isinstance(refusal_of(gathering, ELENA, "make_commitment", **promise(gathering)), SessionEnded)
    assert by_link(gathering)["then_text"] == THEN
    assert topic(gathering, BIG_SCREEN)["count"] == 1


def test_by_link_its_owner_says_what_became_of_it_as_often_as_they_wish(gathering: Gathering) -> None:
    commit(gathering, token=TOKEN)
    assert by_link(gathering)["answers"] == []
    say(gathering, "begun", "The call is drafted.")
    say(gathering, "begun", "The call is drafted.")
    kept = say(gathering, "done")
    assert [(said["status"], said["note"]) for said in kept["answers"]] == [
        ("begun", "The call is drafted."),
        ("done", ""),
    ]
    with pytest.raises(TicketUnknown):
        by_link(gathering, "another-token-22-symbs")
    for raw in ({"token": TOKEN, "status": "perhaps"}, {"token": 7, "status": "done"}, "done", None):
        with pytest.raises(BadShape):
            links.parse_later(raw)


def test_the_address_goes_when_its_owner_says_so_or_when_nobody_needs_it_any_more(gathering: Gathering) -> None:
    commit(gathering, token=TOKEN, email=CANARY)
    assert by_link(gathering)["has_email"] is True
    assert CANARY not in str(by_link(gathering))
    kept = gathering.write(lambda work: links.forget_address(work, links.CommitmentLink(token=TOKEN)))
    assert (kept["has_email"], addresses(gathering)) == (False, [])
    gathering.send(
        ELENA,
        "edit_commitment",
        commitment_id=made(gathering).id,
        **{name: value for name, value in promise(gathering).items() if name != "token"},
        email=CANARY,
    )
    assert say(gathering, "not_yet")["has_email"] is True
    assert (say(gathering, "done")["has_email"], addresses(gathering)) == (False, [])


def test_the_address_goes_after_the_last_reminder_and_never_after_the_session() -> None:
    day = date(2027, 3, 1)
    late = day + timedelta(days=400)
    assert erase_address_on(day + timedelta(days=7), day, late) == day + timedelta(days=91)
    assert erase_address_on(day + timedelta(days=200), day, late) == day + timedelta(days=201)
    assert erase_address_on(day + timedelta(days=600), day, late) == late


def test_addresses_whose_day_has_come_are_swept_and_the_sentences_stay(gathering: Gathering) -> None:
    commit(gathering, email=CANARY)
    ((_, erase_on),) = addresses(gathering)

    def sweep_on(work: Work, day: date) -> None:
        work.now = work.now.replace(year=day.year, month=day.month, day=day.day)
        sweep(work)

    gathering.write(lambda work: sweep_on(work, erase_on - timedelta(days=1)))
    assert len(addresses(gathering)) == 1
    gathering.write(lambda work: sweep_on(work, erase_on))
    assert addresses(gathering) == []
    assert made(gathering).then_text == THEN
