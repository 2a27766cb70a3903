"""What peers did together as rows: joined ideas, suggestions, and how groups were heard."""

from collections.abc import Iterator

from facilitator.domain.matching import asks_alone, to_discuss
from facilitator.presenters.cooperation import names, suggested
from facilitator.presenters.harvest import Harvest
from facilitator.presenters.matches import reason_of
from facilitator.presenters.rows import JoinRow, MatchRow, VoiceRow
from facilitator.presenters.voices import WORDS, heard


def joins(harvest: Harvest) -> Iterator[JoinRow]:
    """Every idea that everybody sees and that organisations can join, also one that none did."""
    columns = {column.id: (board.title, column.title) for board in harvest.boards for column in board.columns}
    places = {each.post.id: columns[each.post.column_id] for each in harvest.posts}
    alone = {idea.post_id for idea in asks_alone(harvest.ideas)}
    first = {idea.post_id: place for place, idea in enumerate(to_discuss(harvest.ideas), start=1)}
    for idea in harvest.ideas:
        board, column = places[idea.post_id]
        yield JoinRow(
            board=board,
            column=column,
            type=idea.type,
            idea=idea.text,
            language=idea.language,
            offers=len(idea.on("offer")),
            wants=len(idea.on("want")),
            offered_by=names(harvest, idea, "offer"),
            wanted_by=names(harvest, idea, "want"),
            is_alone=idea.post_id in alone,
            to_discuss=first.get(idea.post_id),
        )


def suggestions(harvest: Harvest) -> Iterator[MatchRow]:
    """What the screens suggest, in the same order."""
    for number, match in enumerate(suggested(harvest), start=1):
        yield MatchRow(
            number=number,
            offer=match.offer.text,
            offer_organisation=match.offer_org,
            want=match.want.text,
            want_organisation=match.want_org,
            reason=reason_of(match),
        )


def voices(harvest: Harvest) -> Iterator[VoiceRow]:
    """How each group that may be told of was heard, once the session has ended."""
    for title, word in heard(harvest):
        if harvest.closing:
            yield VoiceRow(group=title, heard=word, told=WORDS[word], made_at=harvest.local(harvest.closing.made_at))
