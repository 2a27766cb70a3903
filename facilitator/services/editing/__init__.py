"""What an organiser edits, as commands on the one command path: logged, safe to repeat, told to every browser.

An edit names only the fields that change, so that two people who edit different things of one step both
get what they wrote. After each edit the session still is a definition that can be exported and imported.
"""

from facilitator.services.editing.agenda import add_item, edit_item, move_item, remove_item
from facilitator.services.editing.boards import add_board, edit_board, remove_board
from facilitator.services.editing.polls import add_poll, edit_poll, move_poll, remove_poll
from facilitator.services.editing.session import edit_session

__all__ = [
    "add_board",
    "add_item",
    "add_poll",
    "edit_board",
    "edit_item",
    "edit_poll",
    "edit_session",
    "move_item",
    "move_poll",
    "remove_board",
    "remove_item",
    "remove_poll",
]
