"""Editing the boards of a step."""

import json
from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from facilitator.domain.boards import Board
from facilitator.domain.definition import BoardDefinition
from facilitator.domain.errors import Refusal
from facilitator.services.organise import Plan
from facilitator.services.sessions import definition_of_board
from facilitator.web.forms import Form, judge, lines, number, rows, typed, with_ids
from facilitator.web.organise_desk import act, back, changed, need_organiser, page, plan_of
from facilitator.web.organise_removal import Removal

WORDS: Final = {
    "title": "The title",
    "help": "The help text",
    "columns": "The columns",
    "column": "Column",
    "budget": "The points",
}
CHECKS: Final = ("needs_approval", "takes_joins", "takes_comments")
FIRST_COLUMNS: Final = (("Offer", "offer"), ("Ask", "ask"), ("Idea", "idea"))
bp = Blueprint("organise_boards", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


@bp.get("/<public_id>/steps/<int:item_id>/boards/new")
def new_board(public_id: str, item_id: int) -> Response:
    """Ask what the new board is."""
    plan = plan_of(public_id)
    columns = [{"id": "", "title": title, "type": kind} for title, kind in FIRST_COLUMNS]
    values = {"title": "", "help": "", "columns": columns, "more": "", "budget": 5}
    values |= {name: name == "needs_approval" for name in CHECKS}
    return page("board", Form(values=values), plan=plan, step=plan.step(item_id))


@bp.post("/<public_id>/steps/<int:item_id>/boards/new")
def add_board(public_id: str, item_id: int) -> Response:
    """Put a new board at the end of its step."""
    plan, form = plan_of(public_id), _sent()
    step = plan.step(item_id)
    board = None if form.rearrange("columns", "column") else _judged(form)
    if board is not None:
        try:
            made = act(plan, "add_board", {"item_id": item_id, "board": board.model_dump()})["made"]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Added.", at=f"board-{made['board_id']}", public_id=public_id)
    return page("board", form, plan=plan, step=step)


@bp.get("/<public_id>/boards/<int:board_id>")
def board(public_id: str, board_id: int) -> Response:
    """One board, to be changed."""
    plan = plan_of(public_id)
    found = plan.board(board_id)
    return page("board", _shown(found), plan=plan, step=plan.step(found.item_id), board=found)


@bp.post("/<public_id>/boards/<int:board_id>")
def edit_board(public_id: str, board_id: int) -> Response:
    """Change a board."""
    plan, form = plan_of(public_id), _sent()
    found = plan.board(board_id)
    wanted = None if form.rearrange("columns", "column") else _judged(form)
    if wanted is not None:
        try:
            _save(plan, found, wanted, form.values)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Saved.", at=f"board-{board_id}", public_id=public_id)
    return page("board", form, plan=plan, step=plan.step(found.item_id), board=found)


@bp.get("/<public_id>/boards/<int:board_id>/remove")
def ask_remove_board(public_id: str, board_id: int) -> Response:
    """Ask whether the board shall go."""
    return _removal(plan_of(public_id), board_id).ask()


@bp.post("/<public_id>/boards/<int:board_id>/remove")
def remove_board(public_id: str, board_id: int) -> Response:
    """Remove a board."""
    return _removal(plan_of(public_id), board_id).carry_out()


def _removal(plan: Plan, board_id: int) -> Removal:
    return Removal(
        plan=plan,
        what="board",
        title=plan.board(board_id).title,
        command="remove_board",
        page="organise_boards.board",
        ids={"board_id": board_id},
    )


def _save(plan: Plan, board: Board, wanted: BoardDefinition, values: Mapping[str, Any]) -> None:
    fresh = wanted.model_dump()
    fresh["columns"] = with_ids(fresh["columns"], values["columns"])
    fields = changed(fresh)
    if fields:
        act(plan, "edit_board", {"board_id": board.id, **fields})


def _judged(form: Form) -> BoardDefinition | None:
    board = judge(BoardDefinition, _data(form.values), form, WORDS)
    form.point_at("more", "column", len(form.values["columns"]))
    return board


def _sent() -> Form:
    values: dict[str, Any] = {name: typed(name) for name in ("title", "help", "seen")} | {"budget": number("budget")}
    values |= {name: name in request.form for name in CHECKS}
    values["columns"] = rows("column", "id", "title", "type")
    return Form(values={**values, "more": "\n".join(lines("more"))})


def _data(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed as a definition."""
    columns = [{"title": row["title"], "type": row["type"] or None} for row in values["columns"]]
    columns += [{"title": title} for title in values["more"].splitlines()]
    return {name: values[name] for name in ("title", "help", "budget", *CHECKS)} | {"columns": columns}


def _shown(board: Board) -> Form:
    """A board as its form shows it, and what `changed` compares with."""
    seen = definition_of_board(board).model_dump()
    seen["columns"] = [{"id": each.id, "title": each.title, "type": each.type} for each in board.columns]
    columns = [{"id": str(each.id), "title": each.title, "type": each.type or ""} for each in board.columns]
    return Form(values={**seen, "columns": columns, "more": "", "seen": json.dumps(seen)})
