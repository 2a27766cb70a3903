"""The results page, for hosts."""

from facilitator.domain.permissions import Actor
from facilitator.presenters.results import ResultsPage, results_page
from facilitator.services.access import access_session
from facilitator.services.harvest import read_harvest
from facilitator.storage.database import Work


def read_results(work: Work, actor: Actor) -> ResultsPage:
    """What the session brought in so far. Raises NotAllowed for whoever is no host."""
    actor.need("see_results")
    return results_page(read_harvest(work, actor))


def title_of(work: Work, actor: Actor) -> str:
    """The session's title."""
    return access_session(work, actor).title
