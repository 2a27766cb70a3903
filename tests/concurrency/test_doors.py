"""Who knocks at the door: honest browsers, silent crowds, and those who speak one letter at a time."""

import errno
import math
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import eventlet.greenio
import pytest

from facilitator import serving
from facilitator.concurrency import choose, doors, listen, on_eventlet, on_gevent, on_threads
from facilitator.concurrency.doors import HASTE_S, MANY_REQUESTS, MOMENT_S, Lobby, Patience
from facilitator.concurrency.loop import SOCKET
from facilitator.settings import Settings

MODULES = {"eventlet": on_eventlet, "gevent": on_gevent, "threading": on_threads}
DEADLINE_S = 0.4
PLACES = 6
PATIENCE_S = 10.0


class Porch:
    """A server that says back what it was sent, whether Nagle is off, or something slowly."""

    def __init__(self, mode: str) -> None:
        self.listener = listen("127.0.0.1", 0)
        self.port: int = self.listener.getsockname()[1]
        self.is_open, self.is_done = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self._run, args=(mode,), daemon=True)

    def _run(self, mode: str) -> None:
        self.loop = choose(mode)
        stop = self.loop.serve(self.listener, self._answer, 50)
        self.is_open.set()
        while not self.is_done.is_set():
            self.loop.sleep(0.01)
        stop()

    answered = 0

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
        self.answered += 1
        if environ["PATH_INFO"] == "/slowly":
            self.loop.sleep(DEADLINE_S * 2)
        no_delay = environ[SOCKET].getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        length = int(environ.get("CONTENT_LENGTH") or 0)
        said = b"" if length > 1_000_000 else environ["wsgi.input"].read(length)
        answer = b"%d %d %s" % (no_delay, length, said)
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(answer)))])
        return [answer]


class Caller:
    """Somebody at the door, with all the time in the world."""

    def __init__(self, port: int) -> None:
        self.sock = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)

    def say(self, text: str) -> None:
        self.sock.sendall(text.encode())

    def hear(self) -> str:
        """What is answered to one request, without its head; empty when the door was shut."""
        heard = b""
        while b"\r\n\r\n" not in heard:
            more = self._read()
            if not more:
                return ""
            heard += more
        head, _, body = heard.partition(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.splitlines() if b"content-length" in line.lower())
        while len(body) < length:
            body += self._read()
        return body.decode()

    def _read(self) -> bytes:
        try:
            return self.sock.recv(1000)
        except ConnectionError:
            return b""

    def waits_s(self) -> float:
        """How long it takes until the door is shut."""
        started = time.monotonic()
        while self._read():
            pass
        return time.monotonic() - started

    def says_slowly(self, text: str) -> None:
        """One letter at a time, until the door is shut."""
        self.sock.settimeout(0.05)
        for letter in text:
            try:
                self.say(letter)
                if not self.sock.recv(1):
                    return
            except TimeoutError:
                continue
            except ConnectionError:
                return


@pytest.fixture(params=MODULES)
def porch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Porch]:
    module = MODULES[request.param]
    monkeypatch.setattr(doors, "MOMENT_S", DEADLINE_S / 10)
    monkeypatch.setattr(module, "HEADER_DEADLINE_S", DEADLINE_S)
    monkeypatch.setattr(module, "KEEP_ALIVE_S", DEADLINE_S, raising=False)
    monkeypatch.setattr(module, "Lobby", lambda *_: Lobby(PLACES))
    porch = Porch(request.param)
    porch.thread.start()
    assert porch.is_open.wait(PATIENCE_S)
    yield porch
    porch.is_done.set()
    porch.thread.join(PATIENCE_S)
    porch.listener.close()


@pytest.fixture
def call(porch: Porch) -> Iterator[Callable[[], Caller]]:
    callers: list[Caller] = []

    def one_more() -> Caller:
        callers.append(Caller(porch.port))
        return callers[-1]

    yield one_more
    for caller in callers:
        caller.sock.close()


Call = Callable[[], Caller]


