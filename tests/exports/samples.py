"""A small takeaway to be written in every format."""

from collections.abc import Sequence

from facilitator.domain.takeaway import Cell, Chart, Column, Shown, Table, Takeaway

COLUMNS = (
    Column(name="name", title="Name", help="What it is called.", kind="text", may_be_empty=False),
    Column(name="number", title="No.", help="Its number.", kind="whole", may_be_empty=True),
)


def sample(
    rows: Sequence[Sequence[Cell]], columns: Sequence[Column] = COLUMNS, charts: Sequence[Chart] = ()
) -> Takeaway:
    """A takeaway with one table."""
    people = Table(name="people", title="People", help="Who is who.", columns=columns, rows=rows)
    return Takeaway(
        title="A sample",
        timezone="Europe/Brussels",
        tables=[people],
        charts=charts,
        definition={"format": 1},
        definition_text="format: 1\n",
    )


def chart(title: str, **counts: int) -> Chart:
    """A result with a line for each name."""
    base = sum(counts.values())
    lines = [Shown(label=label, count=count, share=round(100 * count / base)) for label, count in counts.items()]
    return Chart(title=title, note=f"{base} answers.", lines=lines)
