"""Whether the process is up, whether it can do its work, and what it knows of itself in numbers."""

import ipaddress
import shutil

from flask import Blueprint, Response, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST

from facilitator.domain.errors import NotFound, Refusal
from facilitator.storage.database import probe
from facilitator.web.house import house

ENOUGH_BYTES = 500 * 1024 * 1024
bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """The process answers; nothing else is asked."""
    return jsonify({"ok": True})


@bp.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Whether new people can be sent here: the database takes writes, there is room on the disk, nobody stops it."""
    checks = {
        "database": _can_write(),
        "disk": shutil.disk_usage(house().settings.data).free >= ENOUGH_BYTES,
        "serving": not house().desk.is_draining,
    }
    is_ready = all(checks.values())
    return jsonify({"ok": is_ready, "checks": checks}), 200 if is_ready else 503


@bp.get("/metrics")
def metrics() -> Response:
    """Numbers for Prometheus, for this machine alone: nobody else need know how much is going on."""
    if house().settings.proxies or not _is_local(request.remote_addr):
        raise NotFound("There is no such page. Check the address.")
    return Response(house().desk.gauges.text(), content_type=CONTENT_TYPE_LATEST)


def _can_write() -> bool:
    try:
        house().desk.write(probe)
    except Refusal:
        return False
    return True


def _is_local(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False
