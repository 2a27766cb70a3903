"""The physical limit of a fan-out: a loop that writes the same frame to every socket, and nothing else."""

import json
import selectors
import socket
import sys
import time

UPGRADED = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
REPLY = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\nConnection: close\r\n\r\n"
FIRST_BYTE = b"\x81"  # of a whole text frame
settings = json.loads(sys.argv[1])


def frame(text: str) -> bytes:
    """A text frame of medium length."""
    payload = text.encode()
    if len(payload) < 126:  # noqa: PLR2004  the protocol's own number
        return bytes([0x81, len(payload)]) + payload
    return bytes([0x81, 126]) + len(payload).to_bytes(2, "big") + payload


class Bare:
    """Everybody who is connected, and one loop of `send`."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
        self.waiting = selectors.DefaultSelector()
        self.waiting.register(self.listener, selectors.EVENT_READ)
        self.people: list[socket.socket] = []
        self.rev = 0

    def serve(self) -> None:
        """Answer for ever."""
        while True:
            for key, _ in self.waiting.select():
                if key.fileobj is self.listener:
                    self.take(self.listener.accept()[0])
                elif isinstance(key.fileobj, socket.socket):
                    self.hear(key.fileobj)

    def take(self, sock: socket.socket) -> None:
        """Somebody came."""
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.waiting.register(sock, selectors.EVENT_READ)

    def hear(self, sock: socket.socket) -> None:
        """A handshake, the order to tell everybody, an introduction, or the end."""
        data = sock.recv(65536)
        if data.startswith(b"GET"):
            sock.send(UPGRADED + frame('0{"sid":"bare"}'))
        elif data.startswith(b"POST"):
            self.tell_all()
            sock.send(REPLY + b'{"ok":true}')
        elif data[:1] == FIRST_BYTE and sock not in self.people:
            self.people.append(sock)
            sock.send(frame('42["snapshot",{"rev":0}]'))
        elif not data:
            self.waiting.unregister(sock)
            self.people = [one for one in self.people if one is not sock]
            sock.close()

    def tell_all(self) -> None:
        """One frame, encoded once, one `send` for each."""
        self.rev += 1
        told = {"rev": self.rev, "now_ms": int(time.time() * 1000), "filler": "x" * settings["update_bytes"]}
        ready = frame(f"42{json.dumps(['change', told], separators=(',', ':'))}")
        for sock in self.people:
            sock.send(ready)


if __name__ == "__main__":
    bare = Bare()
    print(f"Bare serves on http://127.0.0.1:{bare.listener.getsockname()[1]}", flush=True)
    bare.serve()
