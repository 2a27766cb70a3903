"""The organiser's pages in words: days and times, kinds of steps, minutes against two hours, names of languages."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from flask import Blueprint

from facilitator.domain.agenda import ItemKind
from facilitator.domain.polls import KINDS
from facilitator.domain.polls.poll import OptionType
from facilitator.domain.sessions import SessionState

TWO_HOURS: Final = 120
YEARS: Final = range(2000, 2101)
STATES: Final[Mapping[SessionState, str]] = {
    "draft": "Draft",
    "open": "Doors open",
    "live": "Live now",
    "ended": "Ended",
}
STEP_KINDS: Final[Mapping[ItemKind, str]] = {
    "welcome": "Welcome",
    "talk": "Talk",
    "practice": "Practice",
    "poll": "Questions",
    "board": "Ideas",
    "break": "Break",
    "commitments": "Commitments",
    "evaluation": "Evaluation",
    "close": "Close",
}
TYPES: Final[Mapping[OptionType, str]] = {
    "challenge": "Barrier",
    "factor": "Success factor",
    "practice": "Practice",
    "offer": "Offer",
    "ask": "Ask",
    "idea": "Idea",
}
LANGUAGES: Final = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
REGIONS: Final = ("Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Indian", "Pacific")
bp = Blueprint("organise_words", __name__)


@bp.app_context_processor
def words() -> dict[str, Any]:
    """Words that templates look up."""
    return {"state_words": STATES, "step_kinds": STEP_KINDS, "option_types": TYPES, "poll_kinds": KINDS}


@bp.app_template_filter("day")
def day(at: datetime | date, zone: str = "UTC") -> str:
    """A day: Tuesday 24 October 2023."""
    local = at.astimezone(ZoneInfo(zone)) if isinstance(at, datetime) else at
    return str(format_date(local, "EEEE d MMMM y", locale="en"))


@bp.app_template_filter("clock")
def clock(at: datetime, zone: str = "UTC") -> str:
    """A time of the day: 14:30."""
    return at.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def local_day(at: datetime, zone: str) -> str:
    """A day as date fields take it: 2023-10-24."""
    return at.astimezone(ZoneInfo(zone)).date().isoformat()


@bp.app_template_filter("counted")
def counted(count: int, one: str, many: str) -> str:
    """A number with its word: 1 step, 3 steps."""
    return f"{count:,} {one if count == 1 else many}"


@bp.app_template_filter("against_two_hours")
def against_two_hours(minutes: int) -> str:
    """How far an agenda is from the two hours that these sessions take."""
    if minutes == TWO_HOURS:
        return "This is two hours exactly."
    rest = abs(TWO_HOURS - minutes)
    return f"{counted(rest, 'minute', 'minutes')} {'less' if minutes < TWO_HOURS else 'more'} than two hours."


def moment(day_text: str, time_text: str, zone: str) -> datetime:
    """The instant that a date and a time mean in a zone, which is known. Raises ValueError with a sentence."""
    try:
        local = datetime.combine(date.fromisoformat(day_text), time.fromisoformat(time_text))
    except ValueError:
        raise ValueError("Enter a day such as 24/10/2026 and a time such as 14:30.") from None
    if local.year not in YEARS:
        raise ValueError(f"Choose a day between {YEARS[0]} and {YEARS[-1]}.")
    at = local.replace(tzinfo=ZoneInfo(zone))
    if at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) != local:
        raise ValueError("The clocks change that night, and this time does not exist. Choose another one.")
    return at


def languages(present: str = "en") -> Sequence[tuple[str, str]]:
    """Codes with names in their own language: the official ones of the EU, and the one that is set."""
    return [(code, _language_name(code)) for code in dict.fromkeys([*LANGUAGES, present])]


@lru_cache(maxsize=1)
def zones() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Time zones by region, Europe first: each with the name of its city."""
    names = sorted(available_timezones())
    found = {
        region: [(name, name.partition("/")[2].replace("_", " ")) for name in names if name.startswith(f"{region}/")]
        for region in REGIONS
    }
    return found | {"Everywhere": [("UTC", "UTC")]}


def _language_name(code: str) -> str:
    try:
        name = Locale.parse(code, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name} ({code})" if name else code
