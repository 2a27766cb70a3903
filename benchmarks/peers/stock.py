"""A Flask-SocketIO server on eventlet as the manual shows it. It stores nothing."""

import eventlet

eventlet.monkey_patch()

import json  # noqa: E402  everything else comes after the patch
import socket  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask, jsonify, request  # noqa: E402
from flask_socketio import SocketIO, emit  # noqa: E402

WINDOW_S = 0.25
ROOM_FOR = 20_000  # its own limit of 1,024 connections would end every larger measurement
settings = json.loads(sys.argv[1])
filler = {"filler": "x" * settings["update_bytes"]}
snapshot = {"since": None, "topics": {"filler": "x" * settings["snapshot_bytes"]}}
counts = {"rev": 0, "told": 0, "tickets": 0}
app = Flask("stock")
socketio = SocketIO(app, async_mode="eventlet", cors_allowed_origins="*")


def acknowledge(envelope: dict[str, Any]) -> dict[str, Any]:
    """Take a command and say so."""
    counts["rev"] += 1
    return {
        "ok": True,
        "rev": counts["rev"],
        "at_ms": int(time.time() * 1000),
        "receipt": envelope["op_id"][:9],
        "me": {"responses": {"1": envelope["args"]}},
    }


def greet(auth: object) -> None:
    """Give a newcomer the state."""
    del auth
    emit("snapshot", {"rev": counts["rev"], **snapshot})


def tell_all() -> None:
    """Give everybody what is new."""
    told, counts["told"] = counts["told"], counts["rev"]
    now_ms = int(time.time() * 1000)
    socketio.emit("change", {"rev": counts["rev"], "since": told, "now_ms": now_ms, "topics": filler})


def tell_forever() -> None:
    """Look for news at the end of each window."""
    while True:
        socketio.sleep(WINDOW_S)
        if counts["rev"] > counts["told"]:
            tell_all()


def join() -> Any:  # noqa: ANN401  a response
    """Give somebody a ticket."""
    counts["tickets"] += 1
    return jsonify({"ticket": f"p.{counts['tickets']:022d}", "code": "ABCDEF"})


def act() -> Any:  # noqa: ANN401  a response
    """Take a command over HTTP, and tell everybody at once."""
    reply = acknowledge(request.get_json())
    tell_all()
    return jsonify(reply)


def free_port() -> int:
    """A port that nobody uses now; the library cannot say which one it got."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    socketio.on_event("connect", greet)
    socketio.on_event("act", acknowledge)
    app.add_url_rule("/api/join", view_func=join, methods=["POST"])
    app.add_url_rule("/api/act", view_func=act, methods=["POST"])
    socketio.start_background_task(tell_forever)
    port = free_port()
    print(f"Stock serves on http://127.0.0.1:{port}", flush=True)
    socketio.run(app, host="127.0.0.1", port=port, max_size=ROOM_FOR, log_output=False)
