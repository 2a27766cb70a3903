"""Single words of people, as rows: written with their answer, counted per language, ruled by the hosts."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final, cast

from sqlalchemy import Table, bindparam, delete, func, insert, select

from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.terms import Said, Term, TermRule, folded, root_of
from facilitator.storage.database import Work

Word = tuple[int, str, str]
"""A word of a question: the question's id, the language, and what equal words have in common."""


_SAID: Final = (Term.poll_id, Term.language, Term.folded, Term.text)
_SPELLINGS: Final = (
    select(*_SAID, func.count()).where(Term.poll_id.in_(bindparam("ids", expanding=True))).group_by(*_SAID)
)
_SAY: Final = insert(Term)
_UNSAY: Final = delete(cast("Table", Term.__table__)).where(Term.response_id == bindparam("which"))


def write(work: Work, said: Mapping[int, tuple[int, Ballot]]) -> None:
    """Store the words of some answers, each named by its id, with their poll; earlier words of the same go first."""
    work.write(_UNSAY, [{"which": response_id} for response_id in said])
    rows = [
        {
            "response_id": response_id,
            "position": position,
            "poll_id": poll_id,
            "text": text,
            "folded": folded(text),
            "language": ballot.language or "und",
        }
        for response_id, (poll_id, ballot) in said.items()
        for position, text in enumerate(ballot.terms)
    ]
    work.write(_SAY, rows)


def own_words(work: Work, response_ids: Collection[int]) -> dict[int, list[str]]:
    """The words of these answers, in the order in which they were given."""
    found: dict[int, list[str]] = {}
    if not response_ids:
        return found
    query = select(Term.response_id, Term.text).where(Term.response_id.in_(response_ids))
    for response_id, text in work.orm.execute(query.order_by(Term.position)):
        found.setdefault(response_id, []).append(text)
    return found


def find_rule(work: Work, poll_id: int, language: str, word: str) -> TermRule | None:
    """What the hosts decided about a word."""
    return work.orm.get(TermRule, (poll_id, language, word))


def put_rule(work: Work, rule: TermRule) -> None:
    """Store what the hosts decided about a word."""
    work.orm.add(rule)


def merged_words(work: Work, poll_id: int, language: str) -> dict[str, str]:
    """For each merged word what it was merged into."""
    query = select(TermRule.folded, TermRule.merged_into).where(
        TermRule.poll_id == poll_id, TermRule.language == language, TermRule.merged_into.is_not(None)
    )
    return {word: into for word, into in work.orm.execute(query) if into is not None}


def is_said(work: Work, poll_id: int, language: str, word: str) -> bool:
    """Whether somebody said this word."""
    query = select(Term.poll_id).where(Term.poll_id == poll_id, Term.language == language, Term.folded == word)
    return work.orm.execute(query.limit(1)).first() is not None


def counted(work: Work, poll_ids: Collection[int]) -> dict[int, list[Said]]:
    """Every word of several questions with its people: two statements where nobody merged any, else three."""
    spellings = _spellings(work, poll_ids)
    if not spellings:
        return {}
    query = select(TermRule).where(TermRule.poll_id.in_({poll_id for poll_id, _, _ in spellings}))
    rules = {(rule.poll_id, rule.language, rule.folded): rule for rule in work.orm.scalars(query)}
    together = _together(work, rules)
    found: dict[int, list[Said]] = {}
    for word in {**spellings, **together}:
        poll_id, language, plain = word
        texts, rule = spellings.get(word, Counter({plain: 0})), rules.get(word)
        number = sum(texts.values())
        said = Said(
            folded=plain,
            language=language,
            text=max(texts, key=lambda text: (texts[text], text)),
            count=number,
            together=together.get(word, number),
            merged_into=rule.merged_into if rule else None,
            is_hidden=rule.is_hidden if rule else False,
        )
        found.setdefault(poll_id, []).append(said)
    return found


def _spellings(work: Work, poll_ids: Collection[int]) -> dict[Word, Counter[str]]:
    """How many people wrote each word, and how. Nobody gives the same word twice in one answer."""
    found: dict[Word, Counter[str]] = {}
    for poll_id, language, plain, text, number in work.rows(_SPELLINGS, ids=list(poll_ids)):
        found.setdefault((poll_id, language, plain), Counter())[text] = number
    return found


def _together(work: Work, rules: Mapping[Word, TermRule]) -> dict[Word, int]:
    """People behind each word that others were merged into; who said several of them counts once."""
    merged: dict[tuple[int, str], dict[str, str]] = {}
    for (poll_id, language, word), rule in rules.items():
        if rule.merged_into is not None:
            merged.setdefault((poll_id, language), {})[word] = rule.merged_into
    if not merged:
        return {}
    words = {word for rules_of in merged.values() for pair in rules_of.items() for word in pair}
    query = select(Term.poll_id, Term.language, Term.folded, Term.response_id).where(
        Term.poll_id.in_({poll_id for poll_id, _ in merged}), Term.folded.in_(words)
    )
    people: dict[Word, set[int]] = {}
    for poll_id, language, word, response_id in work.orm.execute(query):
        root = root_of(word, merged.get((poll_id, language), {}))
        people.setdefault((poll_id, language, root), set()).add(response_id)
    return {word: len(found) for word, found in people.items()}
