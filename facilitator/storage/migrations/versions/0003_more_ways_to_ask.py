"""More ways to ask: words, hands, resets, second rounds, results by group."""

import sqlalchemy as sa
from alembic import op

from facilitator.domain import base
from facilitator.storage.migrations.steps import add_key

revision = "0003"
down_revision = "0002_indexes"


def upgrade() -> None:
    """Go one step on."""
    op.create_table(
        "group_view",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("made_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("least_group", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("table", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_group_view_poll_id_poll"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_group_view")),
    )
    op.create_table(
        "hands",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("counted_by", sa.String(length=80), nullable=False),
        sa.Column("counted_at", base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_hands_poll_id_poll"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("poll_id", "line_id", name=op.f("pk_hands")),
    )
    op.create_table(
        "shelf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_shelf_poll_id_poll"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelf")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_shelf_poll_id"), "shelf", ["poll_id"], unique=False)
    op.create_table(
        "term_rule",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("folded", sa.String(length=80), nullable=False),
        sa.Column("merged_into", sa.String(length=80), nullable=True),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_term_rule_poll_id_poll"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("poll_id", "language", "folded", name=op.f("pk_term_rule")),
    )
    op.create_table(
        "term",
        sa.Column("response_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=40), nullable=False),
        sa.Column("folded", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_term_poll_id_poll"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_term_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("response_id", "position", name=op.f("pk_term")),
    )
    op.create_index("ix_term_tally", "term", ["poll_id", "language", "folded"], unique=False)
    op.add_column("choice", sa.Column("value", sa.Integer(), nullable=True))
    op.add_column("choice", sa.Column("second", sa.Integer(), nullable=True))
    op.add_column("poll", sa.Column("budget", sa.Integer(), nullable=False, server_default="10"))
    op.add_column("poll", sa.Column("axes", sa.JSON(), nullable=False, server_default="[]"))
    add_key("poll", "again_of_id", "INTEGER", refers_to="poll")
    op.add_column("poll", sa.Column("is_pulse", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("poll", sa.Column("are_groups_on_stage", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("poll", sa.Column("are_groups_on_phones", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("response", sa.Column("second", sa.Integer(), nullable=True))
    op.add_column("session", sa.Column("least_group", sa.Integer(), nullable=False, server_default="5"))
    op.add_column("session", sa.Column("is_chatham", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("session", sa.Column("silent_after_minutes", sa.Integer(), nullable=False, server_default="15"))
    op.add_column("session", sa.Column("takes_questions", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("session", sa.Column("reviews_questions", sa.Boolean(), nullable=False, server_default=sa.true()))
