"""Where the files lie that are not Python: in a checkout at its root, in a wheel inside the package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def is_checkout() -> bool:
    """Tell whether this package runs from a checkout rather than from an installed wheel."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "templates").is_dir()


def templates() -> Path:
    """Return the folder of Jinja templates."""
    return _CHECKOUT / "templates" if is_checkout() else _PACKAGE / "templates"


def static() -> Path:
    """Return the folder of bundled assets, served as `/static`; `manifest.json` names what is in it."""
    return _CHECKOUT / "static" / "dist" if is_checkout() else _PACKAGE / "static"


def library() -> Path:
    """Return the folder of shipped session templates and label sets."""
    return _PACKAGE / "library"


def translations() -> Path:
    """Return the folder of message catalogues."""
    return _PACKAGE / "translations"
