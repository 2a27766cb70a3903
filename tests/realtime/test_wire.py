"""What one client is sent: whole frames in order, the latest only when it is behind, and nothing once it is gone."""

import random
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from websockets.frames import Close, Frame, Opcode
from websockets.protocol import CLIENT, Protocol

from facilitator.concurrency import ThreadLoop
from facilitator.realtime import wire as wires
from facilitator.realtime.wire import LONGEST_LINE, Losses, Wire, frame_of
from tests.realtime.small_house import until

BIG = "b" * 300_000


class Hand(ThreadLoop):
    """A loop turned by hand: what it should do waits until it is told to, and pauses are short stories."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.pauses: list[float] = []
        self.before_writing: Callable[[], object] = lambda: None

    def spawn(self, function: Callable[[], None]) -> None:
        self.waiting.append(function)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def wait_writable(self, sock: socket.socket, seconds: float | None = None) -> bool:
        self.before_writing()
        return super().wait_writable(sock, seconds)

    def turn(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Far:
    """The other end: reads when it likes, and knows whole frames when it sees them."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.protocol = Protocol(CLIENT, max_size=None)
        self.frames: list[Frame] = []

    def read(self) -> int:
        """Read what there is; returns how many bytes."""
        try:
            data = self.sock.recv(1_000_000)
        except BlockingIOError:
            return 0
        if data:
            self.protocol.receive_data(data)
            self.frames += [event for event in self.protocol.events_received() if isinstance(event, Frame)]
        return len(data)

    def read_all(self) -> None:
        while self.read():
            pass

    @property
    def texts(self) -> list[str]:
        return [bytes(frame.data).decode() for frame in self.frames if frame.opcode is Opcode.TEXT]


class Pair:
    """A wire and its other end, with little room between them."""

    def __init__(self) -> None:
        near, far = socket.socketpair()
        near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        near.setblocking(False)
        far.setblocking(False)
        self.near, self.far, self.loop, self.losses = near, Far(far), Hand(), Losses()
        self.wire = Wire(near, self.loop, self.losses)
        self.loop.before_writing = self.far.read


@pytest.fixture
def pair() -> Iterator[Pair]:
    pair = Pair()
    yield pair
    pair.near.close()
    pair.far.sock.close()


def test_what_fits_is_written_at_once_by_who_says_it(pair: Pair) -> None:
    for text in ("first", "second", "Ελλάδα"):
        pair.wire.send(frame_of(text))
    assert pair.loop.waiting == []
    assert pair.wire.is_idle
    pair.far.read_all()
    assert pair.far.texts == ["first", "second", "Ελλάδα"]


