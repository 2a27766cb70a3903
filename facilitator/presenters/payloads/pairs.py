"""What answered what, in the eyes of the room."""

from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12


class ThingPayload(TypedDict):
    """A barrier or a factor. `people` chose it; null while the reader may not know."""

    ref: str
    text: str
    language: str | None
    people: int | None


class PairPayload(TypedDict):
    """A factor and a barrier. `is_proposed` comes with the template and is nobody's experience yet."""

    factor: str
    barrier: str
    people: int
    is_from_host: bool
    is_proposed: bool


class PairsTopic(TypedDict):
    """Topic `pairs`: what can be paired, what was, and the refs of the barriers that nobody has an answer for.

    Participants always hold what can be paired, but pairs and gaps only while the big screen shows them.
    """

    barriers: list[ThingPayload]
    factors: list[ThingPayload]
    pairs: list[PairPayload]
    gaps: list[str]
