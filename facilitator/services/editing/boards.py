"""Editing the boards that a step owns."""

from collections.abc import Sequence

from facilitator.domain.boards import Board, Column
from facilitator.domain.definition import BoardDefinition
from facilitator.domain.edits import need_room_to_edit
from facilitator.domain.errors import StillInUse
from facilitator.domain.events import AgendaMoved, BoardChanged
from facilitator.domain.permissions import Actor
from facilitator.services import sessions as building
from facilitator.services.access import access_board, access_item, access_session
from facilitator.services.editing import shapes
from facilitator.services.editing.merging import given, hold, kept, merged
from facilitator.services.outcome import Outcome
from facilitator.storage import boards, points
from facilitator.storage.database import Work


def add_board(work: Work, actor: Actor, command: shapes.AddBoard) -> Outcome:
    """Put a new board at the end of a step."""
    session, item = access_session(work, actor), access_item(work, actor, command.item_id)
    need_room_to_edit(session)
    owned = [board for board in boards.list_of(work, session.id) if board.item_id == item.id]
    board = building.add_board(work, session, item.id, command.board, len(owned))
    hold(work, session)
    _announce(work, board)
    return Outcome(what=board.title, made={"board_id": str(board.id)})


def edit_board(work: Work, actor: Actor, command: shapes.EditBoard) -> Outcome:
    """Change a board; a column to which ideas were sent stays."""
    session, board = access_session(work, actor), access_board(work, actor, command.board_id)
    wanted = merged(building.definition_of_board(board), given(command, "board_id"))
    columns: Sequence[Column | None] = board.columns
    if command.columns is not None:
        columns = kept(board.columns, [column.id for column in command.columns])
    if not set(boards.posts_by_column(work, board.id)).issubset(column.id for column in columns if column):
        raise StillInUse("Ideas were sent to this column. Nothing was changed. Its title can be corrected.")
    if wanted.budget < board.budget and points.posts_with(work, board.id):
        raise StillInUse("People have given points. Nothing was changed. There can be more points, but no fewer.")
    _write(board, wanted, columns)
    hold(work, session)
    work.announce(BoardChanged(board_id=board.id))
    return Outcome(what=board.title)


def remove_board(work: Work, actor: Actor, command: shapes.RemoveBoard) -> Outcome:
    """Remove a board to which no idea was ever sent."""
    session, board = access_session(work, actor), access_board(work, actor, command.board_id)
    need_room_to_edit(session)
    if boards.posts_by_column(work, board.id):
        raise StillInUse("Ideas were sent to this board. Nothing was removed.")
    if board.state == "open":
        raise StillInUse("This board is open. Nothing was removed. Close it in the control room first.")
    _announce(work, board)
    boards.remove(work, board)
    return Outcome(what=board.title)


def _write(board: Board, wanted: BoardDefinition, columns: Sequence[Column | None]) -> None:
    board.title, board.help, board.needs_approval = wanted.title, wanted.help, wanted.needs_approval
    board.takes_joins, board.takes_comments, board.budget = wanted.takes_joins, wanted.takes_comments, wanted.budget
    written = []
    for position, (column, words) in enumerate(zip(columns, wanted.columns, strict=True)):
        each = column or Column(position=position, title=words.title)
        each.position, each.title, each.type = position, words.title, words.type
        written.append(each)
    board.columns = written


def _announce(work: Work, board: Board) -> None:
    work.announce(AgendaMoved())
    work.announce(BoardChanged(board_id=board.id))
