"""Editing the questions of a step, each kind with the fields that it is made of."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from facilitator.domain.definition import PollDefinition
from facilitator.domain.errors import Refusal
from facilitator.domain.polls import KINDS, Poll, PollKind
from facilitator.services.organise import Plan, Step
from facilitator.services.sessions import definition_of_poll
from facilitator.web.forms import Form, judge, lines, number, rows, typed, with_ids
from facilitator.web.organise_desk import act, back, changed, need_organiser, page, plan_of, tell_refused
from facilitator.web.organise_removal import Removal

WORDS: Final = {
    "kind": "The kind of question",
    "title": "The question",
    "help": "The help text",
    "options": "The answers",
    "option": "Answer",
    "min_choices": "The fewest choices",
    "max_choices": "The most choices",
    "labels": "The scale",
    "label_sets": "Scales",
    "not_applicable": "The words for “not applicable”",
    "max_length": "The longest answer",
    "budget": "The points",
    "axes": "The axes",
    "axis": "Axis",
}
EMPTY_AXES: Final = [{"title": "", "low": "", "high": ""}, {"title": "", "low": "", "high": ""}]
bp = Blueprint("organise_polls", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


@bp.get("/<public_id>/steps/<int:item_id>/questions/new")
def new_poll(public_id: str, item_id: int) -> Response:
    """Ask for the kind, then for the question."""
    plan = plan_of(public_id)
    kind, step = KINDS.get(request.args.get("kind", "")), plan.step(item_id)
    if kind is None:
        return page("poll_kind", plan=plan, step=step, kinds=_kinds())
    values = {"kind": kind.name, "title": "", "help": "", "options": [], "more": "", "more_type": ""}
    limits = {"min_choices": 1, "max_choices": 3, "has_other": False, "max_length": 500, "budget": 10}
    return _page(Form(values={**values, **limits, "axes": EMPTY_AXES, "labels": "", "not_applicable": ""}), plan, step)


@bp.post("/<public_id>/steps/<int:item_id>/questions/new")
def add_poll(public_id: str, item_id: int) -> Response:
    """Put a new question at the end of its step."""
    plan, form = plan_of(public_id), _sent()
    step = plan.step(item_id)
    poll = None if _is_only_arranged(form) else _judged(form)
    if poll is not None:
        try:
            made = act(plan, "add_poll", {"item_id": item_id, "poll": poll.model_dump()})["made"]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Added.", at=f"question-{made['poll_id']}", public_id=public_id)
    return _page(form, plan, step)


@bp.get("/<public_id>/questions/<int:poll_id>")
def poll(public_id: str, poll_id: int) -> Response:
    """One question, to be changed."""
    plan = plan_of(public_id)
    found = plan.poll(poll_id)
    return _page(_shown(found), plan, plan.step(found.item_id), found)


@bp.post("/<public_id>/questions/<int:poll_id>")
def edit_poll(public_id: str, poll_id: int) -> Response:
    """Change a question, and move it to another step if that is wanted."""
    plan, form = plan_of(public_id), _sent()
    found = plan.poll(poll_id)
    wanted = None if _is_only_arranged(form) else _judged(form)
    if wanted is not None:
        try:
            _save(plan, found, wanted, form.values)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return back("organise_agenda.agenda", "Saved.", at=f"question-{poll_id}", public_id=public_id)
    return _page(form, plan, plan.step(found.item_id), found)


@bp.post("/<public_id>/questions/<int:poll_id>/move")
def move_poll(public_id: str, poll_id: int) -> Response:
    """Move a question up or down by one place within its step."""
    plan, way = plan_of(public_id), "up" if typed("to") == "up" else "down"
    found = plan.poll(poll_id)
    places = [poll.id for poll in plan.step(found.item_id).polls]
    place = max(0, places.index(poll_id) + (-1 if way == "up" else 1))
    try:
        act(plan, "move_poll", {"poll_id": poll_id, "item_id": found.item_id, "position": place})
    except Refusal as refusal:
        tell_refused(refusal)
    return back("organise_agenda.agenda", at=f"question-{poll_id}", public_id=public_id)


@bp.get("/<public_id>/questions/<int:poll_id>/remove")
def ask_remove_poll(public_id: str, poll_id: int) -> Response:
    """Ask whether the question shall go."""
    return _removal(plan_of(public_id), poll_id).ask()


@bp.post("/<public_id>/questions/<int:poll_id>/remove")
def remove_poll(public_id: str, poll_id: int) -> Response:
    """Remove a question."""
    return _removal(plan_of(public_id), poll_id).carry_out()


def _removal(plan: Plan, poll_id: int) -> Removal:
    return Removal(
        plan=plan,
        what="question",
        title=plan.poll(poll_id).title,
        command="remove_poll",
        page="organise_polls.poll",
        ids={"poll_id": poll_id},
    )


def _page(form: Form, plan: Plan, step: Step, poll: Poll | None = None) -> Response:
    is_settled = poll is not None and plan.is_settled(poll)
    kind = KINDS.get(form.values["kind"]) or KINDS["single"]
    return page("poll", form, plan=plan, step=step, poll=poll, kind=kind, kinds=_kinds(), is_settled=is_settled)


def _save(plan: Plan, poll: Poll, wanted: PollDefinition, values: Mapping[str, Any]) -> None:
    fresh = wanted.model_dump()
    fresh["options"] = with_ids(fresh["options"], values["options"])
    fields = changed(fresh)
    if fields:
        act(plan, "edit_poll", {"poll_id": poll.id, **fields})
    if values["item_id"] not in {"", poll.item_id}:
        end = len(plan.step(values["item_id"]).polls)
        act(plan, "move_poll", {"poll_id": poll.id, "item_id": values["item_id"], "position": end}, part="-move")


def _judged(form: Form) -> PollDefinition | None:
    poll = judge(PollDefinition, _data(form.values), form, WORDS)
    form.point_at("more", "option", len(form.values["options"]))
    return poll


def _is_only_arranged(form: Form) -> bool:
    """Whether a button was pressed that arranges the answers or shows another kind, and saves nothing."""
    return form.rearrange("options", "option") or typed("do") == "show"


def _sent() -> Form:
    texts = ("kind", "title", "help", "more_type", "labels", "not_applicable", "seen")
    numbers = ("min_choices", "max_choices", "max_length", "budget", "item_id")
    values: dict[str, Any] = {name: typed(name) for name in texts} | {name: number(name) for name in numbers}
    values |= {"options": rows("option", "id", "text", "type"), "has_other": "has_other" in request.form}
    values |= {"axes": rows("axis", "title", "low", "high") or EMPTY_AXES}
    return Form(values={**values, "more": "\n".join(lines("more"))})


def _data(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed as a definition: only the fields that the kind is made of."""
    data = {name: values[name] for name in ("kind", "title", "help")}
    kind = KINDS.get(values["kind"])
    if kind is None:
        return data
    if kind.uses_options:
        more = [{"text": text, "type": values["more_type"] or None} for text in values["more"].splitlines()]
        options = [{"text": row["text"], "type": row["type"] or None} for row in values["options"]]
        data |= {"options": options + more, "has_other": values["has_other"] if kind.takes_other else False}
    if kind.uses_limits:
        data |= {"min_choices": values["min_choices"], "max_choices": values["max_choices"]}
    if kind.uses_words:
        data |= {"max_choices": values["max_choices"]}
    if kind.uses_budget:
        data |= {"budget": values["budget"]}
    if kind.uses_axes:
        data |= {"axes": values["axes"]}
    if kind.uses_labels:
        data |= {"labels": values["labels"] or None, "not_applicable": values["not_applicable"] or None}
    return data | ({"max_length": values["max_length"]} if kind.uses_length else {})


def _shown(poll: Poll) -> Form:
    """A question as its form shows it, and what `changed` compares with."""
    seen = definition_of_poll(poll).model_dump()
    seen["options"] = [{"id": option.id, "text": option.text, "type": option.type} for option in poll.options]
    options = [{"id": str(each.id), "text": each.text, "type": each.type or ""} for each in poll.options]
    texts = {name: seen[name] or "" for name in ("labels", "not_applicable")}
    more = {"more": "", "more_type": "", "item_id": poll.item_id, "seen": json.dumps(seen)}
    return Form(values={**seen, **texts, **more, "options": options, "axes": seen["axes"] or EMPTY_AXES})


def _kinds() -> Sequence[PollKind]:
    return sorted(KINDS.values(), key=lambda kind: kind.title)
