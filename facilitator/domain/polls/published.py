"""GroupView: a question's results by group, as they were published. Made once, never made again."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base


class GroupView(Base):
    """The one table by group that anybody ever sees of a question, on screens, in exports, in the report.

    It is frozen, because two tables of different moments would tell by subtraction what one keeps back. `crowds` says
    who answered then, by group, to compare further rounds with; the session's end takes it away.
    """

    __tablename__ = "group_view"

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id", ondelete="CASCADE"), primary_key=True)
    made_at: Mapped[datetime]
    least_group: Mapped[int]
    answered: Mapped[int]
    table: Mapped[dict[str, object]] = mapped_column(default_factory=dict)
    crowds: Mapped[dict[str, list[int]]] = mapped_column(default_factory=dict)
