"""Editing the agenda: the thread of steps, their minutes, one step."""

import json
from typing import Any, Final

from flask import Blueprint
from werkzeug.wrappers import Response

from facilitator.domain.agenda import AgendaItem
from facilitator.domain.definition import ItemDefinition
from facilitator.domain.errors import Refusal
from facilitator.services.organise import Plan
from facilitator.services.sessions import definition_of_item
from facilitator.web.forms import Form, judge, number, typed
from facilitator.web.organise_desk import act, back, changed, need_organiser, page, plan_of, tell_refused
from facilitator.web.organise_removal import Removal

WORDS: Final = {
    "kind": "The kind",
    "title": "The title",
    "minutes": "The minutes",
    "instruction": "The instruction",
    "notes": "The notes",
    "opens_own": "The mark for opening",
    "closes_own": "The mark for closing",
    "is_form": "The mark for one page",
}
MARKS: Final = ("opens_own", "closes_own", "is_form")
bp = Blueprint("organise_agenda", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


@bp.get("/<public_id>")
def agenda(public_id: str) -> Response:
    """The thread of steps."""
    return page("agenda", plan=plan_of(public_id))


@bp.post("/<public_id>/minutes")
def minutes(public_id: str) -> Response:
    """Change the minutes of several steps at once."""
    plan = plan_of(public_id)
    form = Form(values={f"minutes-{step.item.id}": number(f"minutes-{step.item.id}") for step in plan.steps})
    wanted = [(step.item, form.values[f"minutes-{step.item.id}"]) for step in plan.steps]
    for item, value in wanted:
        _check_minutes(form, item, value)
    try:
        for item, value in wanted:
            if not form.problems and value != item.minutes:
                act(plan, "edit_item", {"item_id": item.id, "minutes": value}, part=f"-{item.id}")
    except Refusal as refusal:
        form.refuse(refusal)
    if form.problems:
        return page("agenda", form, plan=plan)
    return back("organise_agenda.agenda", "The minutes are saved.", public_id=public_id)


@bp.get("/<public_id>/steps/new")
def new_step(public_id: str) -> Response:
    """Ask what the new step is."""
    plan = plan_of(public_id)
    values = {"kind": "talk", "title": "", "minutes": 10, "instruction": "", "notes": "", **dict.fromkeys(MARKS, False)}
    return page("step", Form(values={**values, "position": len(plan.steps)}), plan=plan)


@bp.post("/<public_id>/steps/new")
def add_step(public_id: str) -> Response:
    """Put a new step at its place."""
    plan, form = plan_of(public_id), Form(values={**_sent(), "position": number("position")})
    item = judge(ItemDefinition, _sent(), form, WORDS)
    if item is not None:
        try:
            made = act(plan, "add_item", {"position": form.values["position"], "item": item.model_dump()})["made"]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Added.", at=f"step-{made['item_id']}", public_id=public_id)
    return page("step", form, plan=plan)


@bp.get("/<public_id>/steps/<int:item_id>")
def step(public_id: str, item_id: int) -> Response:
    """One step, to be changed."""
    plan = plan_of(public_id)
    return page("step", Form(values=_shown(plan.step(item_id).item)), plan=plan, step=plan.step(item_id))


@bp.post("/<public_id>/steps/<int:item_id>")
def edit_step(public_id: str, item_id: int) -> Response:
    """Change a step."""
    plan, form = plan_of(public_id), Form(values={**_sent(), "seen": typed("seen")})
    found = plan.step(item_id)
    item = judge(ItemDefinition, _sent(), form, WORDS)
    if item is not None:
        try:
            fields = changed(item.model_dump(include=set(WORDS)))
            if fields:
                act(plan, "edit_item", {"item_id": item_id, **fields})
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Saved.", at=f"step-{item_id}", public_id=public_id)
    return page("step", form, plan=plan, step=found)


@bp.post("/<public_id>/steps/<int:item_id>/move")
def move_step(public_id: str, item_id: int) -> Response:
    """Move a step up or down by one place."""
    plan, way = plan_of(public_id), "up" if typed("to") == "up" else "down"
    places = [step.item.id for step in plan.steps]
    place = max(0, places.index(plan.step(item_id).item.id) + (-1 if way == "up" else 1))
    at = f"step-{item_id}-{way}" if 0 < place < len(places) - 1 else f"step-{item_id}-{'down' if way == 'up' else 'up'}"
    try:
        act(plan, "move_item", {"item_id": item_id, "position": place})
    except Refusal as refusal:
        tell_refused(refusal)
        return back("organise_agenda.agenda", public_id=public_id)
    return back("organise_agenda.agenda", f"Moved to place {place + 1}.", at=at, public_id=public_id)


@bp.get("/<public_id>/steps/<int:item_id>/remove")
def ask_remove_step(public_id: str, item_id: int) -> Response:
    """Ask whether the step shall go."""
    return _removal(plan_of(public_id), item_id).ask()


@bp.post("/<public_id>/steps/<int:item_id>/remove")
def remove_step(public_id: str, item_id: int) -> Response:
    """Remove a step with what it owns."""
    return _removal(plan_of(public_id), item_id).carry_out()


def _removal(plan: Plan, item_id: int) -> Removal:
    step = plan.step(item_id)
    return Removal(
        plan=plan,
        what="step",
        title=step.item.title,
        command="remove_item",
        page="organise_agenda.step",
        ids={"item_id": item_id},
        owned=[*(poll.title for poll in step.polls), *(board.title for board in step.boards)],
    )


def _check_minutes(form: Form, item: AgendaItem, value: int | str) -> None:
    """Hold one field to the rules of a step."""
    one = Form(values={})
    judge(ItemDefinition, {"kind": item.kind, "title": item.title, "minutes": value}, one, WORDS)
    for problem in one.problems:
        form.complain(f"minutes-{item.id}", f"{problem.says.removesuffix('.')}: {item.title}.")


def _sent() -> dict[str, Any]:
    texts = {name: typed(name) for name in ("kind", "title", "instruction", "notes")}
    return {**texts, "minutes": number("minutes"), **{name: bool(typed(name)) for name in MARKS}}


def _shown(item: AgendaItem) -> dict[str, Any]:
    fields = definition_of_item(item, (), ()).model_dump(include=set(WORDS))
    return {**fields, "seen": json.dumps(fields)}
