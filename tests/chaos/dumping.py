"""Throws garbage at a server, over every way in, and keeps count of what came back."""

import contextlib
import json
import re
import socket
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import requests
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from facilitator.services.tickets import LinkTicket, OrganiserTicket, Tickets
from facilitator.vault import Vault, open_vault
from tests.cast import HOSTS, NADIA
from tests.chaos import raw
from tests.chaos.garbage import Garbage
from tests.chaos.http import HERE
from tests.chaos.scenario import Options
from tests.chaos.venue import Venue
from tests.factories import Gathering, gather

FRAMES, PACKETS, COMMANDS, REQUESTS, FORMS = 8, 4, 4, 10, 2  # a round; packets and commands are sent ten at a time
TEN = 10
PATIENCE_S = 15.0
SERVER_ERROR = 500
PATHS = (
    "/", "/?code=<code>", "/j/<code>", "/j/<code>/session.ics", "/qr/<code>.svg", "/enter", "/privacy",
    "/api/act", "/api/act", "/api/state", "/api/clock", "/api/door/<code>", "/api/join", "/api/enter",
    "/control/<id>", "/stage/<id>", "/results/<id>", "/exports/<id>/<file>", "/healthz", "/readyz", "/metrics",
    "/organise/", "/organise/<id>", "/organise/sign-in", "/organise/first/<token>", "/organise/import",
    "/organise/<id>/settings", "/static/<file>", "/socket.io/?EIO=4&transport=websocket", "/socket.io/?EIO=3",
    "/socket.io/?EIO=4&transport=polling", "//", "/%2e%2e/", "*", "http://elsewhere.example/",
)  # fmt: skip
PAGES = (
    "new", "import", "{0}", "{0}/settings", "{0}/scales", "{0}/links", "{0}/steps/new", "{0}/steps/{1}",
    "{0}/steps/{1}/questions/new", "{0}/steps/{1}/boards/new", "{0}/questions/{2}", "{0}/boards/{3}", "{0}/take-away",
)  # fmt: skip


