"""WebSocket by hand, so that every bit of it can be wrong."""

import os
import socket
import struct

from tests.chaos.http import HERE

TEXT, BINARY, CLOSE, PING, PONG, MORE = 1, 2, 8, 9, 10, 0
_SHORT, _MEDIUM = 126, 65_536
_UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def upgrade(port: int) -> bytes:
    """The request that asks for a WebSocket."""
    return _UPGRADE.format(host=HERE, port=port).encode()


def frame(payload: bytes, opcode: int = TEXT, *, fin: bool = True, reserved: int = 0, masked: bool = True) -> bytes:
    """A frame. It is masked with zeros, which is allowed, so the payload can be read on the wire."""
    head = bytes([fin << 7 | reserved << 4 | opcode])
    mask_bit, length = masked << 7, len(payload)
    if length < _SHORT:
        head += bytes([mask_bit | length])
    elif length < _MEDIUM:
        head += struct.pack("!BH", mask_bit | 126, length)
    else:
        head += struct.pack("!BQ", mask_bit | 127, length)
    return head + (b"\0\0\0\0" if masked else b"") + payload


def connect(port: int, source: str = HERE, seconds: float = 10) -> socket.socket:
    """A plain connection. Raises OSError."""
    return socket.create_connection((HERE, port), timeout=seconds, source_address=(source, 0))


def enter(port: int, ticket: str, source: str = HERE) -> socket.socket:
    """A connection that was upgraded and said who it is; the server's first words were read. Raises OSError."""
    sock = connect(port, source)
    try:
        sock.sendall(upgrade(port))
        _read_until(sock, b"0{")
        sock.sendall(frame(f'40{{"ticket":"{ticket}"}}'.encode()))
        _read_until(sock, b"snapshot")
    except OSError:
        sock.close()
        raise
    return sock


def noise(length: int) -> bytes:
    """Bytes that mean nothing."""
    return os.urandom(length)


def _read_until(sock: socket.socket, word: bytes) -> None:
    heard = b""
    while word not in heard:
        said = sock.recv(65_536)
        if not said:
            raise ConnectionResetError
        heard += said
