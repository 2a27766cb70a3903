"""The Socket.IO server: WebSocket only, ordered, small messages, no compression."""

import logging

from flask import Flask
from flask_socketio import SocketIO

from facilitator.concurrency import Loop
from facilitator.realtime.packets import StrictPacket

LARGEST_MESSAGE = 16_384
PING_INTERVAL_S = 10
PING_TIMEOUT_S = 8


def make_server(app: Flask, loop: Loop, origins: list[str] | None) -> SocketIO:
    """A Socket.IO server around `app`. `origins` are exact; None means the page's own.

    `async_handlers=False` keeps one person's messages in order and makes a flood wait for itself.
    """
    quiet = logging.getLogger("facilitator.socket")
    quiet.setLevel(logging.CRITICAL)
    return SocketIO(
        app,
        async_mode=loop.socketio_mode,
        transports=["websocket"],
        cors_allowed_origins=origins,
        max_http_buffer_size=LARGEST_MESSAGE,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        async_handlers=False,
        always_connect=False,
        manage_session=False,
        http_compression=False,
        serializer=StrictPacket,
        logger=quiet,
        engineio_logger=quiet,
    )
