"""The table of tables: what can be taken away, and how each row is filled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, cast

from facilitator.domain.agenda import planned_starts
from facilitator.domain.pairs import gaps
from facilitator.domain.polls.kind import KINDS, Line, Result, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.privacy import AnonymousAnswer
from facilitator.domain.takeaway import Chart, Table
from facilitator.presenters import idea_tables, peer_tables
from facilitator.presenters.columns import columns_of
from facilitator.presenters.commitments import organisation_of
from facilitator.presenters.cooperation import contacts_of
from facilitator.presenters.figures import average_of, lines_of, note_of
from facilitator.presenters.groups import cell_says
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.kind_figures import further_of
from facilitator.presenters.payloads import QuestionState
from facilitator.presenters.rows import (
    ActRow,
    AgendaRow,
    AnswerRow,
    CommentRow,
    CommitmentRow,
    GroupAnswerRow,
    IdeaRow,
    JoinRow,
    MatchRow,
    PairRow,
    PollRow,
    QuestionRow,
    SessionRow,
    VoiceRow,
)


@dataclass(frozen=True, kw_only=True)
class TableKind:
    """A table by the rows that it is made of."""

    title: str
    row: type
    rows: Callable[[Harvest], Iterator[Any]]


def tables_of(harvest: Harvest) -> Sequence[Table]:
    """Every table, filled."""
    return [_table(name, kind, list(kind.rows(harvest))) for name, kind in TABLES.items()]


def empty_tables() -> Sequence[Table]:
    """Every table without rows: the columns alone."""
    return [_table(name, kind, ()) for name, kind in TABLES.items()]


def charts_of(harvest: Harvest) -> Sequence[Chart]:
    """The results of every question that was opened and has lines to draw."""
    asked = [(poll, harvest.results[poll.id]) for poll in harvest.polls if poll.state != "ready"]
    return [chart for poll, result in asked for chart in _charts(poll, result)]


def _charts(poll: Poll, result: Result) -> Iterator[Chart]:
    note = f"{note_of(poll, result)} {average_of(poll, result)}".strip()
    titles = [f"{poll.title} {ask.title}" for ask in KINDS[poll.kind].asks] or [poll.title]
    for title, lines in zip(titles, (lines_of(poll, result), further_of(result)), strict=False):
        if lines:
            yield Chart(title=title, note=note, lines=lines)


def _table(name: str, kind: TableKind, rows: Sequence[Any]) -> Table:
    columns = columns_of(kind.row)
    names = [field.name for field in fields(kind.row)]
    cells = [[getattr(row, each) for each in names] for row in rows]
    return Table(name=name, title=kind.title, help=(kind.row.__doc__ or "").strip(), columns=columns, rows=cells)


def _session(harvest: Harvest) -> Iterator[SessionRow]:
    session, local = harvest.session, harvest.local
    yield SessionRow(
        title=session.title,
        organiser=session.organiser_name,
        code=session.code,
        language=session.language,
        timezone=session.timezone,
        state=session.state,
        planned_start_at=local(session.planned_start_at),
        started_at=None if session.started_at is None else local(session.started_at),
        ended_at=None if session.ended_at is None else local(session.ended_at),
        participants=harvest.participants,
        contacts_exchanged=contacts_of(harvest),
        delete_on=session.delete_on,
    )


def _agenda(harvest: Harvest) -> Iterator[AgendaRow]:
    starts = planned_starts(harvest.items, harvest.session.planned_start_at)
    for number, (item, start) in enumerate(zip(harvest.items, starts, strict=True), start=1):
        yield AgendaRow(
            number=number,
            step=item.title,
            kind=item.kind,
            state=item.state,
            planned_start_at=harvest.local(start),
            planned_minutes=item.minutes,
            added_minutes=item.added_minutes,
            actual_minutes=round(harvest.spent_minutes(item), 1),
        )


def _polls(harvest: Harvest) -> Iterator[PollRow]:
    numbers = {poll.id: number for number, poll in enumerate(harvest.polls, start=1)}
    for number, poll in enumerate(harvest.polls, start=1):
        result, again_of = harvest.results[poll.id], numbers.get(poll.again_of_id or 0)
        parts: Sequence[str | None] = [ask.title for ask in KINDS[poll.kind].asks] or [None]
        for line in result.lines or (None,):
            yield _poll_row(number, poll, result, line, again_of, parts[0])
        for line in result.further:
            yield _poll_row(number, poll, result, line, None, parts[1])


def _poll_row(
    number: int, poll: Poll, result: Result, line: Line | None, again_of: int | None, part: str | None
) -> PollRow:
    before = result.before.lines if result.before else ()
    old = next((each for each in before if line and each.id == line.id), None)
    return PollRow(
        poll_number=number,
        poll=poll.title,
        kind=poll.kind,
        state=poll.state,
        answered=result.answered,
        base=result.base,
        not_applicable=result.not_applicable,
        other_count=result.other_count,
        mean=result.mean,
        part=part,
        line=line.label if line else None,
        value=line.id if line and (poll.labels or part) else None,
        type=line.type if line else None,
        count=line.count if line else None,
        share=line.share if line else None,
        average=line.average if line else None,
        second=line.second if line else None,
        firsts=line.firsts if line else None,
        points=line.points if line else None,
        language=line.language if line else None,
        hands=result.hands.get(line.id, 0) if line else None,
        is_pulse=poll.is_pulse,
        again_of=again_of,
        before_count=old.count if old else None,
        before_share=old.share if old else None,
    )


def _by_group(harvest: Harvest) -> Iterator[GroupAnswerRow]:
    numbered = {poll.id: (number, poll.title) for number, poll in enumerate(harvest.polls, start=1)}
    for poll_id, groups in harvest.by_group.items():
        table, (number, title) = groups.table, numbered[poll_id]
        for row in table.rows:
            for line, cell in zip(table.lines, row.cells, strict=True):
                yield GroupAnswerRow(
                    poll_number=number,
                    poll=title,
                    group=groups.title(row),
                    answered=row.answered,
                    line=line.label,
                    told=cell_says(row, cell, table.least),
                    count=cell.count,
                    share=None if cell.count is None else share(cell.count, row.answered),
                    low=cell.low,
                    high=cell.high,
                    made_at=harvest.local(groups.made_at),
                )


def _answers(harvest: Harvest) -> Iterator[AnswerRow]:
    for number, poll in enumerate(harvest.polls, start=1):
        for answer in harvest.answers.get(poll.id, ()):
            yield _answer_row(number, poll, answer)


def _answer_row(number: int, poll: Poll, answer: AnonymousAnswer) -> AnswerRow:
    ballot, labels = answer.ballot, {option.id: option.text for option in poll.options}
    return AnswerRow(
        poll_number=number,
        poll=poll.title,
        options=tuple(labels[option_id] for option_id in ballot.option_ids),
        values=tuple(str(pick.value) for pick in ballot.picks if pick.value is not None),
        seconds=tuple(str(pick.second) for pick in ballot.picks if pick.second is not None),
        other_text=ballot.other_text,
        value=ballot.value,
        second=ballot.second,
        not_applicable=ballot.not_applicable,
        text=ballot.text,
        words=ballot.terms,
        language=ballot.language,
        is_hidden=answer.is_hidden,
    )


def _questions(harvest: Harvest) -> Iterator[QuestionRow]:
    titles = {item.id: item.title for item in harvest.items}
    for question, votes in harvest.questions:
        yield QuestionRow(
            step=None if question.item_id is None else titles.get(question.item_id),
            text=question.text,
            language=question.language,
            state=cast("QuestionState", question.state),
            votes=votes,
            is_pinned=question.is_pinned,
            is_answered=question.is_answered,
        )


def _pairs(harvest: Harvest) -> Iterator[PairRow]:
    """Every barrier with what answered it; one without a pair stands alone."""
    factors = {factor.ref: factor.text for factor in harvest.factors}
    without = {barrier.ref for barrier in gaps(harvest.barriers, harvest.pairs)}
    for barrier in harvest.barriers:
        found = [pair for pair in harvest.pairs if pair.barrier == barrier.ref and pair.factor in factors]
        for pair in found or (None,):
            yield PairRow(
                barrier=barrier.text,
                barrier_people=barrier.people,
                factor=factors[pair.factor] if pair else None,
                people=pair.people if pair else 0,
                is_from_host=pair is not None and pair.is_from_host,
                is_proposed=pair is not None and pair.is_proposed,
                is_gap=barrier.ref in without,
            )


def _commitments(harvest: Harvest) -> Iterator[CommitmentRow]:
    for made, answer in harvest.commitments:
        yield CommitmentRow(
            when_text=made.when_text,
            then_text=made.then_text,
            language=made.language,
            organisation=organisation_of(harvest.session, made) or None,
            due_on=made.due_on,
            is_public=made.is_public,
            is_hidden=made.is_hidden,
            status=answer.status if answer else None,
            note=(answer.note or None) if answer else None,
        )


def _acts(harvest: Harvest) -> Iterator[ActRow]:
    for act in harvest.acts:
        yield ActRow(at=harvest.local(act.at), by=act.by, act=act.act, what=act.what, rev=act.rev)


TABLES: Final[Mapping[str, TableKind]] = {
    "session": TableKind(title="Session", row=SessionRow, rows=_session),
    "agenda": TableKind(title="Agenda", row=AgendaRow, rows=_agenda),
    "polls": TableKind(title="Questions", row=PollRow, rows=_polls),
    "groups": TableKind(title="Answers by group", row=GroupAnswerRow, rows=_by_group),
    "answers": TableKind(title="Answers", row=AnswerRow, rows=_answers),
    "ideas": TableKind(title="Ideas", row=IdeaRow, rows=idea_tables.ideas),
    "comments": TableKind(title="Comments", row=CommentRow, rows=idea_tables.comments),
    "questions": TableKind(title="Questions to speakers", row=QuestionRow, rows=_questions),
    "pairs": TableKind(title="What answered what", row=PairRow, rows=_pairs),
    "joins": TableKind(title="Joined ideas", row=JoinRow, rows=peer_tables.joins),
    "matches": TableKind(title="Who could work together", row=MatchRow, rows=peer_tables.suggestions),
    "voices": TableKind(title="Who was heard", row=VoiceRow, rows=peer_tables.voices),
    "commitments": TableKind(title="Commitments", row=CommitmentRow, rows=_commitments),
    "acts": TableKind(title="Acts", row=ActRow, rows=_acts),
}
