"""How the database came to be what it is, one step a file; run from code at start."""

from typing import Final

LATEST: Final = "0008_crowds"
"""The last step: a database that has it misses none."""
