"""A session that asks in the ways which the small one of the factories leaves out."""

from collections.abc import Callable
from pathlib import Path

from facilitator.presenters.payloads import Ack
from tests.cast import ELENA, GIORGOS, JURGEN, MARIA, NADIA, SIOBHAN, ZOFIA
from tests.factories import Gathering, gather

Act = Callable[[Gathering], Ack]
WORDS = "What comes to your mind"
DEFINITION = """
format: 1
title: Ways to ask
language: en
timezone: Europe/Brussels
groups:
  - {key: trade-union, title: Trade union}
  - {key: employment-service, title: Employment service}
  - {key: training-provider, title: Training provider}
  - {key: large-employer, title: Large employer}
agenda:
  - kind: poll
    title: Together
    minutes: 20
    polls:
      - {kind: ranking, title: What comes first, max_choices: 3, options: [Care, Cost, Shifts, Travel]}
      - {kind: points, title: Where to spend, budget: 10, options: [Care, Cost, Shifts]}
      - {kind: words, title: In few words, max_choices: 3}
      - kind: axes
        title: What helps
        axes:
          - {title: How much it helps, low: Hardly, high: A lot}
          - {title: How hard to copy, low: Easy, high: Very hard}
        options: [Mentors, Childcare, Short courses]
      - {kind: transfer, title: Could it move, max_length: 200}
"""
ALL = ("What comes first", "Where to spend", "In few words", "What helps", "Could it move")


def open_all(folder: Path) -> Gathering:
    """A live session with every question open."""
    made = gather(folder, DEFINITION)
    made.go_live()
    for title in ALL:
        made.steer(MARIA, "open_poll", poll_id=made.poll(title).id)
    return made


def answer_all(made: Gathering) -> None:
    """Five people answer, in their own ways: some in part, some twice, some in their own script."""
    made.answer(ELENA, "What comes first", "Cost", "Care")
    made.answer(ELENA, "What comes first", "Care", "Cost", "Shifts")
    made.answer(GIORGOS, "What comes first", "Care")
    made.answer(JURGEN, "What comes first", "Cost", "Care")
    made.answer(ELENA, "Where to spend", "Care 10")
    made.answer(ELENA, "Where to spend", "Care 6", "Cost 4")
    made.answer(ZOFIA, "Where to spend", "Care 1", "Shifts 5")
    made.answer(SIOBHAN, "In few words", "Childcare", "childcare!", "Time")
    made.answer(JURGEN, "In few words", "Zeit", "Kita")
    made.answer(ZOFIA, "In few words", "Czas")
    made.answer(ELENA, "In few words", "ΧΡΌΝΟΣ", "=1+1")
    made.answer(GIORGOS, "In few words", "χρόνος")
    made.answer(ELENA, "What helps", "Mentors 5 2", "Childcare 4 5")
    made.answer(JURGEN, "What helps", "Mentors 4 1")
    made.answer(ELENA, "Could it move", "Yes", "With changes", "Ένας εταίρος στην πόλη")
    made.answer(GIORGOS, "Could it move", "Partly", "No")
    made.answer(ZOFIA, "Could it move", "Yes", "Yes", "=pieniądze")


def _asked_live(g: Gathering) -> Ack:
    """A question for words that the organiser adds to the step which is live."""
    poll = {"kind": "words", "title": WORDS, "max_choices": 2}
    return g.send(NADIA, "add_poll", item_id=g.items()[0].id, poll=poll).ack


def _ruling(name: str, word: str, **args: object) -> Act:
    def act(g: Gathering) -> Ack:
        return g.steer(MARIA, name, poll_id=g.poll(WORDS).id, language="el", folded=word, **args).ack

    return act


_SAID: tuple[Act, ...] = (
    _asked_live,
    lambda g: g.steer(MARIA, "open_poll", poll_id=g.poll(WORDS).id).ack,
    lambda g: g.answer(ELENA, WORDS, "Χρόνος", "Ώρες").ack,
    lambda g: g.answer(GIORGOS, WORDS, "χρόνος!").ack,
    lambda g: g.steer(MARIA, "show_results", poll_id=g.poll(WORDS).id, to="phones", shown=True).ack,
)
STORIES: dict[str, tuple[Act, ...]] = {
    "merge_term": (
        *_SAID,
        _ruling("merge_term", "ώρεσ", into="χρόνοσ"),
        lambda g: g.answer(GIORGOS, WORDS, "Ώρες").ack,
        _ruling("merge_term", "ώρεσ", into=None),
    ),
    "hide_term": (
        *_SAID,
        _ruling("hide_term", "χρόνοσ", hidden=True),
        lambda g: g.answer(ELENA, WORDS, "Παιδιά").ack,
        _ruling("hide_term", "χρόνοσ", hidden=False),
    ),
}
"""A story for each command about words, from the question to the ruling."""
