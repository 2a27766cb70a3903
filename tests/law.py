"""The browser's side of the merge law, written down a second time so that both can be compared."""

from typing import Any

from facilitator.presenters.payloads import State

Json = dict[str, Any]
NOBODY: Json = {"responses": {}, "posts": {}, "supports": {}}


def merge(old: Any, change: Any) -> Any:  # noqa: ANN401  parts of payloads of many shapes
    """Each key of each part replaces; null removes."""
    return {
        part: {key: value for key, value in {**old[part], **change[part]}.items() if value is not None} for part in old
    }


class Held:
    """A state as a browser holds it: without the moment at which it was read."""

    def __init__(self, snapshot: State) -> None:
        assert snapshot["since"] is None
        self.rev = snapshot["rev"]
        self.state: Json = {part: snapshot[part] for part in ("topics", "posts", "me")}

    def merge(self, change: State) -> None:
        """Merge a change. Own things come whole; once the session has ended, they are no longer known."""
        assert change["since"] == self.rev
        shared = merge(
            {part: self.state[part] for part in ("topics", "posts")},
            {part: change[part] for part in ("topics", "posts")},
        )
        me: Json | None = self.state["me"] if change["me"] is None else dict(change["me"])
        if me is not None and shared["topics"]["session"]["state"] == "ended":
            me = NOBODY
        self.state = {**shared, "me": me}
        self.rev = change["rev"]