def test_a_frame_written_in_part_is_finished_before_the_next(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    pair.wire.send(frame_of("after"))
    pair.far.read_all()
    assert pair.far.texts == []
    assert not pair.wire.is_idle
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == [BIG, "after"]
    assert pair.wire.is_idle


def test_after_catching_up_it_writes_straight_again(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    pair.loop.turn()
    pair.far.read_all()
    pair.wire.send(frame_of("straight"))
    assert pair.loop.waiting == []
    pair.far.read_all()
    assert pair.far.texts == [BIG, "straight"]


def test_one_task_is_enough_to_catch_up(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    for n in range(20):
        pair.wire.send(frame_of(str(n)))
    assert len(pair.loop.waiting) == 1


def test_what_is_said_while_the_writer_is_in_the_middle_of_a_frame_comes_after_it(pair: Pair) -> None:
    said = iter(["one", "two", "three"])

    def meanwhile() -> None:
        text = next(said, None)
        if text:
            pair.wire.send(frame_of(text))
        pair.far.read()

    pair.loop.before_writing = meanwhile
    pair.wire.send(frame_of(BIG))
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == [BIG, "one", "two", "three"]


def test_who_is_behind_gets_the_latest_of_a_topic_and_everything_else(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    pair.wire.send(frame_of("change 1"), "change")
    pair.wire.send(frame_of("answer 1"))
    pair.wire.send(frame_of("room 1"), "room")
    pair.wire.send(frame_of("change 2"), "change")
    pair.wire.send(frame_of("answer 2"))
    pair.wire.send(frame_of("change 3"), "change")
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == [BIG, "answer 1", "room 1", "answer 2", "change 3"]
    assert pair.losses == Losses(replaced=2, cut_off=0)


def test_a_frame_that_has_begun_is_never_replaced(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG), "change")
    pair.wire.send(frame_of("change 2"), "change")
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == [BIG, "change 2"]


def test_a_frame_that_was_refused_whole_may_be_replaced(pair: Pair) -> None:
    filler = 0
    try:
        while True:
            filler += pair.near.send(b"\x89\x00")  # pings without a word
    except BlockingIOError:
        pass
    pair.wire.send(frame_of("change 1"), "change")
    pair.wire.send(frame_of("change 2"), "change")
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == ["change 2"]
    assert filler > 0


def test_topics_never_fill_the_line(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    for n in range(LONGEST_LINE * 3):
        pair.wire.send(frame_of(f"change {n}"), "change")
        pair.wire.send(frame_of(f"room {n}"), "room")
    assert not pair.wire.is_over
    assert not pair.wire.is_behind
    pair.loop.turn()
    pair.far.read_all()
    assert pair.far.texts == [BIG, f"change {LONGEST_LINE * 3 - 1}", f"room {LONGEST_LINE * 3 - 1}"]


def test_who_stays_behind_is_cut_off(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    for n in range(LONGEST_LINE - 1):
        pair.wire.send(frame_of(str(n)))
    before = (pair.wire.is_behind, pair.wire.is_over)
    pair.wire.send(frame_of("the last drop"))
    assert (before, pair.wire.is_over) == ((True, False), True)
    assert pair.losses == Losses(replaced=0, cut_off=1)
    pair.loop.turn()
    assert pair.wire.is_idle
    pair.far.read_all()
    assert pair.far.texts == []
    pair.far.sock.setblocking(True)
    assert pair.far.sock.recv(1) == b""


def test_a_client_that_dies_in_the_middle_of_a_frame_is_over(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    pair.wire.send(frame_of("never"))
    pair.far.sock.close()
    pair.loop.before_writing = lambda: None
    pair.loop.turn()
    assert pair.wire.is_over
    assert pair.wire.is_idle


def test_whoever_writes_to_a_dead_client_does_not_notice(pair: Pair) -> None:
    pair.far.sock.close()
    pair.wire.send(frame_of("hello"))
    pair.wire.send(frame_of("hello?"))
    assert pair.wire.is_over
    assert pair.loop.waiting == []


def test_the_last_word_comes_after_all_others_and_nothing_after_it(pair: Pair) -> None:
    pair.wire.send(frame_of(BIG))
    pair.wire.end(1012)
    pair.wire.send(frame_of("too late"))
    pair.wire.end(1000)
    pair.loop.waiting[:1], goodbye = [], pair.loop.waiting[0]
    goodbye()
    pair.far.read_all()
    assert pair.far.texts == [BIG]
    assert pair.far.frames[-1].opcode is Opcode.CLOSE
    assert Close.parse(pair.far.frames[-1].data).code == 1012


def test_who_does_not_answer_the_last_word_is_cut_off_in_time(pair: Pair) -> None:
    pair.wire.end(1000)
    before = pair.wire.is_over
    pair.loop.turn()
    assert pair.loop.pauses == [wires.CLOSING_S]
    assert (before, pair.wire.is_over) == (False, True)


def test_threads_that_speak_at_once_never_cut_into_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wires, "LONGEST_LINE", 10_000)
    near, far_sock = socket.socketpair()
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    near.setblocking(False)
    far_sock.setblocking(True)
    far, wire = Far(far_sock), Wire(near, ThreadLoop(), Losses())
    chance = random.Random(5)  # noqa: S311  chance that repeats
    sizes = [[chance.randrange(1, 20_000) for _ in range(50)] for _ in range(4)]

    def speak(who: int) -> None:
        for n, size in enumerate(sizes[who]):
            wire.send(frame_of(f"{who} {n} " + "x" * size))

    speakers = [threading.Thread(target=speak, args=(who,)) for who in range(4)]
    for speaker in speakers:
        speaker.start()
    while len(far.frames) < 200:
        far.read()
    for speaker in speakers:
        speaker.join()
    until(lambda: wire.is_idle)
    heard = [text.split(" ") for text in far.texts]
    for who in range(4):
        said = [(int(n), len(x)) for speaker, n, x in heard if speaker == str(who)]
        assert said == list(enumerate(sizes[who]))
    near.close()
    far_sock.close()
