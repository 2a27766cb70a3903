"""A browser without manners: raw WebSocket text, and HTTP bodies as they come."""

import itertools
import json
from typing import Any

import requests
from websockets.sync.client import connect

Json = dict[str, Any]
_numbers = itertools.count(1)


def envelope(name: str, **args: object) -> Json:
    """A command with a number of its own."""
    return {"op_id": f"operation-{next(_numbers):08d}", "name": name, "args": args}


class RawSocket:
    """The least that a Socket.IO client must do, so that everything else can be wrong."""

    def __init__(self, base: str, ticket: str, *, seconds: float = 10) -> None:
        address = base.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self._socket = connect(address, compression=None, max_size=None, legacy=True)
        self._seconds = seconds
        self._ids = itertools.count(1)
        self.frames: list[str] = []
        assert self.read().startswith("0{")
        self._socket.send("40" + json.dumps({"ticket": ticket}))
        self.answer = self.read()

    def read(self) -> str:
        """The next message, without the server's heartbeat, which is answered."""
        while True:
            message = self._socket.recv(timeout=self._seconds)
            assert isinstance(message, str)
            if message == "2":
                self._socket.send("3")
                continue
            self.frames.append(message)
            return message

    def send(self, text: str) -> None:
        """Any text as one message."""
        self._socket.send(text)

    def ask(self, event: str, body: str) -> Json:
        """An event whose argument is any text that claims to be JSON; returns what it was answered."""
        number = next(self._ids)
        self.send(f'42{number}["{event}",{body}]')
        head = f"43{number}["
        while not (message := self.read()).startswith(head):
            pass
        (answer,) = json.loads(message[len(head) - 1 :])
        assert isinstance(answer, dict)
        return answer

    def act(self, sent: object) -> Json:
        """A command."""
        return self.ask("act", json.dumps(sent))

    def until(self, event: str) -> Json:
        """Wait for an event and return what came with it."""
        head = f'42["{event}",'
        while not (message := self.read()).startswith(head):
            pass
        body = json.loads(message[2:])[1]
        assert isinstance(body, dict)
        return body

    def closes_with(self) -> int:
        """Wait until the server ends the connection; the WebSocket's close code."""
        try:
            while True:
                self.read()
        except Exception:  # noqa: BLE001  whichever way the end is told
            return self._socket.close_code or 0

    def close(self) -> None:
        """Leave."""
        self._socket.close()


def post(base: str, path: str, ticket: str, body: bytes | str) -> tuple[int, Json]:
    """Any body as JSON over HTTP; returns the status and the answer."""
    sent = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    headers = {"Authorization": f"Bearer {ticket}", "Content-Type": "application/json"}
    answer = requests.post(base + path, data=sent, headers=headers, timeout=10)
    return answer.status_code, answer.json()
