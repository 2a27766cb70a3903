"""Ana, Bo and Mallory on their phones, down to the last byte: what the WebSocket lets through and how it ends."""

import json
import socket
import struct
from collections.abc import Callable

import pytest
from websockets.frames import Close, Frame, Opcode

from facilitator.realtime import gate
from facilitator.realtime.incoming import LARGEST_MESSAGE
from tests.realtime.small_house import SmallHouse, until

GARBAGE = ["x", "b!!!", "bAAAA", "", "0", "2", "2probe", "33", "5", "6", "7", "é", "٤2[]", "1x"]


def masked(opcode: int, data: bytes, *, fin: bool = True) -> bytes:
    return Frame(Opcode(opcode), data, fin).serialize(mask=True)


def is_empty(house: SmallHouse) -> Callable[[], bool]:
    return lambda: not house.present and not house.sessions


def test_who_says_something_is_answered(house: SmallHouse) -> None:
    ana = house.phone()
    sid = ana.join()
    ana.act(7, "say", "Größe Ελλάδα 🙂")
    assert json.loads(ana.next("437")) == [{"heard": "Größe Ελλάδα 🙂"}]
    assert house.present == {sid}
    assert house.heard == ["Größe Ελλάδα 🙂"]
    ana.hang_up()
    until(is_empty(house))


def test_compression_is_offered_and_never_agreed_on(house: SmallHouse) -> None:
    ana = house.phone()
    assert ana.response is not None
    assert ana.response.status_code == 101
    assert ana.protocol.available_extensions is not None
    assert "Sec-WebSocket-Extensions" not in ana.response.headers


