"""The columns of everything that can be taken away: the contract of all exports.

A field is exported because a row here names it. A row of answers has no field for a participant, a
group, a time or an id, so none can be exported.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from facilitator.domain.agenda import ItemKind, ItemState
from facilitator.domain.commitments import CommitmentStatus
from facilitator.domain.polls.poll import OptionType, PollState
from facilitator.domain.sessions import SessionState
from facilitator.domain.voice import HeardInAll
from facilitator.presenters.columns import About
from facilitator.presenters.payloads import PostState, QuestionState

_NUMBER = About("No.", "Number of the question, in the order of the agenda.")
_QUESTION = About("Question", "The question as it was asked.")


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """The session itself."""

    title: Annotated[str, About("Title", "Title of the session.")]
    organiser: Annotated[str, About("Organiser", "Who held it.")]
    code: Annotated[str, About("Code", "The code that people joined with.")]
    language: Annotated[str, About("Language", "Main language, as a language code.")]
    timezone: Annotated[str, About("Time zone", "The zone of every time in these tables.")]
    state: Annotated[SessionState, About("State", "Where the session stood when this was made.")]
    planned_start_at: Annotated[datetime, About("Planned start", "When it was to start.")]
    started_at: Annotated[datetime | None, About("Start", "When it started.")]
    ended_at: Annotated[datetime | None, About("End", "When it ended.")]
    participants: Annotated[int, About("People", "How many devices joined.")]
    contacts_exchanged: Annotated[
        str | None, About("Contacts exchanged", "Pairs of organisations of which both agreed; told at the end.")
    ]
    delete_on: Annotated[date, About("Deleted on", "The day on which this installation erases the session.")]


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """A step of the agenda, planned and actual."""

    number: Annotated[int, About("No.", "Place in the agenda.")]
    step: Annotated[str, About("Step", "Title of the step.")]
    kind: Annotated[ItemKind, About("Kind", "What kind of step it is.")]
    state: Annotated[ItemState, About("State", "Whether it was done, left out, or is still to come.")]
    planned_start_at: Annotated[datetime, About("Planned start", "When it was to start.")]
    planned_minutes: Annotated[int, About("Planned, min", "Minutes in the plan.")]
    added_minutes: Annotated[int, About("Added, min", "Minutes that the hosts added, or took away, while live.")]
    actual_minutes: Annotated[float, About("Actual, min", "Minutes that it took, over all visits.")]


@dataclass(frozen=True, kw_only=True)
class PollRow:
    """A line of a question's result; one without lines, such as an open text, has a single row."""

    poll_number: Annotated[int, _NUMBER]
    poll: Annotated[str, _QUESTION]
    kind: Annotated[str, About("Kind", "single, multiple, scale, text, ranking, points, words, axes or transfer.")]
    state: Annotated[PollState, About("State", "ready means that it was never opened.")]
    answered: Annotated[int, About("Answered", "People who answered, also with “not applicable”.")]
    base: Annotated[int, About("Base", "People whom the shares are over: all who answered but “not applicable”.")]
    not_applicable: Annotated[int, About("Not applicable", "People who said that it does not apply to them.")]
    other_count: Annotated[int, About("Something else", "People who wrote an option of their own.")]
    mean: Annotated[float | None, About("Average", "Mean step of a scale, counted from 1.")]
    part: Annotated[str | None, About("Part", "The question within the question, where it has several.")]
    line: Annotated[str | None, About("Answer", "The option, the step of a scale, or the word that people gave.")]
    value: Annotated[int | None, About("Step", "Number of the step, counted from 1; options have none.")]
    type: Annotated[OptionType | None, About("Type", "What the option is: a challenge, a factor, and so on.")]
    count: Annotated[int | None, About("People", "People who gave this answer.")]
    share: Annotated[int | None, About("Share, %", "People in whole per cents of the base; points, of all points.")]
    average: Annotated[float | None, About("Average place or step", "Average place, or step on the first axis.")]
    second: Annotated[float | None, About("Second axis", "Average step on the second axis.")]
    firsts: Annotated[int | None, About("First places", "People who put it first.")]
    points: Annotated[int | None, About("Points", "All points that people gave to it.")]
    language: Annotated[str | None, About("Language", "Language of a word that people gave, as a language code.")]
    hands: Annotated[
        int | None, About("Hands", "Hands that a host counted for this answer; in neither the people nor the share.")
    ]
    is_pulse: Annotated[bool, About("Pulse", "A host asked it without preparation.")]
    again_of: Annotated[int | None, About("First round", "Number of the question that this one asks a second time.")]
    before_count: Annotated[int | None, About("People before", "People who gave this answer in the first round.")]
    before_share: Annotated[int | None, About("Share before, %", "Those people in whole per cents of its base.")]


