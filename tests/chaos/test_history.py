"""The checker of histories finds what was planted, and nothing else."""

import pytest

from tests.chaos.history import Deed, History, Outcome, Verdict

SEAT = ("answer", "Elena", "way")


def history(*outcomes: tuple[str, Outcome]) -> History:
    """Elena answers again and again; each answer with what she was told."""
    made = History()
    for number, (value, outcome) in enumerate(outcomes):
        deed = Deed(op_id=f"op-{number}", name="respond", args={}, register=SEAT, value=value)
        made.begin(deed).outcome = outcome
        deed.reply = {"receipt": f"RECEIPT-{number}"}
    return made


def judged(made: History, *found: str) -> dict[str, int]:
    verdict = Verdict()
    made.judge({SEAT: list(found)} if found else {}, verdict)
    assert verdict.held is not any(verdict.counted().values())
    assert bool(verdict.examples) is not verdict.held
    return verdict.counted()


FINE = {"lost": 0, "phantom": 0, "duplicated": 0}
CARE: tuple[str, Outcome] = ("Care", "ok")
COST: tuple[str, Outcome] = ("Cost", "ok")
COST_REFUSED: tuple[str, Outcome] = ("Cost", "refused")
COST_UNKNOWN: tuple[str, Outcome] = ("Cost", "unknown")


@pytest.mark.parametrize(
    ("deeds", "found"),
    [
        ((CARE,), ("Care",)),
        ((CARE, COST), ("Cost",)),
        ((CARE, COST_REFUSED), ("Care",)),
        ((CARE, COST_UNKNOWN), ("Care",)),
        ((CARE, COST_UNKNOWN), ("Cost",)),
        ((COST_UNKNOWN, CARE), ("Care",)),
        ((COST_UNKNOWN,), ()),
        ((COST_REFUSED,), ()),
        ((), ()),
    ],
)
def test_it_finds_nothing_where_nothing_is(deeds: tuple[tuple[str, Outcome], ...], found: tuple[str, ...]) -> None:
    assert judged(history(*deeds), *found) == FINE


@pytest.mark.parametrize(
    ("deeds", "found", "breach"),
    [
        ((CARE,), (), "lost"),
        ((CARE, COST), ("Care",), "lost"),
        ((COST_UNKNOWN, CARE), ("Cost",), "lost"),
        ((CARE, COST_REFUSED), ("Cost",), "phantom"),
        ((CARE,), ("Shifts",), "phantom"),
        ((), ("Care",), "phantom"),
        ((CARE,), ("Care", "Care"), "duplicated"),
    ],
)
def test_it_finds_what_was_planted(deeds: tuple[tuple[str, Outcome], ...], found: tuple[str, ...], breach: str) -> None:
    assert judged(history(*deeds), *found) == {**FINE, breach: 1}


def test_it_compares_what_is_remembered_as_done() -> None:
    made = history(CARE, COST_REFUSED, COST_UNKNOWN)
    verdict = Verdict()
    made.judge_ops({"op-0": "RECEIPT-0", "op-2": "RECEIPT-2"}, verdict)
    assert verdict.held
    made.judge_ops({"op-0": "RECEIPT-9", "op-1": "RECEIPT-1", "op-7": "RECEIPT-7"}, verdict)
    assert verdict.counted() == {"lost": 1, "phantom": 2, "duplicated": 0}