def test_many_messages_in_one_piece_are_answered_in_order(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    ana.send_raw(b"".join(masked(1, f'42{n}["say",{n}]'.encode()) for n in range(40)))
    assert [json.loads(ana.next("43").removeprefix(str(n))) for n in range(40)] == [[{"heard": n}] for n in range(40)]


def test_one_message_in_many_pieces_is_one_message(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    message = json.dumps(["say", "a" * 12_000]).encode()
    whole = masked(1, b"427", fin=False)
    whole += b"".join(masked(0, message[at : at + 1000], fin=False) for at in range(0, len(message), 1000))
    whole += masked(9, b"still there?") + masked(0, b"")
    for at in range(0, len(whole), 7):
        ana.send_raw(whole[at : at + 7])
    assert json.loads(ana.next("437")) == [{"heard": "a" * 12_000}]


@pytest.mark.parametrize("surplus", [0, 1])
def test_a_message_of_the_largest_size_is_heard_and_one_byte_more_is_not(house: SmallHouse, surplus: int) -> None:
    mallory = house.phone()
    mallory.join()
    text = '42["say","' + "a" * (LARGEST_MESSAGE - 12 + surplus) + '"]'
    assert len(text) == LARGEST_MESSAGE + surplus
    mallory.say(text)
    if surplus:
        assert mallory.close_code() == 1009
        assert house.heard == []
    else:
        until(lambda: house.heard)
        mallory.hang_up()
    until(is_empty(house))


def test_the_limit_holds_for_all_pieces_together(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.join()
    mallory.send_raw(masked(1, b"a" * 9000, fin=False))
    mallory.send_raw(masked(0, b"a" * 9000, fin=False))
    assert mallory.close_code() == 1009
    until(is_empty(house))


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        pytest.param(Frame(Opcode.TEXT, b"3").serialize(mask=False), 1002, id="unmasked"),
        pytest.param(masked(0, b"3"), 1002, id="a continuation of nothing"),
        pytest.param(b"\xc1\x81" + b"\0\0\0\0" + b"3", 1002, id="a compressed frame"),
        pytest.param(b"\x83\x81" + b"\0\0\0\0" + b"3", 1002, id="an unknown kind of frame"),
        pytest.param(b"\x89\xfe\x00\x7e" + b"\0" * 130, 1002, id="a ping that is too long"),
        pytest.param(masked(8, b"\x03"), 1002, id="half a close code"),
        pytest.param(masked(1, b"a", fin=False) + masked(1, b"b"), 1002, id="a message within a message"),
        pytest.param(masked(1, b"4\xff\xfe"), 1007, id="not UTF-8"),
        pytest.param(masked(2, b"4"), 1003, id="binary"),
        pytest.param(b"\x81\xff" + struct.pack("!Q", 2**62) + b"\0\0\0\0", 1009, id="a frame without end"),
        *[pytest.param(masked(1, text.encode()), 1008, id=f"engine.io never says {text!r}") for text in GARBAGE],
    ],
)
def test_what_breaks_the_protocol_ends_the_session_at_once(house: SmallHouse, sent: bytes, code: int) -> None:
    ana, mallory = house.phone(), house.phone()
    honest = ana.join()
    dishonest = mallory.join()
    mallory.send_raw(sent)
    assert mallory.close_code() == code
    until(lambda: house.present == {honest})
    assert [sid for sid, _ in house.gone] == [dishonest]
    assert house.sessions == 1
    ana.act(1, "say", "still here")
    assert json.loads(ana.next("431")) == [{"heard": "still here"}]


def test_who_says_goodbye_hears_goodbye(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    ana.protocol.send_close(1001, "tab closed")
    ana.flush()
    assert ana.close_code() == 1001
    until(is_empty(house))


def test_who_ends_the_session_in_engine_io_s_words_hears_goodbye(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    ana.say("1")
    assert ana.close_code() == 1000
    until(is_empty(house))


def test_who_is_gone_without_a_word_is_gone(house: SmallHouse) -> None:
    ana = house.phone()
    sid = ana.join()
    ana.hang_up()
    until(is_empty(house))
    assert house.gone == [(sid, "transport close")]


def test_a_reset_connection_is_gone(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    ana.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    ana.hang_up()
    until(is_empty(house))


def test_a_frozen_phone_is_given_up(house: SmallHouse) -> None:
    house.server.eio.ping_interval, house.server.eio.ping_timeout = 0.1, 0.2
    ana = house.phone()
    ana.join()
    until(is_empty(house))
    assert [reason for _, reason in house.gone] == ["ping timeout"]


def test_who_answers_pings_stays(house: SmallHouse) -> None:
    house.server.eio.ping_interval, house.server.eio.ping_timeout = 0.05, 2
    ana = house.phone()
    sid = ana.join()
    for _ in range(5):
        assert ana.next("2") == ""
        ana.say("3")
    assert house.present == {sid}


def test_a_ping_of_the_protocol_is_answered(house: SmallHouse) -> None:
    ana = house.phone()
    ana.join()
    ana.send_raw(masked(9, b"hello"))
    ana.send_raw(masked(1, b'421["say",1]'))
    pong = ana.socket.recv(7, socket.MSG_WAITALL)
    assert pong == Frame(Opcode.PONG, b"hello").serialize(mask=False)


def test_the_house_says_goodbye_to_everybody_when_it_restarts(house: SmallHouse) -> None:
    phones = [house.phone() for _ in range(3)]
    for phone in phones:
        phone.join()
    house.on_loop(house.wires.end_all)
    assert [phone.close_code() for phone in phones] == [1012, 1012, 1012]
    until(is_empty(house))


def test_who_does_not_hear_goodbye_is_cut_off(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.join()
    house.on_loop(house.wires.end_all)
    until(is_empty(house))
    mallory.socket.recv(1000)
    assert mallory.socket.recv(1000) == b""


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-WebSocket-Key": "short"}, 400),
        ({"Sec-WebSocket-Version": "8"}, 400),
        ({"Sec-WebSocket-Version": ""}, 400),
        ({"Connection": "close"}, 401),
        ({"Upgrade": "h2c"}, 400),
        ({"Origin": "https://elsewhere.example"}, 400),
    ],
)
def test_a_handshake_that_is_none_leaves_no_session(house: SmallHouse, headers: dict[str, str], status: int) -> None:
    assert house.refusal(headers) == status
    assert house.sessions == 0


def test_what_comes_with_the_handshake_is_not_taken_for_another_request(
    house: SmallHouse, capfd: pytest.CaptureFixture[str]
) -> None:
    head = {
        "Host": "here",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Version": "13",
    }
    lines = [
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
        *(f"{name}: {value}" for name, value in head.items()),
    ]
    with socket.create_connection(("127.0.0.1", house.port), timeout=5) as mallory:
        mallory.sendall("\r\n".join([*lines, "", "nonsense", "", ""]).encode())
        assert mallory.recv(100).startswith(b"HTTP/1.1 101 ")
    until(is_empty(house))
    house.settle()
    assert "Traceback" not in capfd.readouterr().err


def test_a_full_house_lets_nobody_in_and_disturbs_nobody(house: SmallHouse) -> None:
    ana = house.phone()
    sid = ana.join()
    house.loop.max_connections = 1
    assert house.refusal({}) == 401
    assert house.sessions == 1
    ana.hang_up()
    until(is_empty(house))
    bo = house.phone()
    assert {bo.join()} == house.present != {sid}


def test_who_never_says_who_they_are_is_shown_out(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "INTRODUCTION_S", 0.2)
    silent, ana = house.phone(), house.phone()
    sid = ana.join()
    assert silent.close_code() == 1008
    until(lambda: house.sessions == 1)
    assert house.present == {sid}


def test_who_was_not_let_in_and_stays_is_a_stranger_again(house: SmallHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "INTRODUCTION_S", 0.2)
    mallory = house.phone()
    mallory.next("0")
    mallory.say("40/elsewhere,")
    assert mallory.close_code() == 1008


def test_a_stranger_is_not_asked_whether_they_are_there_and_a_guest_is(house: SmallHouse) -> None:
    house.server.eio.ping_interval = 0.05
    silent, ana = house.phone(), house.phone()
    ana.join()
    for _ in range(3):
        ana.next("2")
        ana.say("3")
    silent.socket.settimeout(0.05)
    silent.next("0")
    with pytest.raises(TimeoutError):
        silent.next("2")


def test_in_a_full_house_the_stranger_who_waits_longest_makes_room(
    house: SmallHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent, ana, other = house.phone(), house.phone(), house.phone()
    sid = ana.join()
    house.loop.max_connections = 3
    assert house.refusal({}) == 401, "they had no moment yet to say who they are"
    monkeypatch.setattr(gate, "MOMENT_S", 0.0)
    bo = house.phone()
    assert {sid, bo.join()} == house.present
    assert silent.close_code() == 1006
    until(lambda: house.sessions == 3)
    assert other.next("0") != ""


def test_who_is_sent_away_is_hung_up_on(house: SmallHouse) -> None:
    mallory = house.phone()
    sid = mallory.join()
    house.on_loop(lambda: house.server.disconnect(sid))
    assert mallory.next("41") == ""
    assert mallory.close_code() == 1000
    until(is_empty(house))


def test_who_is_not_let_in_is_told_and_hung_up_on(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.next("0")
    mallory.say('40{"ticket":"wrong"}')
    assert json.loads(mallory.next("44")) == {"message": "Connection rejected by server"}
    assert mallory.close_code() == 1000
    until(is_empty(house))
    assert house.gone == []


def test_a_close_frame_says_its_code_and_reason(house: SmallHouse) -> None:
    mallory = house.phone()
    mallory.join()
    mallory.say("x")
    mallory.close_code()
    assert mallory.protocol.close_rcvd == Close(1008, "")
