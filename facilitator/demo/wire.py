"""A browser's end of the protocol for simulated people: socket first, HTTP beside it, merge by the law."""

import contextlib
import secrets
import threading
import time
from typing import Any, cast

import requests
import socketio

Json = dict[str, Any]
PATIENCE_S = 20.0
LISTS = ("topics", "posts", "questions", "joins")


class Wire:
    """One ticket's connection, with the state that it was sent. Commands are repeated until answered."""

    def __init__(self, base: str, ticket: str) -> None:
        self.state: Json = {}
        self.room: Json = {}
        self._base, self._ticket = base, ticket
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {ticket}"
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._socket: socketio.Client | None = None

    def connect(self) -> None:
        """Open the socket and wait for the snapshot."""
        self.state = {}
        self._socket = socketio.Client(reconnection=False)
        takes = {"snapshot": self._take_snapshot, "change": self._take_change, "me": self._take_me}
        for name, take in {**takes, "room": self._take_room}.items():
            self._socket.on(name, take)
        self._socket.connect(self._base, auth={"ticket": self._ticket}, transports=["websocket"], wait_timeout=10)
        self.wait_until(bool)

    def drop(self) -> None:
        """Lose the connection."""
        if self._socket is not None:
            self._socket.disconnect()
            self._socket = None

    def close(self) -> None:
        """Go for good."""
        self.drop()
        self._http.close()

    def act(self, name: str, **args: object) -> Json:
        """Send a command until somebody answers: over the socket while there is one, else over HTTP."""
        envelope = {"op_id": secrets.token_urlsafe(16), "name": name, "args": args}
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            with contextlib.suppress(socketio.exceptions.SocketIOError, requests.RequestException):
                reply = self._send(envelope)
                if reply["ok"] or not reply["retry"]:
                    return reply
            time.sleep(0.2)
        message = f"{name} was not answered within {PATIENCE_S} seconds"
        raise TimeoutError(message)

    def _send(self, envelope: Json) -> Json:
        if self._socket is not None:
            return cast("Json", self._socket.call("act", envelope, timeout=5))
        return cast("Json", self._http.post(f"{self._base}/api/act", json=envelope, timeout=5).json())

    def fresh(self) -> Json:
        """A fresh snapshot over HTTP."""
        return cast("Json", self._http.get(f"{self._base}/api/state", timeout=10).json())

    def wait_until(self, is_there: Any, seconds: float = PATIENCE_S) -> None:  # noqa: ANN401  any predicate
        """Wait until the state satisfies a predicate. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: is_there(self.state), timeout=seconds):
                message = "what was waited for did not come"
                raise TimeoutError(message)

    def wait_for_room(self, is_there: Any, seconds: float = 2 * PATIENCE_S) -> None:  # noqa: ANN401  any predicate
        """Wait until what a host is told of the room satisfies a predicate. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: is_there(self.room), timeout=seconds):
                message = "what was waited for was not told of the room"
                raise TimeoutError(message)

    def _take_snapshot(self, snapshot: Json) -> None:
        with self._changed:
            self.state = snapshot
            self._changed.notify_all()

    def _take_change(self, change: Json) -> None:
        """Merge a change. One that does not fit means a fresh snapshot: who is slow is not told of everything."""
        is_gap = bool(self.state) and change["since"] > self.state["rev"]
        fresh = self.fresh() if is_gap else None
        with self._changed:
            if fresh is not None and fresh["rev"] > self.state["rev"]:
                self.state = fresh
            elif self.state and change["since"] <= self.state["rev"] < change["rev"]:
                self.state = merge(self.state, change)
            self._changed.notify_all()

    def _take_room(self, room: Json) -> None:
        with self._changed:
            self.room = room
            self._changed.notify_all()

    def _take_me(self, said: Json) -> None:
        with self._changed:
            if self.state:
                nothing: Json = {part: {} for part in LISTS}
                self.state = merge(self.state, {**nothing, "rev": self.state["rev"], "me": said["me"]})
                self._changed.notify_all()


def merge(old: Json, change: Json) -> Json:
    """The merge law: each key replaces, null removes; an ended session knows nobody's own things any more."""
    merged = {**old, "rev": change["rev"]}
    for part in LISTS:
        merged[part] = _merge_keys(old[part], change[part])
    merged["me"] = old["me"] if change["me"] is None else change["me"]
    if merged["topics"]["session"]["state"] == "ended" and merged["me"] is not None:
        merged["me"] = {part: {} for part in merged["me"]}
    return merged


def _merge_keys(old: Json, change: Json) -> Json:
    return {key: value for key, value in {**old, **change}.items() if value is not None}
