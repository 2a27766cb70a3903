"""Garbage of every kind: frames, packets, commands and requests that nobody sends by mistake, or just about."""

import json
import struct
from collections.abc import Sequence
from random import Random
from typing import Any

from facilitator.services.registry import COMMANDS
from tests.chaos import raw

Json = Any
DEEP = 2000
NASTY: tuple[Json, ...] = (
    None,
    True,
    -1,
    0,
    0.5,
    2**53,
    2**63,
    -(2**63),
    10**300,
    float("nan"),
    float("inf"),
    "",
    " ",
    "\0",
    "\x1b[2J",
    "\ud800",
    "\u202e\u2066",
    "\N{COMBINING ACUTE ACCENT}" * 300,
    "=1+1",
    "<script>alert(1)</script>",
    "'; DROP TABLE response; --",
    "../../etc/passwd",
    "x" * 6000,
    [],
    {},
    [[[[[]]]]],
    {"__proto__": {"admin": True}},
    {"": None},
    [None] * 500,
)
"""Values that some program, somewhere, fell over."""


class Garbage:
    """Makes garbage by chance. `ids` are those of things that exist, which lend it some likelihood."""

    def __init__(self, chance: Random, ids: Sequence[int]) -> None:
        self._chance = chance
        self._ids = ids
        self._schemas = {name: shape.model_json_schema() for name, (shape, _) in COMMANDS.items()}

    def frame(self) -> bytes:
        """A frame, or more, that breaks the WebSocket protocol in one way or another."""
        chance, payload = self._chance, raw.noise(self._chance.choice((0, 1, 20, 125, 126, 3000)))
        return chance.choice(
            (
                lambda: raw.frame(payload, chance.choice((3, 4, 5, 6, 7, 11, 12, 13, 14, 15))),
                lambda: raw.frame(payload, reserved=chance.randint(1, 7)),
                lambda: raw.frame(b'42["clock",{}]', masked=False),
                lambda: raw.frame(payload + b"\xff\xfe", raw.TEXT),
                lambda: raw.frame(payload, raw.BINARY),
                lambda: raw.frame(payload, raw.MORE),
                lambda: raw.frame(b"a", fin=False) + raw.frame(b"b", raw.TEXT),
                lambda: raw.frame(b"a" * 16_000, fin=False) + raw.frame(b"b" * 16_000, raw.MORE, fin=False),
                lambda: raw.frame(b"x" * 126, raw.PING),
                lambda: raw.frame(b"x", raw.PING, fin=False),
                lambda: raw.frame(b"x", raw.CLOSE),
                lambda: raw.frame(struct.pack("!H", chance.choice((0, 999, 1005, 1006, 1015, 5000))), raw.CLOSE),
                lambda: raw.frame(b"\x03\xe8\xff", raw.CLOSE),
                lambda: struct.pack("!BBQ", 0x81, 0xFF, chance.choice((2**63, 2**40, 16_385))) + payload,
                lambda: raw.noise(chance.randint(1, 40)),
                lambda: b"GET / HTTP/1.1\r\n\r\n",
            )
        )()

    def packet(self) -> str:
        """A message that is no good Engine.IO or Socket.IO packet."""
        chance, word = self._chance, raw.noise(6).hex()
        return chance.choice(
            (
                lambda: chance.choice(("", "0", "2probe", "5", "6", "7", "9", "x", "b!!!", "bAAAA", "\0", "4")),
                lambda: "4" + chance.choice("3456789") + word,
                lambda: f'45{chance.randint(1, 9)}-["{word}",{{"_placeholder":true,"num":0}}]',
                lambda: f'42/{word},["act",{{}}]',
                lambda: f'42["{chance.choice(("connect", "disconnect", "connect_error", "*", "malformed"))}",{{}}]',
                lambda: f'42["{word}",{{}}]',
                lambda: "42" + chance.choice(("", "[", "{}", "[]", "[1]", "[null]", '"act"', '["act"', "[[]]", "NaN")),
                lambda: f'42{"9" * chance.choice((5, 20, 400))}["act",{{}}]',
                lambda: '42["act",' + "[" * DEEP + "]" * DEEP + "]",
                lambda: '42["act",' + '{"a":' * DEEP + "1" + "}" * DEEP + "]",
                lambda: f'42["act",{{}},{json.dumps(chance.choice(NASTY))}]',
                lambda: f'42["act",{json.dumps(chance.choice(NASTY))}]',
                lambda: f"43{chance.randint(0, 99)}[{{}}]",
                lambda: '44"no"',
                lambda: '40{"ticket":"p.another"}',
                lambda: "4\N{GREEK SMALL LETTER ALPHA}" + word,
            )
        )()

    def envelope(self) -> Json:
        """A command whose shape is nearly right, or right with senseless values."""
        name = self._chance.choice(list(COMMANDS))
        args = self._value(self._schemas[name], self._schemas[name])
        sent: dict[str, Json] = {
            "op_id": f"garbage-{self._chance.getrandbits(80):020x}",
            "name": name,
            "args": args,
        }
        for _ in range(self._chance.choice((0, 0, 1, 1, 2))):
            self._spoil(self._chance.choice((sent, args, args)))
        return sent

    def request(self, port: int, paths: Sequence[str], tickets: Sequence[str]) -> bytes:
        """An HTTP request with something wrong in it, most of the time."""
        chance = self._chance
        path = chance.choice(paths)
        for place in ("<code>", "<file>", "<token>", "<id>"):
            path = path.replace(
                place, chance.choice(("1", "0", "-1", "A" * 300, "%00", "%ff%fe", "..%2f..", "%F0%9F", "x"))
            )
        body = json.dumps(chance.choice((self.envelope(), chance.choice(NASTY)))).encode()
        body = chance.choice((body, body[: len(body) // 2], raw.noise(40), b"a=1&csrf_token=x&" + body))
        method = chance.choice(("GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "BREW", "get"))
        kind = chance.choice(
            (
                "application/json",
                "application/json; charset=x",
                "text/plain",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "",
            )
        )
        length = chance.choice((len(body), len(body), len(body), 0, "", "x", -5, "1, 2", 10**12))
        query = chance.choice(("", "?since=x", "?since=99999", "?%00", "?a[]=1&a=2", "#x"))
        host = chance.choice((f"127.0.0.1:{port}", "", "elsewhere.example", "a b", "[::1"))
        ticket = chance.choice((*tickets, "x", "é", "", "l." + "x" * 600))
        head = [
            f"{method} {path}{query} HTTP/1.1",
            f"Host: {host}",
            f"Authorization: {chance.choice(('Bearer', 'Basic', ''))} {ticket}",
            f"Content-Type: {kind}",
            f"Content-Length: {length}",
            f"Cookie: facilitator={chance.choice(('x', '.eJw', '{}', ';;=', 'a' * 4000))}",
            f"X-Odd: {chance.choice(NASTY)!r}",
            "Connection: close",
        ]
        if chance.random() < 1 / 10:
            head.append("Transfer-Encoding: chunked")
        return "\r\n".join(head).encode("utf-8", "replace") + b"\r\n\r\n" + body

    def text(self) -> str:
        """What somebody may type into a field of a form."""
        words = [value for value in NASTY if isinstance(value, str) and "\ud800" not in value]
        return self._chance.choice(
            (*words, "1", "-1", "2027-02-30", "25:61", "9" * 30, "Ιδέα", "on", str(self._chance.choice(self._ids)))
        )

    def _value(self, schema: Json, root: Json) -> Json:
        """A value of a JSON schema, as far as it matters here."""
        if "$ref" in schema:
            return self._value(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
        if "const" in schema or "enum" in schema:
            return self._chance.choice(schema.get("enum", [schema.get("const")]))
        if "anyOf" in schema or "oneOf" in schema:
            return self._value(self._chance.choice(schema.get("anyOf") or schema["oneOf"]), root)
        kind = schema.get("type")
        if kind == "object" and "properties" in schema:
            must = schema.get("required", ())
            wanted = {
                name: part
                for name, part in schema["properties"].items()
                if name in must or self._chance.random() < 1 / 2
            }
            return {name: self._value(part, root) for name, part in wanted.items()}
        simple: dict[Json, Json] = {
            "integer": self._chance.choice((*self._ids, 0, 1, 2, 3)),
            "number": 0.5,
            "boolean": self._chance.random() < 1 / 2,
            "null": None,
            "string": self._chance.choice(("word", "en", "End", "10:30", "2027-01-01", "Ιδέα")),
        }
        if kind == "array":
            return [self._value(schema.get("items", {}), root) for _ in range(self._chance.randint(0, 3))]
        return simple.get(kind, {"kind": "choice", "option_ids": [self._chance.choice(self._ids)], "other_text": None})

    def _spoil(self, part: Json) -> None:
        """Take something away, add something, or make it something else."""
        if not isinstance(part, dict):
            return
        key, nasty = self._chance.choice([*part, "extra"]), self._chance.choice(NASTY)
        if self._chance.random() < 1 / 4:
            part.pop(key, None)
        elif self._chance.random() < 1 / 4:
            part[key] = [part.get(key)]
        else:
            part[key] = nasty
