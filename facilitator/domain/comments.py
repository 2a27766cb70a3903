"""Comment: what somebody adds to an idea, in their own words."""

from datetime import datetime
from typing import Final, Literal

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.domain.base import Base, Guarded
from facilitator.domain.errors import NotFound, PostSettled

COMMENT_LIMIT: Final = 280
"""The longest comment, in characters."""

CommentState = Literal["waiting", "approved", "declined", "hidden", "withdrawn"]


class Comment(Guarded, Base):
    """A comment on an idea; it is reviewed like the idea itself."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("post.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    language: Mapped[str] = mapped_column(String(16))
    state: Mapped[CommentState] = mapped_column(String(10))
    sent_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(String(12))

    def withdraw(self) -> None:
        """Take it back while nobody has reviewed it. Raises PostSettled."""
        if self.state != "waiting":
            raise PostSettled("The host has already reviewed this comment. It was not changed.")
        self.state = "withdrawn"

    def review(self, state: CommentState) -> None:
        """Approve, decline, hide or put back; a withdrawn comment is nobody's to review."""
        if self.state == "withdrawn":
            raise NotFound
        self.state = state
