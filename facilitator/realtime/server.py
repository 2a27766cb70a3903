"""The Socket.IO server: WebSocket only, ordered, small messages, no compression."""

import logging
import time

import structlog
from flask import Flask
from flask_socketio import SocketIO

from facilitator.concurrency import Loop
from facilitator.realtime.fanout import Fanout
from facilitator.realtime.gate import Gate
from facilitator.realtime.incoming import LARGEST_MESSAGE
from facilitator.realtime.packets import StrictPacket
from facilitator.realtime.websocket import Wires

PING_INTERVAL_S = 10
PING_TIMEOUT_S = 8


def make_server(app: Flask, loop: Loop, origins: list[str] | None) -> SocketIO:
    """A Socket.IO server around `app`. `origins` are exact; None means the page's own.

    `async_handlers=False` keeps one person's messages in order and makes a flood wait for itself.
    """
    wires = Wires(loop)
    murmur = _murmur()
    socketio = SocketIO(
        app,
        async_mode=loop.socketio_mode,
        transports=["websocket"],
        cors_allowed_origins=origins,
        max_http_buffer_size=LARGEST_MESSAGE,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        monitor_clients=False,  # our heart does
        async_handlers=False,
        always_connect=False,
        manage_session=False,
        http_compression=False,
        serializer=StrictPacket,
        client_manager=Fanout(wires),
        logger=murmur,
        engineio_logger=murmur,
    )
    wires.install(socketio.server.eio)
    Gate(socketio.server, wires)
    return socketio


class _Murmur(logging.Handler):
    """What the libraries have to say, through our own log: failures of ours, each at most once a minute."""

    QUIET_S = 60.0

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._may_say_at: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Log a failure; libraries swallow what handlers raise, so this is where a bug is seen."""
        now = time.monotonic()
        if record.exc_info and now >= self._may_say_at.get(record.msg, 0.0):
            self._may_say_at[record.msg] = now + self.QUIET_S
            structlog.get_logger().error("socket_failed", said=record.msg, exc_info=record.exc_info)


def _murmur() -> logging.Logger:
    logger = logging.getLogger("facilitator.socket")
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.handlers = [_Murmur()]
    return logger
