"""What peers do together: clusters, points, comments, joins, commitments, questions, pairs, turns."""

import sqlalchemy as sa
from alembic import op

from facilitator.domain import base
from facilitator.storage.migrations.steps import add_key

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Go one step on."""
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("at", base.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["group.id"], name=op.f("fk_turn_group_id_group"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_turn_item_id_item"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_turn_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_turn_session_id"), "turn", ["session_id"], unique=False)
    op.create_table(
        "cluster",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched_by", sa.String(length=80), nullable=False),
        sa.Column("touched_act", sa.String(length=40), nullable=False),
        sa.Column("touched_at", base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["board_id"], ["board.id"], name=op.f("fk_cluster_board_id_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cluster_board_id"), "cluster", ["board_id"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=True),
        sa.Column("when_text", sa.String(length=200), nullable=False),
        sa.Column("then_text", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=12), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("sent_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_commitment_participant_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_commitment_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_commitment_token_hash")),
    )
    op.create_index(op.f("ix_commitment_participant_id"), "commitment", ["participant_id"], unique=False)
    op.create_index(op.f("ix_commitment_session_id"), "commitment", ["session_id"], unique=False)
    op.create_table(
        "pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("factor", sa.String(length=20), nullable=False),
        sa.Column("barrier", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_pair_participant_id_participant"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_pair_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair")),
        sa.UniqueConstraint(
            "session_id", "factor", "barrier", "source", "participant_id", name=op.f("uq_pair_session_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pair_participant_id"), "pair", ["participant_id"], unique=False)
    op.create_table(
        "question",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("participant_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("is_pinned", sa.Boolean(), nullable=False),
        sa.Column("answered_at", base.UtcTime(timezone=True), nullable=True),
        sa.Column("was_shown", sa.Boolean(), nullable=False),
        sa.Column("kept_votes", sa.Integer(), nullable=False),
        sa.Column("sent_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched_by", sa.String(length=80), nullable=False),
        sa.Column("touched_act", sa.String(length=40), nullable=False),
        sa.Column("touched_at", base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_question_item_id_item"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_question_participant_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_question_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index("ix_question_changed", "question", ["session_id", "rev"], unique=False)
    op.create_index(op.f("ix_question_participant_id"), "question", ["participant_id"], unique=False)
    op.create_table(
        "commitment_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.BigInteger(), nullable=False),
        sa.Column("at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitment.id"],
            name=op.f("fk_commitment_answer_commitment_id_commitment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_commitment_answer_commitment_id"), "commitment_answer", ["commitment_id"], unique=False)
    op.create_table(
        "reminder_address",
        sa.Column("commitment_id", sa.BigInteger(), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("erase_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"],
            ["commitment.id"],
            name=op.f("fk_reminder_address_commitment_id_commitment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("commitment_id", name=op.f("pk_reminder_address")),
    )
    op.create_table(
        "upvote",
        sa.Column("question_id", sa.BigInteger(), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_upvote_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_upvote_question_id_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("question_id", "participant_id", name=op.f("pk_upvote")),
    )
    op.create_index(op.f("ix_upvote_participant_id"), "upvote", ["participant_id"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.BigInteger(), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("sent_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched_by", sa.String(length=80), nullable=False),
        sa.Column("touched_act", sa.String(length=40), nullable=False),
        sa.Column("touched_at", base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_comment_participant_id_participant"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_comment_post_id_post"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_comment_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_participant_id"), "comment", ["participant_id"], unique=False)
    op.create_index(op.f("ix_comment_post_id"), "comment", ["post_id"], unique=False)
    op.create_index(op.f("ix_comment_session_id"), "comment", ["session_id"], unique=False)
    op.create_table(
        "join",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.BigInteger(), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=True),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("contact", sa.String(length=200), nullable=True),
        sa.Column("sent_at", base.UtcTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_join_participant_id_participant"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_join_post_id_post"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_join_session_id_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join")),
        sa.UniqueConstraint("post_id", "participant_id", name=op.f("uq_join_post_id")),
    )
    op.create_index(op.f("ix_join_participant_id"), "join", ["participant_id"], unique=False)
    op.create_index(op.f("ix_join_session_id"), "join", ["session_id"], unique=False)
    op.create_table(
        "points",
        sa.Column("post_id", sa.BigInteger(), nullable=False),
        sa.Column("participant_id", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_points_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_points_post_id_post"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("post_id", "participant_id", name=op.f("pk_points")),
    )
    op.create_index(op.f("ix_points_participant_id"), "points", ["participant_id"], unique=False)
    op.create_table(
        "handshake",
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("want_id", sa.BigInteger(), nullable=False),
        sa.Column("offer_agreed_at", base.UtcTime(timezone=True), nullable=True),
        sa.Column("want_agreed_at", base.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["join.id"], name=op.f("fk_handshake_offer_id_join"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["want_id"], ["join.id"], name=op.f("fk_handshake_want_id_join"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("offer_id", "want_id", name=op.f("pk_handshake")),
    )
    op.create_index(op.f("ix_handshake_want_id"), "handshake", ["want_id"], unique=False)
    op.add_column("board", sa.Column("is_voting", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("board", sa.Column("budget", sa.Integer(), nullable=False, server_default="5"))
    op.add_column("board", sa.Column("takes_comments", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("board", sa.Column("takes_joins", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("item", sa.Column("opens_own", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("item", sa.Column("closes_own", sa.Boolean(), nullable=False, server_default=sa.false()))
    add_key("link", "item_id", "INTEGER", refers_to="item")
    op.add_column("post", sa.Column("kept_points", sa.Integer(), nullable=False, server_default="0"))
    add_key("post", "cluster_id", "INTEGER", refers_to="cluster")
    add_key("post", "merged_into_id", "BIGINT", refers_to="post")
    if op.get_bind().dialect.name != "sqlite":  # where the length of a text means nothing
        op.alter_column("session", "stage_view", type_=sa.String(length=16))
