"""What is told of groups, cell by cell."""

from facilitator.domain.polls.bygroup import GroupLine, Lines
from facilitator.domain.privacy import Answered, GroupTable, pack, publish, unpack
from facilitator.domain.privacy.publishing import Before, are_nearly_the_same

YES_NO = Lines(lines=[GroupLine(id=1, label="Yes"), GroupLine(id=2, label="No")])
STEPS = Lines(lines=[GroupLine(id=each, label=f"step {each}") for each in range(1, 4)])
ANY_OF = Lines(lines=STEPS.lines, fewest=0, most=3)


def test_numbers_are_told_where_enough_people_stand_on_both_sides() -> None:
    table = publish(YES_NO, {1: said(12, 8), 2: said(9, 11), 3: said(7, 13)}, least=5)
    assert told(table, 1) == ["12", "8"]
    assert table.totals == [28, 32]


def test_few_and_nearly_all_are_told_as_such_and_all_is_not_told_from_nearly_all() -> None:
    nearly = publish(YES_NO, {1: said(19, 1), 2: said(9, 11), 3: said(7, 13)}, least=5)
    all_of_them = publish(YES_NO, {1: said(20, 0), 2: said(9, 11), 3: said(7, 13)}, least=5)
    assert told(nearly, 1) == ["16-20", "0-4"]
    assert told(all_of_them, 1) == ["16-20", "0-4"]


def test_what_could_be_had_by_subtraction_is_kept_back() -> None:
    table = publish(STEPS, {1: said(8, 4, 6), 2: said(8, 8, 8)}, least=5)
    counts = [cell.count for cell in table.rows[1].cells]
    assert counts.count(None) > 1


def test_a_group_is_shown_from_the_least_size_on() -> None:
    table = publish(YES_NO, {1: said(3, 1), 2: said(3, 2), 3: said(20, 20), None: said(4, 4)}, least=5)
    assert [row.group_id for row in table.rows] == [3, 2]
    assert table.others == 12


def test_a_small_rest_takes_the_next_smallest_group_with_it() -> None:
    table = publish(YES_NO, {1: said(1, 1), 2: said(3, 3), 3: said(8, 8), 4: said(9, 9)}, least=5)
    assert [row.group_id for row in table.rows] == [4, 3]
    assert table.others == 8


def test_one_group_alone_is_no_table() -> None:
    assert publish(YES_NO, {1: said(20, 20)}, least=5).rows == []
    assert publish(YES_NO, {}, least=5).rows == []


def test_groups_that_are_just_large_enough_tell_nothing_but_their_size() -> None:
    table = publish(YES_NO, {1: said(5, 3), 2: said(20, 20)}, least=5)
    row = table.row_of(1)
    assert row is not None
    assert (row.answered, [row.how(cell, 5) for cell in row.cells]) == (8, ["kept", "kept"])


def test_lines_that_nobody_or_everybody_is_in_are_no_secret() -> None:
    table = publish(STEPS, {1: said(12, 8, 0), 2: said(9, 11, 0)}, least=5)
    assert [row.cells[2].count for row in table.rows] == [0, 0]


def test_of_all_others_a_further_round_does_not_tell_that_one_of_them_came_either() -> None:
    first = publish(YES_NO, {1: said(12, 8), 2: said(9, 11), None: said(10, 10)}, least=5)
    assert told(first, 1) == ["12", "8"]
    further = {1: said(12, 8), 2: said(9, 11), None: said(11, 10)}
    second = publish(YES_NO, further, least=5, before=Before(tables=[first]))
    assert None in {row.cells[0].count for row in second.rows}


def test_people_may_be_in_several_lines() -> None:
    answered: Answered = {
        1: {frozenset([1, 2]): 9, frozenset([1]): 2, frozenset(): 6},
        2: {frozenset([1, 3]): 7, frozenset([2]): 6, frozenset([3]): 4},
    }
    table = publish(ANY_OF, answered, least=5)
    assert table.totals == [18, 15, 11]
    assert told(table, 1) == ["11", "9", "0"]


def test_a_second_round_tells_large_moves_alone() -> None:
    first = publish(YES_NO, {1: said(20, 20), 2: said(20, 20)}, least=5)
    assert told(first, 1) == ["20", "20"]
    before = Before(tables=[first])
    small = publish(YES_NO, {1: said(22, 18), 2: said(20, 20)}, least=5, before=before)
    large = publish(YES_NO, {1: said(28, 12), 2: said(11, 29)}, least=5, before=before)
    assert told(small, 1) == ["16-24", "16-24"]
    assert told(large, 1) == ["28", "12"]


def test_a_group_of_nearly_the_same_people_is_not_shown_again() -> None:
    first = publish(YES_NO, {1: said(10, 10), 2: said(20, 20), 3: said(20, 20)}, least=5)
    one_more: Answered = {1: said(11, 10), 2: said(20, 20), 3: said(20, 20)}
    assert [row.group_id for row in publish(YES_NO, one_more, least=5, before=Before(tables=[first])).rows] == [2, 3]
    swapped = Before(tables=[first], alike=frozenset({2}))
    assert [row.group_id for row in publish(YES_NO, one_more, least=5, before=swapped).rows] == [3]


def test_crowds_that_differ_by_a_few() -> None:
    assert not are_nearly_the_same({1, 2, 3}, {1, 2, 3}, least=5)
    assert are_nearly_the_same({1, 2, 3}, {1, 2, 4}, least=5)
    assert not are_nearly_the_same({1, 2, 3}, {4, 5, 6}, least=5)


def test_a_table_comes_back_as_it_was_stored() -> None:
    table = publish(STEPS, {1: said(8, 4, 6), 2: said(8, 8, 8)}, least=5)
    assert unpack(pack(table), least=5, answered=42) == table


def said(*counts: int) -> dict[frozenset[int], int]:
    return {frozenset([line]): many for line, many in enumerate(counts, start=1)}


def told(table: GroupTable, group: int) -> list[str]:
    row = table.row_of(group)
    assert row is not None
    return [f"{cell.low}" if cell.count is not None else f"{cell.low}-{cell.high}" for cell in row.cells]
