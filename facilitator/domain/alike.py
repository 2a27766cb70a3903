"""Which ideas say nearly the same: a hint for hosts, who decide. Nothing is ever put together by itself.

Two texts are compared by the runs of three letters in their words, so that order, accents, endings and slips of the
pen matter little, in any language and without a dictionary of it. That is how PostgreSQL's pg_trgm does it too; here
each text is one long number with a bit for every run, so that a board of 500 ideas is compared in tens of milliseconds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

LEAST: Final = 0.78
"""Share of runs that two texts have in common from which on they say nearly the same (tests show both sides)."""
LONGEST_LITTLE: Final = 3
"""Letters of words that mostly tell nothing, in any language: and, les, für are not compared."""
MOST: Final = 1_000
"""More ideas than that nobody sorts by hand; comparing all of them anew takes less than a second."""
WORD: Final = re.compile(r"\w+")
LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart into a plain one and its mark."""


@dataclass(frozen=True, kw_only=True)
class Hint:
    """An idea that says nearly the same as one that was sent before it. `share` is between LEAST and 1."""

    post_id: int
    earlier_id: int
    share: float


class _Read(NamedTuple):
    """A text as it is compared: a bit for each run of letters, and how many there are."""

    post_id: int
    text: str
    bits: int
    runs: int

    def close(self, others: Iterable["_Read"]) -> list[tuple[int, float]]:
        """Those that say nearly the same, each with the share of runs in common."""
        bits, runs = self.bits, self.runs
        least, most = LEAST / (2 - LEAST) * runs, (2 - LEAST) / LEAST * runs
        return [
            (post_id, 2 * shared / (runs + other_runs))
            for post_id, _, other_bits, other_runs in others
            if least <= other_runs <= most
            and (shared := (bits & other_bits).bit_count())
            and 2 * shared >= LEAST * (runs + other_runs)
        ]


class Board:
    """The ideas of one board as they were compared last. A text that came or changed is compared with the others once.

    Not thread-safe.
    """

    def __init__(self) -> None:
        self._bit_of: dict[str, int] = {}
        self._read: dict[int, _Read] = {}
        self._closest: dict[int, Hint] = {}

    def hints(self, texts: Mapping[int, str]) -> list[Hint]:
        """For each idea the closest one before it, if they say nearly the same: closest first.

        `texts` are all ideas that can be merged, by id, in the order they were sent. Only the newest MOST are looked
        at. The result depends on nothing else, whatever was compared before.
        """
        newest = dict(list(texts.items())[-MOST:])
        places = {post_id: place for place, post_id in enumerate(newest)}
        stale = self._forget(newest)
        compared = [self._read[post_id] for post_id in newest if post_id not in stale]
        for post_id in stale:
            own = self._read[post_id] = self._mark(post_id, newest[post_id])
            for other_id, share in own.close(compared):
                earlier_id, later_id = sorted((post_id, other_id), key=places.__getitem__)
                self._offer(later_id, earlier_id, share, places)
            compared.append(own)
        return sorted(self._closest.values(), key=lambda hint: (-hint.share, places[hint.post_id]))

    def _forget(self, texts: Mapping[int, str]) -> dict[int, None]:
        """Drop what is gone or was reworded. The result must be compared: that, and what was closest to it."""
        gone = {read.post_id for read in self._read.values() if texts.get(read.post_id) != read.text}
        for post_id in gone:
            del self._read[post_id]
            self._closest.pop(post_id, None)
        orphans = {hint.post_id for hint in self._closest.values() if hint.earlier_id in gone}
        for post_id in orphans:
            del self._closest[post_id]
        return dict.fromkeys(post_id for post_id in texts if post_id not in self._read or post_id in orphans)

    def _offer(self, post_id: int, earlier_id: int, share: float, places: Mapping[int, int]) -> None:
        """Keep the closer one; of two that are equally close the one that was sent first."""
        held = self._closest.get(post_id)
        if held is not None:
            is_closer = share > held.share or (share == held.share and places[earlier_id] < places[held.earlier_id])
            if not is_closer:
                return
        self._closest[post_id] = Hint(post_id=post_id, earlier_id=earlier_id, share=share)

    def _mark(self, post_id: int, text: str) -> _Read:
        found = {self._bit_of.setdefault(run, len(self._bit_of)) for run in runs_of(text)}
        return _Read(post_id, text, sum(1 << bit for bit in found), len(found))


def runs_of(text: str) -> frozenset[str]:
    """All runs of three letters in the words that tell something, without case, accents and punctuation."""
    words = [word for word in WORD.findall(unicodedata.normalize("NFKC", text)) if word.strip("_")]
    return frozenset(chain.from_iterable(_runs(_plain(word)) for word in _telling(words)))


def _telling(words: Sequence[str]) -> Iterable[str]:
    """Words that are long, hold a number or are an abbreviation (AI, VET); all of them when none is."""
    is_shouted = all(word.isupper() for word in words)
    telling = [
        word
        for word in words
        if len(word) > LONGEST_LITTLE
        or any(letter.isdigit() for letter in word)
        or (len(word) > 1 and word.isupper() and not is_shouted)
    ]
    return telling or words


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(LETTERS)


def _runs(word: str) -> Iterator[str]:
    padded = f"  {word} "
    return (padded[at : at + 3] for at in range(len(padded) - 2))
