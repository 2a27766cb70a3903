"""The browser's side of the merge law, written down a second time so that both can be compared."""

from typing import Any

from facilitator.presenters.payloads import Me, State

Json = dict[str, Any]
LISTS = ("topics", "posts", "questions", "joins")
NOBODY: Json = {part: {} for part in Me.__annotations__}


def merge(old: Any, change: Any) -> Any:  # noqa: ANN401  parts of payloads of many shapes
    """Each key of each part replaces; null removes; a part that is absent did not change."""
    return {
        part: {key: value for key, value in {**old[part], **change.get(part, {})}.items() if value is not None}
        for part in old
    }


class Held:
    """A state as a browser holds it: without the moment at which it was read."""

    def __init__(self, snapshot: State) -> None:
        assert snapshot["since"] is None
        self.rev = snapshot["rev"]
        held: Json = {**snapshot}
        self.state: Json = {part: held[part] for part in (*LISTS, "me")}

    def merge(self, change: State) -> None:
        """Merge a change. Own things come whole; once the session has ended, they are no longer known."""
        assert change["since"] == self.rev
        shared = merge({part: self.state[part] for part in LISTS}, change)
        me: Json | None = self.state["me"] if change["me"] is None else dict(change["me"])
        if me is not None and shared["topics"]["session"]["state"] == "ended":
            me = NOBODY
        self.state = {**shared, "me": me}
        self.rev = change["rev"]
