"""Who is in which room: as the library says it, and without a search through everybody."""

from itertools import count
from types import SimpleNamespace

import pytest
from socketio.manager import Manager

from facilitator.realtime.register import Register
from tests.effort import effort


def with_ids(manager: Manager) -> Manager:
    """A manager of a server that gives out ids in order."""
    numbers = count(1)
    manager.server = SimpleNamespace(
        eio=SimpleNamespace(generate_id=lambda: f"sid-{next(numbers)}"),
        disconnect=lambda sid, namespace: go(manager, sid) if manager.can_disconnect(sid, namespace) else None,
    )
    return manager


def come(manager: Manager, eio_sid: str, *rooms: str) -> str:
    sid = manager.pre_connect(eio_sid, "/")
    assert sid is not None
    assert manager.is_pre_connected(sid, "/")
    assert not manager.is_connected(sid, "/")
    for room in rooms:
        manager.enter_room(sid, "/", room)
    assert manager.connect(sid, "/") == sid
    assert manager.is_connected(sid, "/")
    return str(sid)


def go(manager: Manager, sid: str) -> None:
    manager.pre_disconnect(sid, "/")
    assert not manager.is_connected(sid, "/")
    manager.disconnect(sid, "/", ignore_queue=True)


@pytest.mark.parametrize("kind", [Manager, Register])
def test_coming_and_going_end_as_they_do_in_the_library(kind: type[Manager]) -> None:
    manager = with_ids(kind())
    ana, bo = come(manager, "wire-1", "all", "me:1"), come(manager, "wire-2", "all")
    assert manager.pre_connect("wire-1", "/") is None
    assert set(manager.get_rooms(ana, "/")) == {ana, "all", "me:1"}
    manager.leave_room(ana, "/", "me:1")
    assert set(manager.get_rooms(ana, "/")) == {ana, "all"}
    assert dict(manager.get_participants("/", "all")) == {ana: "wire-1", bo: "wire-2"}
    go(manager, ana)
    assert not manager.is_connected(ana, "/")
    assert manager.get_rooms(ana, "/") == []
    assert (manager.sid_from_eio_sid("wire-1", "/"), manager.sid_from_eio_sid("wire-2", "/")) == (None, bo)
    assert dict(manager.get_participants("/", "all")) == {bo: "wire-2"}
    assert set(manager.rooms["/"]) == {None, bo, "all"}
    go(manager, bo)
    assert manager.rooms == {}


@pytest.mark.parametrize("kind", [Manager, Register])
def test_who_was_refused_is_nowhere(kind: type[Manager]) -> None:
    manager = with_ids(kind())
    sid = manager.pre_connect("wire-1", "/")
    manager.disconnect(sid, "/", ignore_queue=True)
    assert not manager.is_connected(sid, "/")
    assert not manager.is_pre_connected(sid, "/")
    assert manager.rooms == {}


def test_who_is_sent_away_while_coming_is_gone_as_soon_as_they_are_here() -> None:
    greeted: list[str] = []
    register = Register()
    register.greet = greeted.append
    manager = with_ids(register)
    ana, bo = manager.pre_connect("wire-1", "/"), manager.pre_connect("wire-2", "/")
    manager.server.disconnect(ana, namespace="/")
    assert manager.is_pre_connected(ana, "/")
    manager.connect(ana, "/")
    manager.connect(bo, "/")
    assert (manager.is_connected(ana, "/"), manager.is_connected(bo, "/")) == (False, True)
    assert greeted == [bo]


@pytest.mark.parametrize("kind", [Manager, Register])
def test_a_room_that_is_closed_is_left_by_all(kind: type[Manager]) -> None:
    manager = with_ids(kind())
    ana = come(manager, "wire-1", "all")
    manager.close_room("all", "/")
    assert manager.get_rooms(ana, "/") == [ana]


def test_coming_and_going_cost_the_same_in_a_small_and_in_a_full_hall() -> None:
    def cost(here: int) -> int:
        manager = with_ids(Register())
        for number in range(here):
            come(manager, f"wire-{number}", "all", f"me:{number}")
        return effort(lambda: go(manager, come(manager, "wire-new", "all", "me:new")))

    assert cost(1000) == cost(10)


def test_nothing_is_kept_of_who_is_gone() -> None:
    manager = Register()
    with_ids(manager)
    go(manager, come(manager, "wire-1", "all"))
    kept = (manager._rooms_of, manager._coming, manager._going, manager._unwanted)  # noqa: SLF001  that is the point
    assert kept == ({}, set(), set(), set())
