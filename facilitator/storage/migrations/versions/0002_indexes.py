"""Indexes that answers are counted by, without reading the answers themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0002_indexes"
down_revision = "0001"

_WORDS = sa.text("text IS NOT NULL OR other_text IS NOT NULL")
_OTHER = sa.text("other_text IS NOT NULL")


def upgrade() -> None:
    """Go one step on."""
    op.create_index("ix_response_tally", "response", ["poll_id", "is_not_applicable", "value"])
    op.create_index("ix_response_words", "response", ["poll_id", "id"], sqlite_where=_WORDS, postgresql_where=_WORDS)
    op.create_index("ix_response_other", "response", ["poll_id"], sqlite_where=_OTHER, postgresql_where=_OTHER)


def downgrade() -> None:
    """Go one step back."""
    for name in ("ix_response_other", "ix_response_words", "ix_response_tally"):
        op.drop_index(name, table_name="response")
