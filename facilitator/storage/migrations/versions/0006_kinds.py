"""Indexes that count places, points, ratings and words without reading the answers themselves."""

from alembic import op

revision = "0006_kinds"
down_revision = "0005_rounds"

_INDEXES = (
    ("ix_response_tally", "response", ["poll_id", "is_not_applicable", "value"], "second"),
    ("ix_choice_tally", "choice", ["poll_id", "option_id"], "value second"),
    ("ix_term_tally", "term", ["poll_id", "language", "folded"], "text"),
)


def upgrade() -> None:
    """Go one step on."""
    for name, table, columns, more in _INDEXES:
        op.drop_index(name, table_name=table)
        op.create_index(name, table, [*columns, *more.split()])


def downgrade() -> None:
    """Go one step back."""
    for name, table, columns, _ in _INDEXES:
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns)
