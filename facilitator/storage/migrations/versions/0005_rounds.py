"""Forms of several questions, and questions that were left out."""

import sqlalchemy as sa
from alembic import op

revision = "0005_rounds"
down_revision = "0004"


def upgrade() -> None:
    """Go one step on."""
    op.add_column("item", sa.Column("is_form", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("poll", sa.Column("left_out_minutes", sa.Integer(), nullable=True))
