"""Scenarios wait for processes, and on a busy machine they wait longer."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
LIMIT_S = 400


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every scenario the time it may need; what hangs is ended all the same."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.timeout(LIMIT_S))
