"""Built assets by their plain names, the QR code of a session, and the icon."""

import json
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import cast

import segno
from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from facilitator import paths
from facilitator.domain.errors import CannotStart
from facilitator.web.doors import look_at_door
from facilitator.web.house import public_url

bp = Blueprint("assets", __name__)


def asset(name: str) -> str:
    """The address of a built file, for example `participant.js`."""
    return f"/static/{_manifest(paths.static())[name]}"


@bp.get("/qr/<code>.svg")
def qr(code: str) -> Response:
    """The QR code that leads into a session, with its quiet zone."""
    door = look_at_door(code)
    picture = segno.make(public_url(f"/j/{code.upper()}"), error="m", micro=False)
    svg = BytesIO()
    picture.save(svg, kind="svg", scale=8, border=4, dark="#17242B", light="#FFFFFF", title=door["title"])
    return Response(svg.getvalue(), mimetype="image/svg+xml")


@bp.get("/favicon.ico")
def favicon() -> AnyResponse:
    """The icon, for browsers that ask without being told."""
    return redirect(asset("favicon.svg"))


@lru_cache(maxsize=4)
def _manifest(folder: Path) -> dict[str, str]:
    try:
        return cast("dict[str, str]", json.loads((folder / "manifest.json").read_text()))
    except OSError:
        raise CannotStart("The assets are not built. Run `./dev up`, which builds them.") from None
