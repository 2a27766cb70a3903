"""Alembic's way in; `storage.migrate` gives it a connection that holds the one lock."""

from alembic import context

from facilitator.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    user_module_prefix="base.",
    transactional_ddl=False,
)
context.run_migrations()
