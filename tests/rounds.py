"""What hosts do with questions beside opening and closing them, as stories for the law."""

from collections.abc import Callable

from facilitator.presenters.payloads import Ack
from tests.cast import ANDERS, ELENA, MARIA
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]


def second(g: Gathering, poll: str) -> int:
    """The id of the second round of a question."""
    return max(each.id for each in g.polls() if each.title == g.poll(poll).title)


STORIES: dict[str, tuple[Act, ...]] = {
    "start_pulse": tuple(
        lambda g, name=name: g.steer(MARIA, "start_pulse", preset=name).ack  # type: ignore[misc]
        for name in ("yes_no", "agree", "pace", "lost")
    ),
    "repeat_poll": (
        lambda g: g.steer(MARIA, "repeat_poll", poll_id=g.poll("way").id).ack,
        lambda g: g.steer(ANDERS, "open_poll", poll_id=second(g, "way")).ack,
        lambda g: g.steer(ANDERS, "show_results", poll_id=second(g, "way"), to="phones", shown=True).ack,
        lambda g: g.steer(MARIA, "reopen_poll", poll_id=g.poll("way").id).ack,
        lambda g: g.answer(ELENA, "way", "In a team").ack,
    ),
}
