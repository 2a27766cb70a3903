"""What the pages need from the roof: the desk, the settings, who is here, the rates."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, g, request

from facilitator.services.desk import Desk
from facilitator.services.presence import Presence
from facilitator.services.rates import Rates
from facilitator.settings import Settings

NAME = "facilitator"


@dataclass(frozen=True, kw_only=True)
class House:
    """Everything a request may use."""

    settings: Settings
    desk: Desk
    presence: Presence
    rates: Rates


def move_in(app: Flask, house: House) -> None:
    """Give the app its house, and tell the desk who is being served."""
    app.extensions[NAME] = house

    @app.before_request
    def come() -> None:
        g.visit = object()
        house.desk.visits.add(g.visit)

    @app.teardown_request
    def go(_error: BaseException | None) -> None:
        house.desk.visits.discard(g.pop("visit", None))


def house() -> House:
    """The house of the current app."""
    return cast("House", current_app.extensions[NAME])


def address() -> str:
    """Where the request comes from, as far as trusted proxies say; used for rates, never logged."""
    return request.remote_addr or "unknown"


def public_url(path: str = "") -> str:
    """An address that people can open: the set one, or the one they used."""
    base = house().settings.public_url or request.host_url
    return base.rstrip("/") + path
