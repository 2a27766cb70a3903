"""A session as a calendar file, to be put into one's own calendar."""

from datetime import datetime


def calendar_file(*, uid: str, title: str, organiser: str, start: datetime, stamp: datetime, url: str) -> bytes:
    """One event that begins at `start` (UTC) and leads to `url`; `stamp` says when the file was made.

    The first time it takes a moment: run it off the loop.
    """
    from icalendar import Calendar, Event, vUri  # noqa: PLC0415  a restart is faster without it

    event = Event()
    event.add("uid", f"{uid}@facilitator")
    event.add("summary", title)
    event.add("dtstart", start)
    event.add("dtstamp", stamp)
    event.add("description", f"{organiser}\n{url}".strip())
    event.add("url", vUri(url))
    event.add("location", url)
    calendar = Calendar()
    calendar.add("prodid", "-//Facilitator//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
