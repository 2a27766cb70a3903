"""How heavy the participant's page is before anything can be answered."""

import json

from facilitator import paths

LIMIT = 40_000
AT_ONCE = ("participant.js", "participant-shared.js", "participant.css")


def test_the_participants_page_is_light() -> None:
    dist = paths.static()
    manifest = json.loads((dist / "manifest.json").read_text("utf-8"))
    size = sum((dist / f"{manifest[name]}.gz").stat().st_size for name in AT_ONCE)
    assert size <= LIMIT, f"{size} bytes: draw what can come later in components/participant/more.ts"
