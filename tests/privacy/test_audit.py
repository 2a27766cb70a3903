"""Nobody in a small group can be singled out, whatever was published before, after and beside it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.polls.bygroup import GroupLine, Lines
from facilitator.domain.privacy import Answered, publishing
from tests.privacy.audit import Report, audit, knowing_the_rule, look_at
from tests.privacy.populations import Publication
from tests.privacy.solver import Known, Solver, breaches
from tests.privacy.weaker import publish_cell_by_cell


@settings(max_examples=30, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_nobody_who_sees_everything_can_work_out_what_a_few_said(random: Random) -> None:
    report = Report()
    look_at(report, random)
    assert report.found == []
    assert report.untrue == 0


def test_many_populations_are_published_without_a_breach() -> None:
    report = audit(range(1, 151))
    assert report.found == []
    assert report.untrue == 0
    assert report.publications > 500
    assert 0.5 < report.hidden_share < 0.95, "nothing would be a safe table too"


def test_knowing_the_rule_does_not_help() -> None:
    tried, found = knowing_the_rule(range(1, 31))
    assert found == []
    assert tried > 500


def test_the_solver_finds_what_a_weaker_rule_tells() -> None:
    report = audit(range(1, 41), publishing=publish_cell_by_cell)
    assert len(report.found) > 3


def test_the_solver_subtracts() -> None:
    answered: Answered = {1: _said({1: 8, 2: 4, 3: 6}), 2: _said({1: 8, 2: 8, 3: 8})}
    table = publish_cell_by_cell(_lines(3), answered, least=5)
    assert [cell.count for cell in table.rows[1].cells] == [8, None, 6]
    weak = Publication(table=table, truth=answered, exported=_said({1: 16, 2: 12, 3: 14}))
    assert Solver(weak).known() == [Known(group=1, line="line 2", count=4, size=18)]


def test_the_solver_compares_rounds() -> None:
    rounds: list[Answered] = [
        {1: _said({1: 8, 2: 7}), 2: _said({1: 7, 2: 7})},
        {1: _said({1: 9, 2: 6}), 2: _said({1: 7, 2: 7})},
    ]
    made = [
        Publication(table=publish_cell_by_cell(_lines(2), each, least=5), truth=each, exported=_said({1: n, 2: 29 - n}))
        for each, n in zip(rounds, (15, 16), strict=True)
    ]
    assert breaches(made[:1]) == []
    assert len(breaches(made)) == 2


def test_the_solver_knows_the_export(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = (3, 16)
    assert audit(seeds).found == []
    monkeypatch.setattr(publishing, "hidden_lines", lambda *_: frozenset())
    assert len(audit(seeds).found) > 1


def test_what_an_export_gave_away_of_an_earlier_round_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert audit([8600]).found == []
    monkeypatch.setattr(publishing, "open_to_exports", lambda *_: {})
    assert len(audit([8600]).found) == 1


def _lines(many: int) -> Lines:
    return Lines(lines=[GroupLine(id=each, label=f"line {each}") for each in range(1, many + 1)])


def _said(counts: dict[int, int]) -> dict[frozenset[int], int]:
    return {frozenset([line]): many for line, many in counts.items()}
