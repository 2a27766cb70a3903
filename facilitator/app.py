"""The roof: puts the floors together."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from flask_socketio import SocketIO
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from facilitator import paths
from facilitator.concurrency import Loop, choose
from facilitator.realtime.broadcaster import Broadcaster
from facilitator.realtime.handlers import Handlers
from facilitator.realtime.incoming import LARGEST_MESSAGE
from facilitator.realtime.server import make_server
from facilitator.services.desk import Desk
from facilitator.services.rates import Rates
from facilitator.services.tickets import Tickets
from facilitator.settings import Settings
from facilitator.storage.database import Database
from facilitator.storage.migrate import migrate
from facilitator.upkeep import keep_up
from facilitator.vault import Vault, open_vault
from facilitator.web import (
    about,
    api,
    assets,
    control,
    errors,
    health,
    join,
    organise,
    organise_agenda,
    organise_boards,
    organise_desk,
    organise_links,
    organise_polls,
    organise_settings,
    organise_sign_in,
    organise_words,
    results,
    security,
)
from facilitator.web.house import House, move_in

YEAR_S = 31_536_000
LARGEST_FORM = 512 * 1024


@dataclass(frozen=True, kw_only=True)
class Building:
    """A whole installation, ready to serve."""

    app: Flask
    socketio: SocketIO
    loop: Loop
    desk: Desk
    database: Database
    settings: Settings
    vault: Vault


def build(settings: Settings) -> Building:
    """Migrate the database and put everything together. Raises CannotStart or OSError."""
    vault = open_vault(settings.data)
    database = Database(settings.database)
    migrate(database)
    loop = choose(settings.concurrency)
    desk = Desk(
        loop=loop,
        database=database,
        tickets=Tickets(vault.key("tickets")),
        rates=Rates(settings.rates),
        queue_limit=settings.queue_limit,
    )
    app = _flask(settings, vault)
    move_in(app, House(settings=settings, desk=desk, presence=desk.presence, rates=desk.rates))
    socketio = make_server(app, loop, [settings.public_url.rstrip("/")] if settings.public_url else None)
    Handlers(socketio, desk)
    Broadcaster(socketio, desk, settings).start()
    keep_up(desk, database)
    return Building(app=app, socketio=socketio, loop=loop, desk=desk, database=database, settings=settings, vault=vault)


def _flask(settings: Settings, vault: Vault) -> Flask:
    app = Flask("facilitator", template_folder=str(paths.templates()), static_folder=None)
    is_secure = settings.public_url.startswith("https://")
    app.config.update(
        SECRET_KEY=vault.key("cookie"),
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        SESSION_COOKIE_NAME="__Host-facilitator" if is_secure else "facilitator",
        SESSION_COOKIE_SECURE=is_secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # pages ask for no referrer; the form's token and the cookie's site tell enough
        API_LARGEST_MESSAGE=LARGEST_MESSAGE,
    )
    CSRFProtect(app).exempt(api.bp)
    for module in (errors, security, health, about, assets, api, join, control, results):
        app.register_blueprint(module.bp)
    for module in (organise_desk, organise_words, organise_sign_in, organise, organise_agenda, organise_polls):
        app.register_blueprint(module.bp)
    for module in (organise_boards, organise_settings, organise_links):
        app.register_blueprint(module.bp)
    app.jinja_env.globals["asset"] = assets.asset
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=paths.static(), prefix="static/", max_age=YEAR_S, immutable_file_test=_is_immutable
    )
    return app


def _is_immutable(path: str, url: str) -> bool:
    """Built files carry a hash of what is in them; the manifest does not."""
    del path
    return not url.endswith(".json")