def test_a_request_is_answered_without_delay(call: Call) -> None:
    ana = call()
    ana.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
    assert ana.hear() == "1 5 hello"


def test_who_sends_request_upon_request_is_not_served_alone(porch: Porch, call: Call) -> None:
    mallory, ana = call(), call()
    mallory.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 1000)
    ana.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert ana.hear() == "1 0 "
    assert porch.answered < 1000
    assert mallory.waits_s() > 0


@pytest.mark.parametrize(
    "text", ["GE", "GET\r\n\r\n", "BREW / COFFEE/1\r\n\r\n", "GET / HTTP/1.1\r\nno header\r\n\r\n", "\x16\x03\x01"]
)
def test_what_is_no_request_leaves_no_trace(call: Call, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    mallory = call()
    mallory.say(text)
    mallory.sock.shutdown(socket.SHUT_WR)
    assert mallory.waits_s() > 0
    assert "".join(capfd.readouterr()) == ""


def test_a_body_that_comes_late_is_waited_for(call: Call) -> None:
    ana = call()
    ana.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n")
    ana.say("hel")
    ana.say("lo")
    assert ana.hear() == "1 5 hello"


def test_who_falls_silent_after_the_first_letter_is_shut_out_after_the_deadline(call: Call) -> None:
    mallory = call()
    mallory.say("G")
    assert DEADLINE_S * 0.5 < mallory.waits_s() < DEADLINE_S * 6


def test_who_thinks_for_long_before_the_first_letter_is_not_at_the_door_yet(call: Call) -> None:
    """A browser opens connections that it may need later."""
    ana = call()
    ana.sock.settimeout(DEADLINE_S * 3)
    with pytest.raises(TimeoutError):
        ana.sock.recv(1)
    ana.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert ana.hear() == "1 0 "


def test_the_deadline_is_not_for_the_house(call: Call) -> None:
    ana = call()
    ana.say("GET /slowly HTTP/1.1\r\nHost: x\r\n\r\n")
    assert ana.hear() == "1 0 "


@pytest.mark.parametrize(
    "porch", [mode for mode in MODULES if mode != "threading"], indirect=True
)  # threads count silence alone
@pytest.mark.parametrize(
    "text",
    [
        "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + "z" * 200,
        "POST / HTTP/1.1\r\nContent-Length: 200\r\n\r\n" + "z" * 100,
    ],
    ids=["head", "body"],
)
def test_who_speaks_one_letter_at_a_time_is_shut_out_too(porch: Porch, text: str) -> None:
    mallory = Caller(porch.port)
    started = time.monotonic()
    mallory.says_slowly(text)
    assert DEADLINE_S * 0.5 < time.monotonic() - started < DEADLINE_S * 6
    mallory.sock.close()


@pytest.mark.parametrize("said", ["", "G"])
def test_a_silent_crowd_takes_nobody_s_place(call: Call, said: str) -> None:
    crowd = [call() for _ in range(PLACES * 8)]
    for one in crowd:
        one.say(said)
    ana = call()
    started = time.monotonic()
    ana.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert ana.hear() == "1 0 "
    assert time.monotonic() - started < 2
    if said:
        assert crowd[0].waits_s() < 1


def test_a_huge_body_is_not_read(call: Call) -> None:
    mallory = call()
    mallory.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\nand so on")
    assert mallory.hear() == "1 3000000 "
    assert mallory.waits_s() < 1, "nobody waits for the rest of it"


@pytest.mark.parametrize("porch", [mode for mode in MODULES if mode != "threading"], indirect=True)  # it never keeps
def test_a_connection_is_kept_for_the_next_request(porch: Porch) -> None:
    ana = Caller(porch.port)
    for _ in range(3):
        ana.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert ana.hear() == "1 0 "
    assert ana.waits_s() < DEADLINE_S * 6
    ana.sock.close()


def test_two_servers_do_not_share_an_address() -> None:
    listener = listen("127.0.0.1", 0)
    with pytest.raises(OSError, match="in use"):
        listen(*listener.getsockname())
    listener.close()


def test_the_longest_silent_makes_room() -> None:
    lobby, pairs = Lobby(2), [socket.socketpair() for _ in range(3)]
    for near, _ in pairs[:2]:
        lobby.enter(near)
    lobby.leave(pairs[0][0])
    lobby.enter(pairs[0][0])  # came back: now the other one waits longest
    lobby.enter(pairs[2][0])
    assert len(lobby) == 2
    assert pairs[1][1].recv(1) == b""
    for near, far in pairs[::2]:
        near.send(b"!")
        assert far.recv(1) == b"!"
    for near, far in pairs:
        near.close()
        far.close()


def test_a_crowd_that_came_in_one_moment_is_a_rush_until_the_moment_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[-1])
    lobby, was_rushed = Lobby(4), []
    for deed, who in (("enter", "Ana"), ("enter", "Bo"), ("enter", "Cy"), ("leave", "Ana"), ("enter", "Di")):
        getattr(lobby, deed)(who)
        was_rushed.append(lobby.is_rushed)
    clock.append(100.0 + doors.MOMENT_S)
    assert was_rushed == [False, False, True, False, True]
    assert not lobby.is_rushed


