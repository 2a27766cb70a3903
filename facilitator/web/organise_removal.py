"""Removing a part of a session: a page that asks first, then the removal itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from facilitator.domain.errors import Refusal
from facilitator.services.organise import Plan
from facilitator.web.organise_desk import act, back, page, tell_refused


@dataclass(frozen=True, kw_only=True)
class Removal:
    """The part that shall go, in the words of its page."""

    plan: Plan
    what: str
    title: str
    command: str
    page: str
    """The endpoint of the part's own page."""
    ids: Mapping[str, Any]
    """What names the part, in that page's address and in the command."""
    owned: Sequence[str] = field(default=())
    """Titles of what goes with it."""

    def ask(self) -> Response:
        """Ask whether it shall go."""
        keep = url_for(self.page, public_id=self.plan.session.public_id, **self.ids)
        return page("remove", plan=self.plan, what=self.what, title=self.title, owned=self.owned, keep=keep)

    def carry_out(self) -> Response:
        """Let it go; if it may not, its own page says why."""
        public_id = self.plan.session.public_id
        try:
            act(self.plan, self.command, self.ids)
        except Refusal as refusal:
            tell_refused(refusal)
            return back(self.page, public_id=public_id, **self.ids)
        return back("organise_agenda.agenda", f"“{self.title}” was removed.", public_id=public_id)
