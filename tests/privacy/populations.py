"""Populations: people in groups who answer, change their minds, answer again, while hosts publish again and again."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from facilitator.domain.polls.bygroup import GroupLine, Lines
from facilitator.domain.privacy import Answered, GroupTable, publish
from facilitator.domain.privacy.publishing import Before, are_nearly_the_same

Sets = frozenset[int]
Publish = Callable[..., GroupTable]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """One table that was published, with the truth behind it and what the export of that moment told."""

    table: GroupTable
    truth: Answered
    exported: Mapping[Sets, int]


@dataclass(kw_only=True)
class Round:
    """One question: what everybody said in it, and its table, which is made once."""

    answers: dict[int, Sets] = field(default_factory=dict)
    made: Publication | None = None
    crowd: Mapping[int | None, frozenset[int]] = field(default_factory=dict)


@dataclass(kw_only=True)
class Population:
    """People by number with their group, a question, and the rounds in which it was asked."""

    least: int
    lines: Lines
    groups: Sequence[int | None]
    publish: Publish = publish
    rounds: list[Round] = field(default_factory=list)
    publications: int = 0

    def ask(self, random: Random, share: float) -> None:
        """A round: somebody answers who likes to; in a later one most people say what they said before."""
        now = Round()
        likes = _likes(random, self.lines, set(self.groups))
        for person, group in enumerate(self.groups):
            if random.random() < share:
                earlier = self.rounds[-1].answers.get(person) if self.rounds else None
                keeps = earlier is not None and random.random() < 0.8
                now.answers[person] = earlier if keeps and earlier else _answer(random, self.lines, likes[group])
        self.rounds.append(now)

    def change(self, random: Random, many: int) -> None:
        """The question is open again: some people change their answer or give one."""
        now = self.rounds[-1]
        likes = _likes(random, self.lines, set(self.groups))
        for _ in range(many):
            person = random.randrange(len(self.groups))
            now.answers[person] = _answer(random, self.lines, likes[self.groups[person]])

    def show(self) -> Publication:
        """Publish the latest round: a table is made the first time, and is the same for ever after."""
        now = self.rounds[-1]
        self.publications += 1
        if now.made is None:
            answered = self.answered(now)
            now.crowd = self._crowd(now)
            earlier = [each for each in self.rounds[:-1] if each.made is not None]
            before = Before(tables=[each.made.table for each in earlier if each.made], alike=self._alike(now, earlier))
            table = self.publish(self.lines, answered, least=self.least, before=before)
            exported: Counter[Sets] = Counter(now.answers.values())
            now.made = Publication(table=table, truth=answered, exported=exported)
        return now.made

    def answered(self, now: Round) -> Answered:
        """The truth of a round."""
        found: dict[int | None, Counter[Sets]] = {group: Counter() for group in self.groups}
        for person, said in now.answers.items():
            found[self.groups[person]][said] += 1
        return found

    def made(self) -> list[Publication]:
        """Every table that was made, in the order of the rounds."""
        return [each.made for each in self.rounds if each.made is not None]

    def _crowd(self, now: Round) -> Mapping[int | None, frozenset[int]]:
        return {
            group: frozenset(person for person in now.answers if self.groups[person] == group)
            for group in set(self.groups)
        }

    def _alike(self, now: Round, earlier: Sequence[Round]) -> frozenset[int]:
        return frozenset(
            group
            for group, crowd in now.crowd.items()
            for each in earlier
            if group is not None and are_nearly_the_same(crowd, each.crowd[group], least=self.least)
        )


def populate(random: Random, *, publishing: Publish = publish) -> Population:
    """A population, with a question of one line a person or of several."""
    least = random.choice((3, 3, 4, 5, 5, 6))
    kinds = random.randint(1, 5)
    sizes = [random.choice((random.randint(0, least), random.randint(least, 4 * least))) for _ in range(kinds)]
    without = random.choice((0, 0, 1, random.randint(0, 2 * least)))
    groups: list[int | None] = [group for group, size in enumerate(sizes, start=1) for _ in range(size)]
    many = random.randint(2, 5)
    is_exclusive = random.random() < 0.6
    most = 1 if is_exclusive else random.randint(1, min(many, 3))
    lines = Lines(
        lines=[GroupLine(id=each, label=f"line {each}") for each in range(1, many + 1)],
        fewest=1 if is_exclusive else random.randint(0, most),
        most=most,
    )
    return Population(least=least, lines=lines, groups=[*groups, *[None] * without] or [None], publish=publishing)


def live(random: Random, people: Population) -> list[Publication]:
    """An hour of a session: rounds, publications, reopenings, in any order that hosts could think of."""
    is_keen = random.random()
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        people.ask(random, random.choice((1.0, 1.0, 0.9, is_keen)))
        for _ in range(random.randint(1, 2)):
            people.show()
            people.change(random, random.randint(0, 4))
        people.show()
    return people.made()


def _likes(random: Random, lines: Lines, groups: set[int | None]) -> Mapping[int | None, Sequence[float]]:
    """How much each group likes each line; some lines are liked by nobody, or by almost everybody."""
    steep = random.choice((0.3, 1.0, 4.0))
    ordered = sorted(groups, key=lambda group: -1 if group is None else group)
    return {group: [random.random() ** steep + 1e-6 for _ in lines.lines] for group in ordered}


def _answer(random: Random, lines: Lines, likes: Sequence[float]) -> Sets:
    left = {line.id: like for line, like in zip(lines.lines, likes, strict=True)}
    said: set[int] = set()
    for _ in range(random.randint(lines.fewest, lines.most)):
        (one,) = random.choices(list(left), weights=list(left.values()))
        del left[one]
        said.add(one)
    return frozenset(said)
