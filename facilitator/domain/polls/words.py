"""One to three words: short answers that are counted where they are the same word."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final, Literal, cast

from facilitator.domain.errors import TextMissing, WrongAnswer
from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.kind import Answer, Language, Line, PollKind, Result, Tally, share
from facilitator.domain.polls.poll import Poll
from facilitator.domain.polls.terms import LONGEST_TERM, folded
from facilitator.domain.words import clean

if TYPE_CHECKING:
    from facilitator.domain.definition.part import Raw

MOST_WORDS: Final = 3
MOST_LISTED: Final = 60
"""So many different words are listed; what was said more seldom is only counted."""


class WordsAnswer(Answer):
    """Words or short phrases, all in one language."""

    kind: Literal["words"]
    terms: list[str]
    language: Language


class Words(PollKind):
    """Name it in a few words. The same word of a language counts as one, whatever its case and punctuation."""

    name = "words"
    title = "One to three words"
    says = "Write up to three words. The same words are counted together and shown as a list."
    answer: ClassVar[type[Answer]] = WordsAnswer
    uses_words = True

    def contradictions(self, definition: "Raw") -> Iterator[tuple[str, str]]:
        """More words would be a text."""
        most = definition.number("max_choices", 1)
        if most is not None and most > MOST_WORDS:
            yield "max_choices", f"must be at most {MOST_WORDS} words; for more take the kind text"

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """At least one word, and as many as the question takes; the same word twice counts once."""
        given = cast("WordsAnswer", answer)
        words: dict[str, str] = {}
        for term in given.terms:
            text = " ".join(clean(term, limit=LONGEST_TERM, may_be_empty=True).split())
            if text and folded(text):
                words.setdefault(folded(text), text)
        if not words:
            raise TextMissing
        if len(given.terms) > poll.max_choices:
            raise WrongAnswer(fewest=1, most=poll.max_choices, chosen=len(given.terms))
        return Ballot(terms=tuple(words.values()), language=given.language)

    def result(self, poll: Poll, tally: Tally) -> Result:
        """The words, the most said first, without those that are hidden or stand with another one."""
        del poll
        shown = [said for said in tally.terms if said.merged_into is None and not said.is_hidden]
        shown.sort(key=lambda said: (-said.together, said.folded, said.language))
        lines = [
            Line(
                id=place,
                label=said.text,
                type=None,
                count=said.together,
                share=share(said.together, tally.answered),
                language=said.language,
            )
            for place, said in enumerate(shown[:MOST_LISTED], start=1)
        ]
        left = max(0, len(shown) - MOST_LISTED)
        return Result(answered=tally.answered, base=tally.answered, lines=lines, left=left, terms=tally.terms)
