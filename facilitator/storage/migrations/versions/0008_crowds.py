"""Who answered when a table by group was published, until the session ends."""

import sqlalchemy as sa
from alembic import op

revision = "0008_crowds"
down_revision = "0007_closing"


def upgrade() -> None:
    """Go one step on."""
    op.add_column("group_view", sa.Column("crowds", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    """Go one step back."""
    op.drop_column("group_view", "crowds")
