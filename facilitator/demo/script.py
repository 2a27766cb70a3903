"""What is played: the shipped two hours for nine groups, with every kind of question that there is."""

from pathlib import Path
from typing import Any, Final

from facilitator.domain.definition import SessionDefinition
from facilitator.domain.polls import KINDS
from facilitator.services import accounts, sessions, templates
from facilitator.settings import load
from facilitator.storage.database import Database
from facilitator.storage.migrate import migrate
from facilitator.welcome import next_quarter

GROUPS: Final = 9
KEEP_DAYS: Final = 1
AXES: Final = (
    {"title": "How much it helps", "low": "Little", "high": "Much"},
    {"title": "How hard it is to copy", "low": "Easy", "high": "Hard"},
)
STEPS: Final = ("Talk to the board", "Open our courses", "Count by sex", "Find a partner")
OTHERS: Final[tuple[dict[str, Any], ...]] = (
    {"kind": "ranking", "title": "What comes first?", "options": STEPS, "max_choices": 3},
    {"kind": "points", "title": "Where would you put ten points?", "options": STEPS, "budget": 10},
    {"kind": "words", "title": "What is missing, in one to three words?", "max_choices": 3},
    {"kind": "axes", "title": "How much does it help, how hard is it?", "options": STEPS[:3], "axes": AXES},
    {"kind": "transfer", "title": "Could this practice move to you?"},
)


def definition() -> SessionDefinition:
    """The shipped template, with a step for the kinds of questions that it does not ask."""
    shipped = templates.get_shipped("peer-learning-gender-balance")
    asked = {poll.kind for item in shipped.agenda for poll in item.polls}
    missing = [poll for poll in OTHERS if poll["kind"] in KINDS and poll["kind"] not in asked]
    plain = shipped.model_dump(exclude_none=True)
    plain["groups"] = plain["groups"][:GROUPS]
    if missing:
        plain["agenda"].insert(-1, {"kind": "poll", "title": "Other ways to ask", "minutes": 10, "polls": missing})
    return templates.check(_listed(plain))


def prepare(data: Path) -> None:
    """Make the session in an empty data folder: it is the one that `up` finds there and prints the links to."""
    database = Database(load().model_copy(update={"data": data}).database)
    migrate(database)
    with database.writing() as work:
        owner = accounts.first_account(work, "organiser@example.org", "Organiser")
        start = next_quarter(work.now)
        sessions.create(work, definition(), owner_id=owner.id, start=start, keep_days=KEEP_DAYS).open_doors()
    database.dispose()


def _listed(value: Any) -> Any:  # noqa: ANN401  plain data
    """The same with lists instead of tuples, as a file would give it."""
    if isinstance(value, dict):
        return {name: _listed(each) for name, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, list | tuple) else value
