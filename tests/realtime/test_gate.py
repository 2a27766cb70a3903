"""Mallory tries things; Ana, beside her, must not notice."""

import json

import pytest
import structlog

from facilitator.realtime import gate
from facilitator.realtime.gate import FLOOD, MOST_INTRODUCTIONS, MOST_STRIKES
from tests.realtime.small_house import Phone, SmallHouse, until

BAD_SHAPE = "bad_shape"
SENSELESS = [
    '429["connect",{"ticket":"stolen"}]',
    '429["disconnect"]',
    '429["disconnect","transport close"]',
    '429["open_safe",{}]',
    '429["say",1,2]',
    '429["say",NaN]',
    '429["say","\\ud800"]',
    '429["say",' + "[" * 5000 + "]" * 5000 + "]",
    "429[]",
]


def code(phone: Phone, head: str) -> str:
    (answer,) = json.loads(phone.next(head))
    assert answer["ok"] is False
    return str(answer["code"])


@pytest.mark.parametrize("said", SENSELESS)
def test_what_cannot_be_meant_is_refused_and_runs_nothing(house: SmallHouse, said: str) -> None:
    mallory = house.phone()
    sid = mallory.join()
    mallory.say(said)
    assert code(mallory, "439") == BAD_SHAPE
    assert (house.present, house.gone, house.heard) == ({sid}, [], [])
    mallory.act(1, "say", "sorry")
    assert json.loads(mallory.next("431")) == [{"heard": "sorry"}]


def test_a_binary_event_is_not_waited_for(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.join()
    mallory.say('4519-["say",{"_placeholder":true,"num":0}]')
    mallory.act(1, "say", "sorry")
    assert json.loads(mallory.next("431")) == [{"heard": "sorry"}]


def test_ten_are_forgiven_and_one_more_is_not(house: SmallHouse) -> None:
    mallory, ana = house.phone(), house.phone()
    mallory.join()
    honest = ana.join()
    for _ in range(MOST_STRIKES):
        mallory.say('429["say",1,2]')
        assert code(mallory, "439") == BAD_SHAPE
    assert len(house.present) == 2
    mallory.say('42["say",1,2]')
    assert mallory.close_code() == 1008
    until(lambda: house.present == {honest})
    ana.act(1, "say", "what was that")
    assert json.loads(ana.next("431")) == [{"heard": "what was that"}]


def test_a_flood_of_senseless_packets_is_one_line_in_the_log(house: SmallHouse) -> None:
    with structlog.testing.capture_logs() as lines:
        mallory = house.phone()
        mallory.join()
        for _ in range(MOST_STRIKES + 1):
            mallory.say('42["open_safe"]')
        assert mallory.close_code() == 1008
        until(lambda: not house.sessions)
    assert [line["event"] for line in lines] == ["malformed_packet"]
    assert set(lines[0]) == {"event", "log_level", "client", "strikes"}


def test_a_flood_of_good_manners_is_a_flood(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOOD_S", 60.0)
    mallory, ana = house.phone(), house.phone()
    mallory.join()
    honest = ana.join()
    for number in range(FLOOD):
        mallory.act(number, "say", "hello")
    assert mallory.close_code() == 1008
    until(lambda: house.present == {honest})
    assert 0 < len(house.heard) < FLOOD
    ana.act(1, "say", "what was that")
    assert json.loads(ana.next("431")) == [{"heard": "what was that"}]


def test_who_did_not_say_who_they_are_is_not_listened_to(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.next("0")
    mallory.act(1, "say", "let me in")
    assert mallory.close_code() == 1008
    assert house.heard == []
    until(lambda: not house.sessions)


def test_who_cannot_say_who_they_are_has_a_few_tries(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.next("0")
    for _ in range(MOST_INTRODUCTIONS + 1):
        mallory.say("40[]")
    assert mallory.close_code() == 1008
    assert house.present == set()
    until(lambda: not house.sessions)


def test_nobody_comes_in_twice_by_one_connection(house: SmallHouse) -> None:
    mallory = house.phone()
    sid = mallory.join()
    mallory.say('40{"ticket":"another"}')
    assert json.loads(mallory.next("44")) == "Unable to connect"
    assert house.present == {sid}


def test_a_failure_of_ours_is_seen_in_the_log_once_and_nobody_is_cut_off(house: SmallHouse) -> None:
    with structlog.testing.capture_logs() as lines:
        ana = house.phone()
        sid = ana.join()
        ana.act(1, "fail")
        ana.act(2, "fail")
        ana.act(3, "say", "well")
        assert json.loads(ana.next("433")) == [{"heard": "well"}]
    assert [(line["event"], line["exc_info"][0]) for line in lines] == [("socket_failed", ZeroDivisionError)]
    assert house.present == {sid}
