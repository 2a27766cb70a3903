"""The log: whatever becomes of it, nobody falls over it."""

import io

from facilitator.log import Unfailing


class FullDisk(io.StringIO):
    """Takes nothing."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device", text)

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_what_cannot_be_written_is_lost_and_nothing_else_is() -> None:
    log = Unfailing(FullDisk())
    log.write("There is no room for this line.\n")
    log.flush()


def test_what_can_be_written_is_written() -> None:
    paper = io.StringIO()
    log = Unfailing(paper)
    log.write("Here is room.\n")
    log.flush()
    assert paper.getvalue() == "Here is room.\n"