@dataclass(frozen=True, kw_only=True)
class GroupAnswerRow:
    """What is told of one line of a question for one group. Nothing else is ever told of a group."""

    poll_number: Annotated[int, _NUMBER]
    poll: Annotated[str, _QUESTION]
    group: Annotated[str, About("Group", "A kind of stakeholder with enough answers to be shown.")]
    answered: Annotated[int, About("Answers of the group", "People of the group who answered.")]
    line: Annotated[str, About("Answer", "An option, or a step of the scale.")]
    told: Annotated[str, About("Told", "The number of people, or in words what is told instead.")]
    count: Annotated[int | None, About("People", "The number, where it is told.")]
    share: Annotated[int | None, About("Share", "Of the group's answers, in per cent, where it is told.")]
    low: Annotated[int, About("At least", "The number is at least this.")]
    high: Annotated[int, About("At most", "The number is at most this.")]
    made_at: Annotated[datetime, About("As of", "When the table was made. Later answers are not in it.")]


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One answer apart from its person, in random order."""

    poll_number: Annotated[int, _NUMBER]
    poll: Annotated[str, _QUESTION]
    options: Annotated[tuple[str, ...], About("Options", "Picked options.")]
    values: Annotated[
        tuple[str, ...], About("Their values", "Place, points, or step on the first axis, of each of the options.")
    ]
    seconds: Annotated[tuple[str, ...], About("Second axis", "Step on the second axis of each of the options.")]
    other_text: Annotated[str | None, About("Something else", "An option in own words.")]
    value: Annotated[int | None, About("Step", "Number of the step on a scale, counted from 1.")]
    second: Annotated[int | None, About("Second step", "Number of the answer to the second part, counted from 1.")]
    not_applicable: Annotated[bool, About("Not applicable", "Said that it does not apply.")]
    text: Annotated[str | None, About("Text", "An answer in own words.")]
    words: Annotated[tuple[str, ...], About("Words", "Single words or short phrases.")]
    language: Annotated[str | None, About("Language", "Language of the text, as a language code.")]
    is_hidden: Annotated[bool, About("Hidden", "A host kept the text from the big screen and the phones.")]


@dataclass(frozen=True, kw_only=True)
class IdeaRow:
    """One idea apart from who wrote it, in random order within its column."""

    board: Annotated[str, About("Board", "Title of the board.")]
    column: Annotated[str, About("Column", "Column that it stands in.")]
    type: Annotated[OptionType | None, About("Type", "What the column collects.")]
    text: Annotated[str, About("Idea", "The idea in its author's words.")]
    language: Annotated[str, About("Language", "Language of the idea, as a language code.")]
    state: Annotated[PostState, About("State", "approved ideas were shown to everybody.")]
    support: Annotated[int, About("Support", "People who support it.")]
    is_pinned: Annotated[bool, About("Pinned", "A host keeps it at the top of its column.")]
    cluster: Annotated[str | None, About("Cluster", "The theme that hosts put it under.")]
    points: Annotated[int, About("Points", "Points that people gave to it, and to ideas merged into it.")]
    comments: Annotated[int, About("Comments", "Comments that everybody saw, with those on ideas merged into it.")]
    merged_into: Annotated[str | None, About("Merged into", "The idea that stands for it, because it says the same.")]


@dataclass(frozen=True, kw_only=True)
class CommentRow:
    """One comment on an idea apart from who wrote it."""

    board: Annotated[str, About("Board", "Title of the board.")]
    idea: Annotated[str, About("Idea", "The idea that it is about.")]
    text: Annotated[str, About("Comment", "The comment in its author's words.")]
    language: Annotated[str, About("Language", "Language of the comment, as a language code.")]
    state: Annotated[PostState, About("State", "approved comments were shown to everybody.")]


@dataclass(frozen=True, kw_only=True)
class QuestionRow:
    """One question to the speakers apart from who asked it, in random order."""

    step: Annotated[str | None, About("Step", "Title of the step in which it was asked; none in the lobby.")]
    text: Annotated[str, About("Question", "The question in its author's words.")]
    language: Annotated[str, About("Language", "Language of the question, as a language code.")]
    state: Annotated[QuestionState, About("State", "approved questions were shown to everybody.")]
    votes: Annotated[int, About("Want to know too", "People who want an answer too, without who asked.")]
    is_pinned: Annotated[bool, About("Pinned", "A host kept it before the others.")]
    is_answered: Annotated[bool, About("Answered", "A host marked it as answered.")]


@dataclass(frozen=True, kw_only=True)
class PairRow:
    """A success factor and a barrier that it answered, or was proposed to answer."""

    barrier: Annotated[str, About("Barrier", "What holds people back.")]
    barrier_people: Annotated[int | None, About("Barrier chosen by", "How many people chose the barrier.")]
    factor: Annotated[str | None, About("Success factor", "What helped; empty for a barrier without an answer.")]
    people: Annotated[int, About("Paired by", "How many people say that it answered the barrier for them.")]
    is_from_host: Annotated[bool, About("Paired by a host", "Whether a host put the two together.")]
    is_proposed: Annotated[bool, About("Proposed", "Whether the two were proposed before the session.")]
    is_gap: Annotated[bool, About("Gap", "A barrier that people chose and that nobody has an answer for.")]


@dataclass(frozen=True, kw_only=True)
class JoinRow:
    """An idea that organisations can join. Names are those that everybody saw at it; contacts are never exported."""

    board: Annotated[str, About("Board", "Title of the board.")]
    column: Annotated[str, About("Column", "Column that it stands in.")]
    type: Annotated[OptionType | None, About("Type", "What the column collects.")]
    idea: Annotated[str, About("Idea", "The idea in its author's words.")]
    language: Annotated[str, About("Language", "Language of the idea, as a language code.")]
    offers: Annotated[int, About("Offers", "How many organisations can offer it.")]
    wants: Annotated[int, About("Wants", "How many organisations want it.")]
    offered_by: Annotated[tuple[str, ...], About("Offered by", "The organisations; none in Chatham House mode.")]
    wanted_by: Annotated[tuple[str, ...], About("Wanted by", "The organisations; none in Chatham House mode.")]
    is_alone: Annotated[bool, About("Alone", "An ask that no organisation offers to answer.")]
    to_discuss: Annotated[int | None, About("To discuss", "Place among the ideas that most people stand behind.")]


@dataclass(frozen=True, kw_only=True)
class MatchRow:
    """Two sides that could work together, the strongest suggestion first. None in Chatham House mode."""

    number: Annotated[int, About("No.", "Place of the suggestion.")]
    offer: Annotated[str, About("Offer", "The idea that is offered.")]
    offer_organisation: Annotated[str | None, About("Offered by", "Who offers it, where two joined the same idea.")]
    want: Annotated[str, About("Want", "The idea that is wanted; the same one, or an ask that uses the same words.")]
    want_organisation: Annotated[str | None, About("Wanted by", "Who wants it, where two joined the same idea.")]
    reason: Annotated[str, About("Reason", "Why the two could meet.")]


@dataclass(frozen=True, kw_only=True)
class VoiceRow:
    """How one group was heard beside its share of the people. Made at the end; never about a person."""

    group: Annotated[str, About("Group", "A kind of stakeholder with enough people to be told of.")]
    heard: Annotated[HeardInAll, About("Heard", "less is less than half of its share, fair at least that.")]
    told: Annotated[str, About("Told", "The same in words.")]
    made_at: Annotated[datetime, About("As of", "When the session ended.")]


@dataclass(frozen=True, kw_only=True)
class CommitmentRow:
    """One commitment apart from who made it and from any address, in random order."""

    when_text: Annotated[str, About("If", "What it waits for, in its author's words.")]
    then_text: Annotated[str, About("Then", "What will be done, in its author's words.")]
    language: Annotated[str, About("Language", "Language of the words, as a language code.")]
    organisation: Annotated[str | None, About("Organisation", "Who owns it; none in a person's own name.")]
    due_on: Annotated[date, About("Until", "The day by which it is to be done.")]
    is_public: Annotated[bool, About("Public", "Its author lets everybody read it.")]
    is_hidden: Annotated[bool, About("Hidden", "A host kept it from the screens.")]
    status: Annotated[CommitmentStatus | None, About("Became", "What its owner said last, by personal link.")]
    note: Annotated[str | None, About("Note", "What its owner added.")]


@dataclass(frozen=True, kw_only=True)
class ActRow:
    """One line of the log of what hosts did."""

    at: Annotated[datetime, About("When", "When it was done.")]
    by: Annotated[str, About("Host", "The name on the host's link or account.")]
    act: Annotated[str, About("Act", "What was done.")]
    what: Annotated[str, About("With what", "The step, question or file.")]
    rev: Annotated[int, About("Change", "Number of the change that it made.")]
