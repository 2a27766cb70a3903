"""The results page: what a session brought in, in words and figures, for hosts alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.kind import Quote, Result
from facilitator.domain.polls.poll import Poll
from facilitator.domain.takeaway import Shown
from facilitator.presenters.asked import Asked, asked_of
from facilitator.presenters.board_page import ShownBoard, board_of
from facilitator.presenters.cooperation import Cooperation, cooperation_of
from facilitator.presenters.figures import average_of, counted, lines_of, note_of
from facilitator.presenters.groups import GroupsShown, groups_shown
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.held import Held, Timing, held_of, timing_of
from facilitator.presenters.kind_figures import PEOPLE, Quadrant, further_of, heads_of, is_alone, quadrant_of
from facilitator.presenters.matrix import Matrix, matrix_of
from facilitator.presenters.promised import Promised, promised_of
from facilitator.presenters.voices import Voices, voices_of

DOTS_AT_MOST: Final = 60
"""Up to so many people each is a dot; beyond that, lines become bars. The browser's figures do the same."""
MANY_LINES: Final = 12
"""From so many lines on, those that nobody chose are told in a sentence instead of drawn."""
WIDE_ENOUGH: Final = 30
"""A thread is at least so many dots long."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A line to draw: `reach` and `dots` in units of a dot on a thread of the figure's `length`."""

    label: str
    language: str | None
    cells: Sequence[str]
    share: int
    hands: int
    before: str
    reach: float
    dots: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The lines of a result, drawn as dots or bars. `heads` names the cells, `unchosen` lines that are left out.

    Where labels are in several languages, each line tells its own: the same word can stand twice.
    """

    way: str
    heads: Sequence[str]
    length: float
    lines: Sequence[Drawn]
    unchosen: Sequence[str]
    has_hands: bool
    has_before: bool
    has_languages: bool


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with what came in. `mean`, its words in `average`, and `steps` are a scale's.

    `asks` are the questions within the question, `further` what came in for the second of them.
    """

    title: str
    kind: str
    note: str
    figure: Figure | None
    asks: Sequence[str]
    further: Figure | None
    quadrant: Quadrant | None
    mean: float | None
    average: str
    steps: Sequence[str]
    quotes: Sequence[Quote]
    are_options: bool
    kept_back: str
    by_group: GroupsShown | None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of the agenda with what it brought in."""

    number: int
    title: str
    state: str
    timing: Timing
    questions: Sequence[Question]
    boards: Sequence[ShownBoard]

    @property
    def has_results(self) -> bool:
        """Whether there is something to show beside its minutes."""
        return bool(self.questions or self.boards)


@dataclass(frozen=True, kw_only=True)
class ResultsPage:
    """Everything that the page shows. `facts` are pairs of a number and what it counts."""

    title: str
    organiser: str
    language: str
    held: Held
    facts: Sequence[tuple[str, str]]
    steps: Sequence[Step]
    not_asked: Sequence[str]
    asked: Asked | None
    promised: Promised | None
    matrix: Matrix | None
    cooperation: Cooperation | None
    voices: Voices | None


def results_page(harvest: Harvest) -> ResultsPage:
    """The page."""
    session = harvest.session
    return ResultsPage(
        title=session.title,
        organiser=session.organiser_name,
        language=session.language,
        held=held_of(harvest),
        facts=list(_facts(harvest)),
        steps=[_step(harvest, item, number) for item, number in zip(harvest.items, count(1), strict=False)],
        not_asked=[poll.title for poll in harvest.polls if poll.state == "ready"],
        asked=asked_of(harvest),
        promised=promised_of(harvest),
        matrix=matrix_of(harvest),
        cooperation=cooperation_of(harvest),
        voices=voices_of(harvest),
    )


def _facts(harvest: Harvest) -> Iterator[tuple[str, str]]:
    answers = sum(result.answered for result in harvest.results.values())
    asked = sum(poll.state != "ready" for poll in harvest.polls)
    for number, word, words in (
        (harvest.participants, "person joined", "people joined"),
        (asked, "question asked", "questions asked"),
        (answers, "answer", "answers"),
        (len(harvest.posts), "idea", "ideas"),
    ):
        yield f"{number:,}", word if number == 1 else words


def _step(harvest: Harvest, item: AgendaItem, number: int) -> Step:
    return Step(
        number=number,
        title=item.title,
        state=item.state,
        timing=timing_of(harvest, item),
        questions=[
            _question(harvest, poll) for poll in harvest.polls if poll.item_id == item.id and poll.state != "ready"
        ],
        boards=[
            board_of(harvest, board) for board in harvest.boards if board.item_id == item.id and board.state != "ready"
        ],
    )


def _question(harvest: Harvest, poll: Poll) -> Question:
    result, groups = harvest.results[poll.id], harvest.by_group.get(poll.id)
    shown = [quote for quote in result.quotes if not quote.is_hidden]
    hidden = len(result.quotes) - len(shown)
    return Question(
        title=poll.title,
        kind=KINDS[poll.kind].title,
        note=note_of(poll, result),
        figure=_figure(poll, result, lines_of(poll, result)),
        asks=[ask.title for ask in KINDS[poll.kind].asks],
        further=_figure(poll, result, further_of(result)),
        quadrant=quadrant_of(poll, result),
        mean=result.mean,
        average=average_of(poll, result),
        steps=poll.labels,
        quotes=shown,
        are_options=KINDS[poll.kind].uses_options,
        kept_back=f"{counted(hidden, 'text')} that a host hid: only in the exports." if hidden else "",
        by_group=groups_shown(groups, harvest.local(groups.made_at)) if groups else None,
    )


def _figure(poll: Poll, result: Result, lines: Sequence[Shown]) -> Figure | None:
    if not lines or not (result.base or result.hands or result.before):
        return None
    unchosen = [line.label for line in lines if _is_empty(line)] if len(lines) >= MANY_LINES else []
    drawn = [line for line in lines if line.label not in unchosen]
    heads = heads_of(poll)
    if heads == PEOPLE and KINDS[poll.kind].uses_options:
        drawn.sort(key=lambda line: -line.count)
    people = max(DOTS_AT_MOST if is_alone(poll) else 1, result.base)
    pitch = max(1.0, WIDE_ENOUGH / people)
    return Figure(
        way="dots" if people <= DOTS_AT_MOST and not KINDS[poll.kind].uses_budget else "bars",
        heads=heads,
        length=pitch * people,
        lines=[_drawn(line, pitch) for line in drawn],
        unchosen=unchosen,
        has_hands=bool(result.hands),
        has_before=result.before is not None,
        has_languages=len({line.language for line in drawn}) > 1,
    )


def _is_empty(line: Shown) -> bool:
    return not (line.count or line.hands or line.before)


def _drawn(line: Shown, pitch: float) -> Drawn:
    people = line.count if line.drawn is None else line.drawn
    dots = [round((place + 0.5) * pitch, 3) for place in range(people)]
    return Drawn(
        label=line.label,
        language=line.language,
        cells=line.cells or (str(line.count), f"{line.share} %"),
        share=line.share,
        hands=line.hands,
        before=_before(line),
        dots=dots,
        reach=dots[-1] if dots else 0.0,
    )


def _before(line: Shown) -> str:
    if line.before is None:
        return "–"
    return str(line.before) if line.before_share is None else f"{line.before} ({line.before_share} %)"
