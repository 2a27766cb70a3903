"""Locks hold names, versions and hashes; they never say where to download from."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_python_package_is_pinned_with_its_hashes(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text())

    for block in blocks:
        assert re.match(r"[a-z0-9.-]+==\S+", block)
        assert "--hash=sha256:" in block
    assert len(blocks) > len(PYTHON_LOCKS)


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_no_python_lock_names_an_address(name: str) -> None:
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text()) == []


def test_the_developers_lock_holds_the_same_versions_as_the_one_that_runs() -> None:
    runs, develops = (set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.MULTILINE)) for name in PYTHON_LOCKS)

    assert runs - develops == set()
    assert develops - runs != set()


def test_every_npm_package_is_pinned_with_its_hash_and_no_address() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = {path: package for path, package in packages.items() if path}

    assert [path for path, package in fetched.items() if "integrity" not in package] == []
    assert [path for path, package in fetched.items() if "resolved" in package] == []
    assert "node_modules/preact" in fetched
