"""What counts as a packet, letter by letter."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT

from facilitator.realtime import packets
from facilitator.realtime.packets import MALFORMED, StrictJson, StrictPacket

SENSELESS = {
    "nothing": "",
    "a letter": "x",
    "an event without a list": '2{"a":1}',
    "an event without a name": "2[]",
    "an event named by a number": "2[1]",
    "an event with two things said": '2["say",1,2]',
    "an event that is no JSON": '2["say",',
    "NaN": '2["say",NaN]',
    "infinity": '2["say",-Infinity]',
    "a number beyond all numbers": '2["say",1e999]',
    "a number no browser can count to": '2["say",9007199254740993]',
    "a number of 5,000 digits": '2["say",' + "9" * 5000 + "]",
    "half a character": '2["say","\\ud800"]',
    "half a character as a key": '2["say",{"\\udfff":1}]',
    "NUL": '2["say",["a\\u0000b"]]',
    "NUL as a key": '2["say",{"\\u0000":1}]',
    "a nest without end": '2["say",' + "[" * 5000 + "]" * 5000 + "]",
    "an id without end": "2" + "1" * 101 + '["say"]',
    "an answer nobody asked for": "31[]",
    "an error": '4{"message":"no"}',
    "binary": '51-["say",{"_placeholder":true,"num":0}]',
    "a binary answer": '61-1[{"_placeholder":true,"num":0}]',
    "an event that waits for parts": '21-["say"]',
    "parts without end": '29999999999-["say"]',
    "another namespace": '2/admin,["say"]',
    "entering another namespace": "0/admin,",
    "entering with a word": '0"ticket"',
    "entering with a number": "012",
    "leaving with a reason": '1{"why":1}',
    "an unknown kind": "7[]",
    "digits of another script": '٢["say"]x',
    **{
        f"the event {name!r}": f'2["{name}",{{}}]'
        for name in ("connect", "disconnect", "connect_error", "*", MALFORMED)
    },
}


def decoded(text: object) -> StrictPacket:
    packet = StrictPacket(encoded_packet=text)
    assert packet.attachment_count == 0
    return packet


def test_an_event_is_read_and_written() -> None:
    packet = decoded('217["act",{"name":"Größe","n":-3,"list":[null,true,1.5]}]')
    assert (packet.packet_type, packet.namespace, packet.id) == (EVENT, None, 17)
    assert packet.data == ["act", {"name": "Größe", "n": -3, "list": [None, True, 1.5]}]
    assert packet.encode() == '217["act",{"name":"Größe","n":-3,"list":[null,true,1.5]}]'


def test_entering_and_leaving_are_read() -> None:
    entering, leaving = decoded('0{"ticket":"p.abc","since":null}'), decoded("1")
    assert (entering.packet_type, entering.data) == (CONNECT, {"ticket": "p.abc", "since": None})
    assert (decoded("0").packet_type, decoded("0").data) == (CONNECT, None)
    assert (leaving.packet_type, leaving.data) == (DISCONNECT, None)


def test_an_answer_is_written() -> None:
    assert StrictPacket(ACK, data=[{"ok": True}], id=3).encode() == '33[{"ok":true}]'


@pytest.mark.parametrize("what", SENSELESS)
def test_what_makes_no_sense_becomes_malformed(what: str) -> None:
    packet = decoded(SENSELESS[what])
    assert (packet.packet_type, packet.namespace, packet.data) == (EVENT, None, [MALFORMED])


def test_what_is_no_text_becomes_malformed() -> None:
    for said in (b"2", b"", bytearray(b"2"), 2, 0, {"a": 1}, {}, ["say"]):
        packet = decoded(said)
        assert (packet.packet_type, packet.data) == (EVENT, [MALFORMED])


def test_who_asks_for_an_answer_can_be_told_that_it_makes_no_sense() -> None:
    assert decoded('212["say",1,2]').id == 12
    assert decoded('2["say",1,2]').id is None
    assert decoded("31[]").id is None
    assert decoded('2٣["say",NaN]').id is None


@given(st.text(max_size=60) | st.from_regex(r"[0-7][0-9]{0,3}(/[a-z]*,)?[0-9]{0,4}\[.*\]", fullmatch=True))
def test_no_text_whatever_raises(text: str) -> None:
    packet = StrictPacket()
    assert packet.decode(text) == 0
    assert packet.packet_type in {CONNECT, DISCONNECT, EVENT}
    if packet.packet_type == EVENT:
        assert isinstance(packet.data[0], str)
        assert len(packet.data) <= 2


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), inner)
    ),
    max_leaves=20,
)


@given(JSON)
def test_whatever_a_browser_can_say_arrives(said: object) -> None:
    packet = decoded("25" + json.dumps(["say", said]))
    assert packet.data == ["say", said]
    assert decoded(packet.encode()).data == ["say", said]


WHATEVER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts),
)


@given(value=WHATEVER, is_ascii=st.booleans())
def test_a_look_at_the_text_misses_nothing_senseless(value: object, is_ascii: bool) -> None:  # noqa: FBT001
    text = json.dumps(value, ensure_ascii=is_ascii)
    try:
        StrictJson.loads(text)
        is_taken = True
    except ValueError:
        is_taken = False
    assert is_taken == packets._is_sensible(value)  # noqa: SLF001  the long way round
