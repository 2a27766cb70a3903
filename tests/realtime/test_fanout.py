"""A room full of phones: everybody gets the same, in order; nobody waits for a phone that sleeps."""

import itertools
import json
import math
import threading
import time

import pytest
from websockets.frames import Frame, Opcode

from facilitator.realtime import fanout, gate
from facilitator.realtime.wire import LONGEST_LINE, frame_of
from tests.realtime.small_house import Phone, SmallHouse, until

WIDE = "w" * 20_000


def gather(house: SmallHouse, count: int) -> list[Phone]:
    phones = [house.phone() for _ in range(count)]
    for phone in phones:
        phone.join()
    return phones


def freeze(house: SmallHouse) -> Phone:
    """A phone that joined and reads no more, with little room for what it is sent."""
    phone = house.phone(small_buffer=True)
    phone.join()
    return phone


def told(phone: Phone, event: str) -> object:
    return json.loads(phone.next(f'42["{event}",')[:-1])


def test_everybody_in_the_room_is_told_and_nobody_else(house: SmallHouse) -> None:
    inside, outside = gather(house, 3), house.phone()
    outside_sid = outside.join()
    house.on_loop(lambda: house.server.leave_room(outside_sid, "all"))
    house.tell_all("change", {"rev": 1, "title": "Übung"})
    assert [told(phone, "change") for phone in inside] == [{"rev": 1, "title": "Übung"}] * 3
    house.on_loop(lambda: house.server.emit("change", "only you", to=outside_sid))
    assert told(outside, "change") == "only you"


def test_nobody_is_told_in_an_empty_room(house: SmallHouse) -> None:
    house.tell_all("change", {"rev": 1})
    (ana,) = gather(house, 1)
    house.tell_all("change", {"rev": 2})
    assert told(ana, "change") == {"rev": 2}


def test_a_frame_is_made_once_however_many_there_are(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def count(text: str) -> bytes:
        made.append(text)
        return frame_of(text)

    monkeypatch.setattr(fanout, "frame_of", count)
    phones = gather(house, 5)
    house.tell_all("change", {"rev": 1})
    assert [told(phone, "change") for phone in phones] == [{"rev": 1}] * 5
    assert made == ['42["change",{"rev":1}]']


def test_broadcasts_to_one_room_do_not_overtake_each_other(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fanout, "BREATH", 1)
    phones = gather(house, 12)

    def speak() -> None:
        for rev in range(20):
            house.loop.spawn(lambda: house.server.emit("change", "in between", to="all"))
            house.server.emit("ordered", rev, to="all")

    house.on_loop(speak)
    house.tell_all("ordered", "end")
    for phone in phones:
        heard: list[object] = []
        while not heard or heard[-1] != "end":
            heard.append(told(phone, "ordered"))
        assert heard == [*range(20), "end"]


def test_an_answer_comes_through_in_the_middle_of_a_broadcast(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fanout, "BREATH", 4)
    *_, last = gather(house, 20)

    def speak() -> None:
        last.act(1, "say", "me too")
        time.sleep(0.1)  # her message is here, and nothing else has had a turn
        house.server.emit("change", {"rev": 1}, to="all")

    house.on_loop(speak)
    assert list(itertools.islice(last.texts(), 2)) == ['431[{"heard":"me too"}]', '42["change",{"rev":1}]']


@pytest.mark.parametrize(("stored_after", "asked"), [(3, 3 + 4), (math.inf, 4 * fanout.LONGEST_WAY)])
def test_a_broadcast_gives_way_to_answers_that_are_being_stored_but_not_for_good(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch, stored_after: float, asked: int
) -> None:
    monkeypatch.setattr(fanout, "BREATH", 5)
    phones, asking = gather(house, 20), itertools.count(1)
    house.server.manager.must_give_way = lambda: next(asking) <= stored_after
    house.tell_all("change", {"rev": 1})
    assert [told(phone, "change") for phone in phones] == [{"rev": 1}] * 20
    assert next(asking) - 1 == asked


def test_a_phone_that_sleeps_gets_the_latest_and_keeps_nobody_waiting(house: SmallHouse) -> None:
    sleeper = freeze(house)
    ana, bo = gather(house, 2)
    started = time.monotonic()
    for rev in range(LONGEST_LINE * 2):
        house.tell_all("change", {"rev": rev, "wide": WIDE})
        assert told(ana, "change") == {"rev": rev, "wide": WIDE}
    assert time.monotonic() - started < 10
    house.tell_all("bye", {})
    assert told(bo, "bye") == {}
    until_bye = itertools.takewhile(lambda text: not text.startswith('42["bye"'), sleeper.texts())
    heard = [json.loads(text[2:])[1] for text in until_bye if text.startswith("42")]
    assert len(house.present) == 3
    assert heard[-1]["rev"] == LONGEST_LINE * 2 - 1
    assert len(heard) < LONGEST_LINE
    assert [state["rev"] for state in heard] == sorted({state["rev"] for state in heard})


def test_a_phone_that_stays_behind_is_cut_off_and_the_others_stay(house: SmallHouse) -> None:
    sleeper = freeze(house)
    (ana,) = gather(house, 1)
    for n in range(LONGEST_LINE + 300):
        house.tell_all("me", {"n": n, "wide": WIDE})
        told(ana, "me")
    until(lambda: len(house.present) == 1)
    assert sleeper.close_code() == 1006
    house.tell_all("change", {"rev": 1})
    assert told(ana, "change") == {"rev": 1}
    assert house.sessions == 1


def test_a_phone_that_dies_in_the_middle_disturbs_nobody(house: SmallHouse) -> None:
    phones = gather(house, 6)
    for phone in phones[::2]:
        phone.hang_up()
    for rev in range(3):
        house.tell_all("change", {"rev": rev})
    assert [told(phone, "change") for phone in phones[1::2]] == [{"rev": 0}] * 3
    until(lambda: len(house.present) == 3)
    assert house.sessions == 3


def test_who_asks_without_listening_is_not_asked_for_more(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOOD", 10_000)
    mallory = freeze(house)
    (ana,) = gather(house, 1)
    asked = threading.Thread(target=_ask, args=(mallory, 1500))
    asked.start()
    until(lambda: len(house.heard) > 10)
    ana.act(1, "say", "hello")
    assert json.loads(ana.next("431")) == [{"heard": "hello"}]
    assert len(house.heard) < 1000
    for n in range(1500):
        assert json.loads(mallory.next("43").removeprefix(str(n))) == [{"heard": "m" * 4000}]
    asked.join()
    assert len(house.present) == 2


def _ask(phone: Phone, count: int) -> None:
    for n in range(count):
        said = f'42{n}["say","{"m" * 4000}"]'
        phone.send_raw(Frame(Opcode.TEXT, said.encode()).serialize(mask=True))