def test_who_comes_in_a_rush_waits_outside_and_shows_nobody_out() -> None:
    """Twice as many at once as the lobby holds: the last ones find places, as the first ones say what they want."""
    lobby, served = Lobby(PLACES), threading.Event()
    let_in: list[object] = []

    def run() -> None:
        loop = choose("eventlet")
        listener = listen("127.0.0.1", 0)
        crowd = [socket.create_connection(listener.getsockname()) for _ in range(PLACES * 2)]
        for one in crowd:
            one.send(b"G")
        door = on_eventlet.Door(listener, lobby)

        def open_door() -> None:
            for _ in crowd:
                came, _address = door.accept()
                lobby.enter(came)
                let_in.append(came)

        loop.spawn(open_door)
        for _ in range(PLACES * 2):
            while not len(lobby):
                loop.sleep(0.001)
            assert len(lobby) <= PLACES // 2 + 1
            lobby.leave(let_in[-len(lobby)])
        served.set()
        for one in (*crowd, listener):
            one.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE_S)
    assert served.is_set()
    assert len(let_in) == PLACES * 2


def test_the_door_stays_open_when_the_system_has_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[object] = [OSError(errno.EMFILE, "full"), OSError(errno.ENFILE, "full"), ("somebody", "from afar")]

    class Full:
        def __init__(self, listener: socket.socket) -> None:
            self.listener = listener

        def accept(self) -> object:
            answer = answers.pop(0)
            if isinstance(answer, OSError):
                raise answer
            return answer

    class Room(Lobby):
        made = 0

        def make_room(self) -> None:
            self.made += 1

    lobby = Room()
    monkeypatch.setattr(eventlet.greenio, "GreenSocket", Full)
    with socket.socket() as listener:
        assert on_eventlet.Door(listener, lobby).accept() == ("somebody", "from afar")
    assert lobby.made == 2


def test_who_sends_request_upon_request_has_to_wait_and_a_browser_that_loads_a_page_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    patience = Patience(MANY_REQUESTS)
    pauses = [patience.pause_s() for _ in range(MANY_REQUESTS + 3)]
    assert pauses == [0.0] * MANY_REQUESTS + [HASTE_S] * 3
    now[0] += MOMENT_S
    assert patience.pause_s() == 0.0


def test_a_proxy_that_brings_a_whole_room_s_requests_has_not_to_wait() -> None:
    patience = Patience(math.inf)
    assert {patience.pause_s() for _ in range(10 * MANY_REQUESTS)} == {0.0}


@pytest.mark.parametrize(
    ("settings", "at_once"),
    [({}, MANY_REQUESTS), ({"rates": 1000}, 1000 * MANY_REQUESTS), ({"proxies": 1}, math.inf)],
)
def test_how_much_one_connection_may_bring(settings: dict[str, Any], at_once: float) -> None:
    assert serving._at_once(Settings(**settings)) == at_once  # noqa: SLF001  nobody else can ask
