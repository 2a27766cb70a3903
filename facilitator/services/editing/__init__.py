"""What an organiser edits, as commands on the one command path: logged, safe to repeat, told to every browser.

An edit names only the fields that change, so that two people who edit different things of one step both
get what they wrote. After each edit the session still is a definition that can be exported and imported.
"""

from typing import Final

from facilitator.services.editing import shapes
from facilitator.services.editing.agenda import add_item, edit_item, move_item, remove_item
from facilitator.services.editing.boards import add_board, edit_board, remove_board
from facilitator.services.editing.polls import add_poll, edit_poll, move_poll, remove_poll
from facilitator.services.editing.session import edit_session
from facilitator.services.family import Family

COMMANDS: Final[Family] = {
    "edit_session": (shapes.EditSession, edit_session),
    "add_item": (shapes.AddItem, add_item),
    "edit_item": (shapes.EditItem, edit_item),
    "move_item": (shapes.MoveItem, move_item),
    "remove_item": (shapes.RemoveItem, remove_item),
    "add_poll": (shapes.AddPoll, add_poll),
    "edit_poll": (shapes.EditPoll, edit_poll),
    "move_poll": (shapes.MovePoll, move_poll),
    "remove_poll": (shapes.RemovePoll, remove_poll),
    "add_board": (shapes.AddBoard, add_board),
    "edit_board": (shapes.EditBoard, edit_board),
    "remove_board": (shapes.RemoveBoard, remove_board),
}
