"""Questions to the speakers and who wants an answer too, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import bindparam, delete, func, select, update

from facilitator.domain.questions import Question, Upvote
from facilitator.storage.database import Work

_SINCE: Final = (
    select(Question, Question.kept_votes + func.count(Upvote.participant_id))
    .outerjoin(Upvote, Upvote.question_id == Question.id)
    .where(Question.session_id == bindparam("session"), Question.rev > bindparam("since"))
    .group_by(Question.id)
    .order_by(Question.sent_at, Question.id)
)
_OWN: Final = (
    select(Question)
    .where(Question.participant_id == bindparam("person"), Question.state != "withdrawn")
    .order_by(Question.sent_at, Question.id)
)
_OWN_UPVOTES: Final = select(Upvote.question_id).where(Upvote.participant_id == bindparam("person"))


def find(work: Work, session_id: int, question_id: int) -> Question | None:
    """A question of this session."""
    return work.once(("question", session_id, question_id), lambda: _load(work, session_id, question_id))


def _load(work: Work, session_id: int, question_id: int) -> Question | None:
    query = select(Question).where(Question.id == question_id, Question.session_id == session_id)
    return work.orm.scalars(query).one_or_none()


def put(work: Work, question: Question) -> None:
    """Store a new question."""
    work.orm.add(question)
    work.orm.flush()


def since(work: Work, session_id: int, rev: int) -> Sequence[tuple[Question, int]]:
    """Questions that changed after `rev`, each with how many want an answer too, in the order they were asked."""
    found = work.orm.execute(_SINCE, {"session": session_id, "since": rev})
    return [(question, votes) for question, votes in found]


def own(work: Work, participant_id: int) -> Sequence[Question]:
    """A person's questions that were not withdrawn, in the order they were asked."""
    return work.orm.scalars(_OWN, {"person": participant_id}).all()


def own_upvotes(work: Work, participant_id: int) -> Sequence[int]:
    """Ids of the questions that a person wants answered too."""
    return work.orm.scalars(_OWN_UPVOTES, {"person": participant_id}).all()


def put_upvote(work: Work, question_id: int, participant_id: int, *, upvoted: bool) -> bool:
    """Want an answer too, or no longer, with the next flush. Returns whether that changes anything."""
    people = _voters(work, question_id)
    if upvoted == (participant_id in people):
        return False
    (people.add if upvoted else people.discard)(participant_id)
    work.buffer(Upvotes).wanted[question_id, participant_id] = upvoted
    return True


def recall(work: Work, question_ids: Collection[int]) -> None:
    """Read many questions and those who want them answered at once, for those who will be asked about."""
    if not question_ids:
        return
    for question in work.orm.scalars(select(Question).where(Question.id.in_(question_ids))):
        work.memo["question", question.session_id, question.id] = question
    voters: dict[int, set[int]] = {question_id: set() for question_id in question_ids}
    query = select(Upvote.question_id, Upvote.participant_id).where(Upvote.question_id.in_(question_ids))
    for question_id, participant_id in work.orm.execute(query):
        voters[question_id].add(participant_id)
    work.memo.update({("voters", question_id): who for question_id, who in voters.items()})


@dataclass(kw_only=True)
class Upvotes:
    """Upvotes that wait to be written: given (True) or taken back (False)."""

    wanted: dict[tuple[int, int], bool] = field(default_factory=dict)

    def write(self, work: Work) -> None:
        """Write them all."""
        rows = [{"question": question, "person": person} for (question, person), on in self.wanted.items() if not on]
        if rows:
            who = (Upvote.question_id == bindparam("question"), Upvote.participant_id == bindparam("person"))
            work.connection.execute(delete(Upvote).where(*who), rows)
        given = work.upsert(Upvote, key=("question_id", "participant_id"), changing=("question_id",))
        rows = [{"question_id": question, "participant_id": who} for (question, who), on in self.wanted.items() if on]
        if rows:
            work.connection.execute(given, rows)


def _voters(work: Work, question_id: int) -> set[int]:
    return work.once(("voters", question_id), lambda: _load_voters(work, question_id))


def _load_voters(work: Work, question_id: int) -> set[int]:
    return set(work.orm.scalars(select(Upvote.participant_id).where(Upvote.question_id == question_id)))


def cut_links(work: Work, session_id: int) -> None:
    """Forget who asked and who wanted to know too in a session; the numbers stay."""
    given = select(func.count()).where(Upvote.question_id == Question.id).scalar_subquery()
    work.orm.execute(
        update(Question)
        .where(Question.session_id == session_id)
        .values(participant_id=None, kept_votes=Question.kept_votes + given),
        execution_options={"synchronize_session": False},
    )
    asked = select(Question.id).where(Question.session_id == session_id)
    work.orm.execute(delete(Upvote).where(Upvote.question_id.in_(asked)))
