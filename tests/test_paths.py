"""A checkout keeps templates and assets at its root; a wheel keeps them inside the package."""

from pathlib import Path

import pytest

from facilitator import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_reads_its_own_folders() -> None:
    assert paths.is_checkout()
    assert paths.templates() == ROOT / "templates"
    assert paths.static() == ROOT / "static" / "dist"


def test_a_wheel_reads_what_was_packed_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "facilitator"
    monkeypatch.setattr(paths, "_PACKAGE", package)
    monkeypatch.setattr(paths, "_CHECKOUT", package.parent)

    assert not paths.is_checkout()
    assert paths.templates() == package / "templates"
    assert paths.static() == package / "static"


def test_what_ships_inside_the_package_lies_beside_the_code() -> None:
    assert paths.library() == ROOT / "facilitator" / "library"
    assert paths.translations() == ROOT / "facilitator" / "translations"
