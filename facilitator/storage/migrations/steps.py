"""Steps that several migrations take."""

from alembic import op


def add_key(table: str, column: str, kind: str, *, refers_to: str) -> None:
    """Add a column that refers to another table; SQLite takes such a key with its column alone."""
    key = f"fk_{table}_{column}_{refers_to}"
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} {kind} "
        f"CONSTRAINT {key} REFERENCES {refers_to} (id) ON DELETE SET NULL"
    )
