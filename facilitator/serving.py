"""Serving one process until it is told to stop."""

import errno
import math
import sys

import click

from facilitator import welcome as first
from facilitator.app import Building, build
from facilitator.concurrency import MANY_REQUESTS, listen
from facilitator.domain.errors import CannotStart
from facilitator.realtime.goodbye import say_goodbye
from facilitator.services import templates
from facilitator.settings import Settings
from facilitator.upkeep import spare_the_collector

SWITCH_S = 0.0005
"""The serving loop gets the interpreter back from the writer's thread so soon, ten times sooner than usual."""


def serve(settings: Settings, *, with_welcome: bool) -> None:
    """Serve until SIGTERM or SIGINT. Raises CannotStart when the address is taken."""
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        raise CannotStart(_why_not(error, settings)) from None
    sys.setswitchinterval(SWITCH_S)
    building = build(settings)
    host, port = listener.getsockname()[:2]
    base = settings.public_url.rstrip("/") or f"http://{host}:{port}"
    if with_welcome:
        _print_welcome(building, base)
    spare_the_collector()
    stop = building.loop.serve(listener, building.app, settings.max_connections, at_once=_at_once(settings))
    building.loop.wait_for_signal(lambda: _say_serving(base))
    building.desk.is_draining = True
    stop()
    say_goodbye(building.socketio, building.desk)
    building.desk.stop()
    building.database.dispose()


def _at_once(settings: Settings) -> float:
    """How many requests one connection may bring in a second: a proxy's brings those of a whole room."""
    return math.inf if settings.proxies else MANY_REQUESTS * settings.rates


def _say_serving(base: str) -> None:
    click.echo(f"Facilitator serves on {base} (Ctrl-C stops it)")
    sys.stdout.flush()


def _print_welcome(building: Building, base: str) -> None:
    definition = templates.get_shipped("peer-learning-gender-balance")
    days = building.settings.delete_after_days
    found = building.desk.write(lambda work: first.welcome(work, building.vault, definition, days))
    click.echo(f"\n{found.title}\n")
    if found.first_sign_in:
        click.echo(f"  Organiser, first sign-in (works once):  {base}{found.first_sign_in}")
    else:
        click.echo(f"  Organiser:                              {base}/organise/")
    click.echo(f"  Moderator:                              {base}{found.moderator}")
    click.echo(f"  Join with the code {found.code}:            {base}{found.join}")
    click.echo(f"  Big screen:                             {base}{found.stage}\n")


def _why_not(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is taken. Stop what uses it, or set FACILITATOR_PORT to another one."
    place = f"{settings.host}:{settings.port}"
    return f"Cannot listen on {place}: {error.strerror}. Set FACILITATOR_HOST and FACILITATOR_PORT."
