"""Answers counted anew, one person after the other, from what they were acknowledged."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from facilitator.demo.ledger import Answer
from facilitator.demo.wire import Json


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A line of a result as it must be exported. `share` is of `of`, else of everybody who answered."""

    part: str | None = None
    line: str | None = None
    count: int | None = None
    share: int | None = None
    average: float | None = None
    second: float | None = None
    firsts: int | None = None
    points: int | None = None
    language: str | None = None


def lines_of(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    """Every line of a question's result; a question without lines has one that says nothing."""
    yield from LINES.get(poll["kind"], _choices)(poll, answers, base)


def whole(count: int, base: int) -> int:
    """`count` of `base` in whole per cents, halves up."""
    return 0 if not base else (200 * count + base) // (2 * base)


def words_of(answer: Answer) -> list[str]:
    """The words of an answer, each once."""
    kept: dict[str, str] = {}
    for word in answer["terms"]:
        kept.setdefault(same(word), word)
    return list(kept.values())


def same(word: str) -> str:
    """What the words of the simulated people have in common when they are the same."""
    return word.casefold().strip("! ")


def _choices(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    counts = [(each["text"], sum(each["id"] in one["option_ids"] for one in answers)) for each in poll["options"]]
    labels = poll["scale"]["labels"] if poll["scale"] else ()
    counts += [(label, sum(one["value"] == step for one in answers)) for step, label in enumerate(labels, start=1)]
    for label, count in counts:
        yield Counted(line=label, count=count, share=whole(count, base))
    if not counts:
        yield Counted()


def _places(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    behind = min(poll["max_choices"], len(poll["options"])) + 1
    for option in poll["options"]:
        orders = [one["option_ids"] for one in answers]
        places = [order.index(option["id"]) + 1 if option["id"] in order else behind for order in orders]
        count = sum(option["id"] in order for order in orders)
        average = round(sum(places) / base, 2) if base else None
        firsts = places.count(1)
        yield Counted(line=option["text"], count=count, share=whole(count, base), average=average, firsts=firsts)


def _points(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    del base
    given = [{pick["option_id"]: pick["value"] for pick in one["picks"]} for one in answers]
    everything = sum(sum(each.values()) for each in given)
    for option in poll["options"]:
        points = sum(each.get(option["id"], 0) for each in given)
        people = sum(option["id"] in each for each in given)
        yield Counted(line=option["text"], count=people, share=whole(points, everything), points=points)


def _ratings(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    for option in poll["options"]:
        mine = [pick for one in answers for pick in one["picks"] if pick["option_id"] == option["id"]]
        first, second = (_mean([pick[part] for pick in mine]) for part in ("value", "second"))
        yield Counted(line=option["text"], count=len(mine), share=whole(len(mine), base), average=first, second=second)


def _mean(steps: list[int]) -> float | None:
    return round(sum(steps) / len(steps), 2) if steps else None


def _words(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    del poll
    spellings: dict[tuple[str, str], Counter[str]] = {}
    for one in answers:
        for word in words_of(one):
            spellings.setdefault((one["language"], same(word)), Counter())[word] += 1
    for (language, _), texts in spellings.items():
        label, count = max(texts, key=lambda text: (texts[text], text)), sum(texts.values())
        yield Counted(line=label, count=count, share=whole(count, base), language=language)
    if not spellings:
        yield Counted()


def _practice(poll: Json, answers: list[Answer], base: int) -> Iterator[Counted]:
    for ask, name in zip(poll["asks"], ("value", "second"), strict=False):
        for step, label in enumerate(ask["labels"], start=1):
            count = sum(one[name] == step for one in answers)
            yield Counted(part=ask["title"], line=label, count=count, share=whole(count, base))


LINES: Final[dict[str, Callable[[Json, list[Answer], int], Iterator[Counted]]]] = {
    "ranking": _places,
    "points": _points,
    "axes": _ratings,
    "words": _words,
    "transfer": _practice,
}


def answer_row(poll: Json, answer: Answer) -> tuple[Any, ...]:
    """An answer as it must be exported, after the number of its question."""
    order = [option["id"] for option in poll["options"]]
    labels = {option["id"]: option["text"] for option in poll["options"]}
    picks = _picks(answer)
    chosen = sorted(picks, key=order.index)
    text = answer.get("text") or None
    said = words_of(answer) if "terms" in answer else []
    return (
        tuple(labels[key] for key in chosen),
        tuple(str(picks[key][0]) for key in chosen if picks[key][0] is not None),
        tuple(str(picks[key][1]) for key in chosen if picks[key][1] is not None),
        answer.get("other_text"),
        answer.get("value"),
        answer.get("second"),
        answer.get("not_applicable", False),
        text,
        tuple(said),
        answer.get("language") if text or said else None,
    )


def _picks(answer: Answer) -> dict[int, tuple[int | None, int | None]]:
    if answer["kind"] == "ranking":
        return {key: (place, None) for place, key in enumerate(answer["option_ids"], start=1)}
    chosen: dict[int, tuple[int | None, int | None]] = dict.fromkeys(answer.get("option_ids", ()), (None, None))
    return chosen | {pick["option_id"]: (pick["value"], pick["second"]) for pick in answer.get("picks", ())}
