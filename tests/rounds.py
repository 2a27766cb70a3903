"""What hosts do with questions beside opening and closing them, as stories for the law."""

from collections.abc import Callable
from datetime import timedelta

from facilitator.presenters.payloads import Ack
from facilitator.services.retention import sweep
from facilitator.storage.database import Work
from tests.cast import ANDERS, ELENA, MARIA, NADIA
from tests.factories import Gathering

Act = Callable[[Gathering], Ack]


def second(g: Gathering, poll: str) -> int:
    """The id of the second round of a question."""
    return max(each.id for each in g.polls() if each.title == g.poll(poll).title)


def later(g: Gathering, hours: int) -> None:
    """So many hours pass, and what is kept for a time goes."""

    def run(work: Work) -> None:
        work.now += timedelta(hours=hours)
        sweep(work)

    g.write(run)


STORIES: dict[str, tuple[Act, ...]] = {
    "leave_out_poll": (lambda g: g.steer(MARIA, "leave_out_poll", poll_id=g.poll("barriers").id, minutes=4).ack,),
    "put_back_poll": (
        lambda g: g.steer(MARIA, "leave_out_poll", poll_id=g.poll("barriers").id, minutes=4).ack,
        lambda g: g.steer(ANDERS, "put_back_poll", poll_id=g.poll("barriers").id).ack,
    ),
    "open_form": (
        lambda g: g.send(NADIA, "edit_item", item_id=g.items()[1].id, is_form=True).ack,
        lambda g: g.steer(MARIA, "open_form", item_id=g.items()[1].id).ack,
    ),
    "close_form": (
        lambda g: g.send(NADIA, "edit_item", item_id=g.items()[1].id, is_form=True).ack,
        lambda g: g.steer(MARIA, "close_form", item_id=g.items()[1].id).ack,
    ),
    "start_pulse": tuple(
        lambda g, name=name: g.steer(MARIA, "start_pulse", preset=name).ack  # type: ignore[misc]
        for name in ("yes_no", "agree", "pace", "lost")
    ),
    "count_hands": (
        lambda g: g.steer(MARIA, "count_hands", poll_id=g.poll("progress").id, line_id=2, count=7).ack,
        lambda g: g.steer(MARIA, "count_hands", poll_id=g.poll("progress").id, line_id=2, count=0).ack,
    ),
    "reset_poll": (
        lambda g: g.steer(MARIA, "reset_poll", poll_id=g.poll("way").id, confirm="RESET").ack,
        lambda g: g.steer(MARIA, "reset_poll", poll_id=g.poll("words").id, confirm="RESET").ack,
    ),
    "restore_poll": (
        lambda g: g.steer(MARIA, "reset_poll", poll_id=g.poll("way").id, confirm="RESET").ack,
        lambda g: g.steer(ANDERS, "restore_poll", poll_id=g.poll("way").id).ack,
    ),
    "repeat_poll": (
        lambda g: g.steer(MARIA, "repeat_poll", poll_id=g.poll("way").id).ack,
        lambda g: g.steer(ANDERS, "open_poll", poll_id=second(g, "way")).ack,
        lambda g: g.steer(ANDERS, "show_results", poll_id=second(g, "way"), to="phones", shown=True).ack,
        lambda g: g.steer(MARIA, "reopen_poll", poll_id=g.poll("way").id).ack,
        lambda g: g.answer(ELENA, "way", "In a team").ack,
    ),
}
