"""What everybody did and was told, and the judgement on what is stored in the end.

Each deed writes a value into a register: a person's answer to a question, an idea, a person's
support. Each is ok, refused or unknown. One person's deeds follow one another, so a register must
hold the latest ok, or an unknown that came after it; never a refused one, and never two values. What has no
register, as a host's act, is judged by the server's own memory of it alone.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Outcome = Literal["ok", "refused", "unknown"]
NOTHING = None
"""What an untouched register holds."""


@dataclass(kw_only=True, eq=False)
class Deed:
    """One command, and what became of it. `value` is what the register holds once it is done."""

    op_id: str
    name: str
    args: Json
    register: Hashable = None
    value: Hashable = None
    instead_of: list[str] = field(default_factory=list)
    """Earlier ones of the same register whose outcome is unknown: they may still be on their way."""
    outcome: Outcome = "unknown"
    reply: Json = field(default_factory=dict)

    @property
    def envelope(self) -> Json:
        return {"op_id": self.op_id, "name": self.name, "args": self.args, "instead_of": self.instead_of}

    def answered(self, reply: Json) -> None:
        """The server said what became of it."""
        self.outcome = "ok" if reply["ok"] else "refused"
        self.reply = reply


@dataclass(kw_only=True)
class Verdict:
    """How often the promise was broken; `examples` shows the first ones."""

    lost: int = 0
    phantom: int = 0
    duplicated: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def held(self) -> bool:
        return not (self.lost or self.phantom or self.duplicated)

    def counted(self) -> dict[str, int]:
        return {"lost": self.lost, "phantom": self.phantom, "duplicated": self.duplicated}

    def add(self, what: Literal["lost", "phantom", "duplicated"], number: int, words: str) -> None:
        """Count a breach."""
        if number > 0:
            setattr(self, what, getattr(self, what) + number)
            self.examples = [*self.examples, f"{what}: {words}"][:5]


@dataclass
class History:
    """All deeds, in the order in which they were begun."""

    deeds: list[Deed] = field(default_factory=list)

    def begin(self, deed: Deed) -> Deed:
        """Write a deed down before it is sent."""
        self.deeds.append(deed)
        return deed

    def counted(self) -> dict[str, int]:
        """How many deeds had each outcome."""
        names = {"ok": "acked", "refused": "refused", "unknown": "unknown"}
        return {word: sum(deed.outcome == outcome for deed in self.deeds) for outcome, word in names.items()}

    def judge(self, stored: Mapping[Any, Sequence[Hashable]], verdict: Verdict) -> None:
        """Compare with what every register holds: none, one, or by mistake several values."""
        by_register: dict[Hashable, list[Deed]] = {}
        for deed in self.deeds:
            if deed.register is not None:
                by_register.setdefault(deed.register, []).append(deed)
        for register in by_register.keys() | stored.keys():
            deeds, found = by_register.get(register, []), stored.get(register, ())
            _judge_register(register, deeds, found, verdict)

    def judge_ops(self, receipts: Mapping[str, str], verdict: Verdict) -> None:
        """Compare with the commands that the server remembers to have done, each with its receipt."""
        known = {deed.op_id: deed for deed in self.deeds}
        for deed in self.deeds:
            receipt = receipts.get(deed.op_id)
            if deed.outcome == "ok" and receipt != deed.reply["receipt"]:
                verdict.add("lost", 1, f"{deed.op_id} was acknowledged with another receipt than {receipt}")
            if deed.outcome == "refused" and receipt is not None:
                verdict.add("phantom", 1, f"{deed.op_id} was refused and is remembered as done")
        strangers = receipts.keys() - known.keys()
        verdict.add("phantom", len(strangers), f"nobody sent {sorted(strangers)[:3]}")


def _judge_register(register: Hashable, deeds: Sequence[Deed], found: Sequence[Hashable], verdict: Verdict) -> None:
    may_hold = set(_possible(deeds))
    tried = {deed.value for deed in deeds if deed.outcome != "refused"}
    verdict.add("duplicated", len(found) - 1, f"{register} holds {list(found)[:3]}")
    for value in set(found) - may_hold:
        verdict.add("lost" if value in tried else "phantom", 1, f"{register} holds {value}, not one of {may_hold}")
    if not found and NOTHING not in may_hold:
        verdict.add("lost", 1, f"{register} is empty, not one of {may_hold}")


def _possible(deeds: Iterable[Deed]) -> Iterator[Hashable]:
    """What a register may hold: the latest ok value, and the unknown ones after it."""
    for deed in reversed(list(deeds)):
        if deed.outcome != "refused":
            yield deed.value
        if deed.outcome == "ok":
            return
    yield NOTHING
