"""The least of an HTTP client, for many at once."""

import asyncio
import json
from typing import Any

Json = dict[str, Any]
OK = 200
HERE = "127.0.0.1"
_HEAD = "{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n"


async def ask(
    port: int, path: str, body: object = None, ticket: str = "", source: str = HERE, seconds: float = 10
) -> tuple[int, Json]:
    """GET, or POST when there is a body; returns the status and the JSON. Raises OSError or TimeoutError."""
    sent = b"" if body is None else json.dumps(body).encode()
    method = "GET" if body is None else "POST"
    head = _HEAD.format(method=method, path=path, host=HERE, port=port, length=len(sent))
    if body is not None:
        head += "Content-Type: application/json\r\n"
    if ticket:
        head += f"Authorization: Bearer {ticket}\r\n"
    status, answer = await raw(port, f"{head}\r\n".encode() + sent, source, seconds)
    return status, json.loads(answer)


async def get(port: int, path: str) -> tuple[int, bytes]:
    """Any page, as a browser without cookies gets it."""
    return await raw(port, f"GET {path} HTTP/1.1\r\nHost: {HERE}:{port}\r\nConnection: close\r\n\r\n".encode())


async def raw(port: int, request: bytes, source: str = HERE, seconds: float = 10) -> tuple[int, bytes]:
    """Any bytes as a request; returns the status and the body, or (0, b"") when nothing came back."""
    async with asyncio.timeout(seconds):
        reader, writer = await asyncio.open_connection(HERE, port, local_addr=(source, 0))
        try:
            writer.write(request)
            answer = await reader.read()
        finally:
            writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    return (int(words[1]), body) if len(words) > 1 else (0, b"")