class Dump:
    """Everything goes into a session of its own, beside the one where people answer."""

    def __init__(self, venue: Venue, data: Path, options: Options) -> None:
        self.thrown: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.hung = 0
        self._port = venue.house.port
        session, vault = gather(Path(), database=venue.gathering.database), open_vault(data)
        session.go_live()
        self._garbage = Garbage(options.chance("garbage"), _ids(session))
        self._chance = options.chance("dump")
        self._tickets = [*host_tickets(session, vault) * TEN, *(guest.ticket for guest in venue.guests)]
        self._turn = cycle(self._tickets)
        self._browser = _signed_in(session, vault)
        self._places = (session.public_id, session.items()[0].id, session.poll("way").id, session.board().id)
        venue.gathering.database.dispose()

    @property
    def server_errors(self) -> int:
        """How often the server said that it failed, or said nothing at all."""
        statuses = sum(number for what, number in self.answers.items() if what.isdigit() and int(what) >= SERVER_ERROR)
        return statuses + self.answers["trouble"] + self.hung

    def throw(self, rounds: int) -> None:
        """So many loads of everything."""
        for _ in range(rounds):
            for what, number in ((self._frame, FRAMES), (self._packets, PACKETS), (self._commands, COMMANDS)):
                for _ in range(number):
                    self._try(what)
            for what, number in ((self._request, REQUESTS), (self._form, FORMS)):
                for _ in range(number):
                    self._try(what)

    def _try(self, what: Callable[[], None]) -> None:
        try:
            what()
        except TimeoutError:
            self.hung += 1
        except OSError:
            self.answers["cut off"] += 1

    def _frame(self) -> None:
        """A frame from somebody who is known, or from somebody who is not."""
        with self._enter() if self._chance.random() < 1 / 2 else raw.connect(self._port, self._source()) as sock:
            sock.sendall(raw.upgrade(self._port) if self._chance.random() < 1 / 2 else b"")
            sock.sendall(self._garbage.frame())
            self.thrown["frames"] += 1
            sock.shutdown(socket.SHUT_WR)
            _rest(sock)

    def _packets(self) -> None:
        with self._enter() as sock:
            for _ in range(TEN):
                sock.sendall(raw.frame(self._garbage.packet().encode("utf-8", "replace")))
                self.thrown["packets"] += 1
            sock.shutdown(socket.SHUT_WR)
            self._count_codes(_rest(sock))

    def _commands(self) -> None:
        with self._enter() as sock:
            for number in range(TEN):
                sock.sendall(raw.frame(f'42{number}["act",{json.dumps(self._garbage.envelope())}]'.encode()))
                self.thrown["commands"] += 1
            sock.sendall(raw.frame(b'42999["clock",{}]'))
            self._count_codes(_rest(sock, until=b"43999["))

    def _request(self) -> None:
        with raw.connect(self._port, self._source(), PATIENCE_S) as sock:
            sock.sendall(self._garbage.request(self._port, PATHS, self._tickets))
            self.thrown["requests"] += 1
            head = _rest(sock)[:20].split()
        self.answers[head[1].decode() if len(head) > 1 else "cut off"] += 1

    def _form(self) -> None:
        """A page of the organiser's, and one of its forms filled in without sense."""
        base = f"http://{HERE}:{self._port}/organise/"
        page = self._browser.get(base + self._chance.choice(PAGES).format(*self._places), timeout=PATIENCE_S)
        fields = dict.fromkeys(re.findall(r'name="([\w.\-\[\]]+)"', page.text), "")
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        typed = {name: self._garbage.text() for name in fields if self._chance.random() < 3 / 4}
        answer = self._browser.post(
            page.url, {**typed, "csrf_token": token.group(1) if token else ""}, timeout=PATIENCE_S
        )
        self.thrown["forms"] += 1
        self.answers.update([str(page.status_code), str(answer.status_code)])

    def _count_codes(self, said: bytes) -> None:
        self.answers.update(code.decode() for code in re.findall(rb'"ok":false,"code":"(\w+)"', said))
        self.answers["accepted"] += said.count(b'"ok":true')

    def _enter(self) -> socket.socket:
        return raw.enter(self._port, next(self._turn), self._source())

    def _source(self) -> str:
        return f"127.0.{self._chance.randint(160, 190)}.{self._chance.randint(1, 250)}"


def _rest(sock: socket.socket, until: bytes = b"\0never\0") -> bytes:
    """Everything that comes until the other side hangs up, or says a certain word. Raises TimeoutError."""
    sock.settimeout(PATIENCE_S)
    heard = b""
    with contextlib.suppress(ConnectionError):
        while until not in heard and (said := sock.recv(65_536)):
            heard += said
    return heard


def _ids(session: Gathering) -> list[int]:
    polls, board = [session.poll(name) for name in ("way", "barriers", "words", "progress")], session.board()
    options = [option.id for poll in polls for option in poll.options]
    return [poll.id for poll in polls] + options + [board.id, board.columns[0].id] + [i.id for i in session.items()]


def host_tickets(session: Gathering, vault: Vault) -> list[str]:
    """The organiser's ticket and those of the hosts."""
    tickets, organiser = Tickets(vault.key("tickets")), session.tickets[NADIA]
    assert isinstance(organiser, OrganiserTicket)
    found = [tickets.for_organiser(organiser.organiser_id, organiser.epoch, organiser.session_id)]
    for host in HOSTS:
        link = session.tickets[host]
        assert isinstance(link, LinkTicket)
        found.append(tickets.for_link(link.link_id))
    return found


def _signed_in(session: Gathering, vault: Vault) -> requests.Session:
    """The organiser's browser."""
    organiser, app, browser = session.tickets[NADIA], Flask("cookies"), requests.Session()
    assert isinstance(organiser, OrganiserTicket)
    app.secret_key = vault.key("cookie")
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    cookie = {"_permanent": True, "organiser": [organiser.organiser_id, organiser.epoch]}
    browser.cookies.set("facilitator", str(signer.dumps(cookie)))
    return browser
