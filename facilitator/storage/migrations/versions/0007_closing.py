"""Figures that are kept of a session at its end."""

import sqlalchemy as sa
from alembic import op

from facilitator.domain import base

revision = "0007_closing"
down_revision = "0006_kinds"


def upgrade() -> None:
    """Go one step on."""
    op.create_table(
        "closing",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("made_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("least_group", sa.Integer(), nullable=False),
        sa.Column("contacts_possible", sa.Integer(), nullable=False),
        sa.Column("contacts_low", sa.Integer(), nullable=False),
        sa.Column("contacts_high", sa.Integer(), nullable=False),
        sa.Column("voices", sa.JSON(), nullable=False),
        sa.Column("across", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_closing_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_closing")),
    )


def downgrade() -> None:
    """Go one step back."""
    op.drop_table("closing")
