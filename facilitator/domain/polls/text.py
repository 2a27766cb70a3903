"""Open text: an answer in people's own words, in any language."""

from typing import ClassVar, Literal, cast

from facilitator.domain.polls.ballot import Ballot
from facilitator.domain.polls.kind import Answer, Language, PollKind, Result, Tally
from facilitator.domain.polls.poll import Poll
from facilitator.domain.words import clean


class TextAnswer(Answer):
    """A text with the language it is written in."""

    kind: Literal["text"]
    text: str
    language: Language


class OpenText(PollKind):
    """Write an answer. A moderator can keep single texts from the stage and the phones."""

    name = "text"
    title = "Open text"
    says = "Write an answer in one's own words."
    answer: ClassVar[type[Answer]] = TextAnswer
    uses_length = True

    def check(self, poll: Poll, answer: Answer) -> Ballot:
        """A text that is not empty and within the question's limit."""
        written = cast("TextAnswer", answer)
        return Ballot(text=clean(written.text, limit=poll.max_length), language=written.language)

    def result(self, poll: Poll, tally: Tally) -> Result:
        """All texts; there is nothing to count but people."""
        del poll
        return Result(answered=tally.answered, base=tally.answered, lines=(), quotes=tally.quotes)
