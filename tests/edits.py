"""What Nadia edits while her session is live: a story for each of the organiser's commands."""

from collections.abc import Callable, Sequence
from typing import Any

from facilitator.presenters.payloads import Ack
from tests.cast import NADIA
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]

QUESTION = {"kind": "single", "title": "Where do you work", "options": ["At home", "On site"]}
BOARD = {"title": "Who else should know", "columns": [{"title": "People"}]}
STEP = {"kind": "talk", "title": "Talk", "minutes": 12, "notes": "Slides are with Anders.", "polls": [QUESTION]}


def edit(gathering: Gathering, name: str, **args: Any) -> Ack:  # noqa: ANN401
    """Send one of the organiser's commands."""
    return gathering.send(NADIA, name, **args).ack


def options_of(gathering: Gathering, poll: str) -> list[dict[str, Any]]:
    """The options of a question as an edit sends them."""
    return [{"id": each.id, "text": each.text, "type": each.type} for each in gathering.poll(poll).options]


def columns_of(gathering: Gathering) -> list[dict[str, Any]]:
    """The columns of the board as an edit sends them."""
    return [{"id": each.id, "title": each.title, "type": each.type} for each in gathering.board().columns]


def groups_of(gathering: Gathering) -> list[dict[str, Any]]:
    """The groups as an edit sends them."""
    return [{"id": each.id, "key": each.key, "title": each.title} for each in gathering.session().groups]


def _correct_option(g: Gathering) -> Ack:
    alone, team = options_of(g, "way")
    return edit(g, "edit_poll", poll_id=g.poll("way").id, options=[team, {**alone, "text": "On my own"}, {"text": "x"}])


def _words_of_the_scale(g: Gathering) -> Ack:
    return edit(g, "edit_session", label_sets={"progress": ["Not yet", "We talk", "Planned", "Done"]})


def _a_column_more(g: Gathering) -> Ack:
    columns: Sequence[dict[str, Any]] = [{"title": "Question"}, *columns_of(g)]
    return edit(g, "edit_board", board_id=g.board().id, title="Working together", columns=columns)


def _an_empty_column_less(g: Gathering) -> Ack:
    return edit(g, "edit_board", board_id=g.board().id, columns=columns_of(g)[1:])


STORIES: dict[str, tuple[Act, ...]] = {
    "edit_session": (
        lambda g: edit(g, "edit_session", title="Balance in all training", timezone="Europe/Athens"),
        lambda g: edit(g, "edit_session", groups=[*groups_of(g), {"key": "research", "title": "Research"}]),
        _words_of_the_scale,
    ),
    "add_item": (
        lambda g: edit(g, "add_item", position=1, item=STEP),
        lambda g: edit(g, "add_item", position=99, item={"kind": "board", "title": "End", "minutes": 1}),
    ),
    "edit_item": (
        lambda g: edit(g, "edit_item", item_id=g.items()[0].id, title="A warm welcome", minutes=7),
        lambda g: edit(g, "edit_item", item_id=g.items()[0].id, notes="Mind the recording."),
    ),
    "move_item": (lambda g: edit(g, "move_item", item_id=g.items()[3].id, position=0),),
    "remove_item": (
        lambda g: edit(g, "remove_item", item_id=g.items()[2].id),
        lambda g: edit(g, "add_item", position=1, item=STEP),
        lambda g: edit(g, "remove_item", item_id=g.items()[1].id),
    ),
    "add_poll": (lambda g: edit(g, "add_poll", item_id=g.items()[4].id, poll=QUESTION),),
    "edit_poll": (
        _correct_option,
        lambda g: edit(g, "edit_poll", poll_id=g.poll("barriers").id, kind="text", options=[], has_other=False,
                       max_choices=1),
    ),
    "move_poll": (
        lambda g: edit(g, "move_poll", poll_id=g.poll("way").id, item_id=g.items()[0].id, position=1),
        lambda g: edit(g, "move_poll", poll_id=g.poll("way").id, item_id=g.items()[4].id, position=0),
    ),
    "remove_poll": (lambda g: edit(g, "remove_poll", poll_id=g.poll("barriers").id),),
    "add_board": (lambda g: edit(g, "add_board", item_id=g.items()[4].id, board=BOARD),),
    "edit_board": (_a_column_more, _an_empty_column_less),
    "remove_board": (
        lambda g: edit(g, "add_board", item_id=g.items()[4].id, board=BOARD),
        lambda g: edit(g, "remove_board", board_id=g.board("Who else should know").id),
    ),
}  # fmt: skip
