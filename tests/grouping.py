"""A room that is large enough to be told of by group, and what hosts do with that, as stories for the law."""

from collections.abc import Callable, Mapping
from functools import partial

from facilitator.domain.polls.published import GroupView
from facilitator.domain.privacy import GroupTable, unpack
from facilitator.presenters.payloads import Ack
from facilitator.storage import groups
from tests.cast import ANDERS, MARIA, Person
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]
UNION, EMPLOYERS = "trade-union", "large-employer"


def crowd(group: str | None, many: int) -> list[Person]:
    """People of one group."""
    return [Person(name=f"{group or 'nobody'} {number}-Crowd", group=group) for number in range(many)]


def say(gathering: Gathering, poll: str, group: str | None, **said: int) -> None:
    """So many people of a group come in and answer with the option that begins like this."""
    labels = {option.text.split()[0].casefold(): option.text for option in gathering.poll(poll).options}
    people = [person for person in crowd(group, sum(said.values())) if person not in gathering.tickets]
    gathering.admit(*people)
    everybody = crowd(group, sum(said.values()))
    for word, many in said.items():
        for person in everybody[:many]:
            gathering.answer(person, poll, labels[word])
        everybody = everybody[many:]


def fill(gathering: Gathering, poll: str = "way") -> int:
    """Two large groups and three people of none answer; voting is closed. Returns the question's id."""
    if gathering.poll(poll).state == "closed":
        gathering.steer(MARIA, "reopen_poll", poll_id=gathering.poll(poll).id)
    say(gathering, poll, UNION, alone=8, **{"in": 12})
    say(gathering, poll, EMPLOYERS, alone=11, **{"in": 9})
    gathering.steer(MARIA, "close_poll", poll_id=gathering.poll(poll).id)
    return gathering.poll(poll).id


def view_of(gathering: Gathering, poll_id: int) -> GroupView:
    """The table that was published."""
    return gathering.read(partial(groups.views, poll_ids=[poll_id]))[poll_id]


def table_of(gathering: Gathering, poll_id: int) -> GroupTable:
    """The same, to be read."""
    view = view_of(gathering, poll_id)
    return unpack(view.table, least=view.least_group, answered=view.answered)


def _publish(g: Gathering) -> Ack:
    return g.steer(MARIA, "publish_groups", poll_id=g.poll("way").id).ack


def _show(to: str, *, shown: bool) -> Act:
    return lambda g: g.steer(ANDERS, "show_groups", poll_id=g.poll("way").id, to=to, shown=shown).ack


STORIES: Mapping[str, tuple[Act, ...]] = {
    "publish_groups": (_publish,),
    "show_groups": (
        _publish,
        _show("stage", shown=True),
        _show("phones", shown=True),
        _show("stage", shown=False),
        lambda g: g.steer(MARIA, "reopen_poll", poll_id=g.poll("way").id).ack,
    ),
    "set_chatham": (
        _publish,
        _show("stage", shown=True),
        _show("phones", shown=True),
        lambda g: g.steer(MARIA, "set_chatham", on=True).ack,
        lambda g: g.steer(ANDERS, "send_message", text="From a host").ack,
    ),
}
