"""What a session says about itself, when it is, which groups there are, and the words of its scales."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Final

from flask import Blueprint, request
from pydantic import Field
from werkzeug.wrappers import Response

from facilitator.domain.definition import GroupDefinition, Part, Raw
from facilitator.domain.definition.part import Contradiction, repeated
from facilitator.domain.definition.texts import Language, Organiser, Prose, Timezone, Title
from facilitator.domain.errors import Refusal
from facilitator.domain.sessions import LEAST_GROUPS
from facilitator.services.organise import Plan
from facilitator.web.forms import Form, judge, lines, rows, slug, typed
from facilitator.web.organise_desk import act, back, changed, need_organiser, page, plan_of
from facilitator.web.organise_words import clock, languages, local_day, moment, zones

WORDS: Final = {
    "title": "The title",
    "organiser": "The organiser",
    "description": "The description",
    "language": "The language",
    "timezone": "The time zone",
    "groups": "The groups",
    "group": "Group",
}
TEXTS: Final = ("title", "organiser", "description", "language", "timezone")
SWITCHES: Final = ("takes_questions", "reviews_questions")
bp = Blueprint("organise_settings", __name__, url_prefix="/organise")
bp.before_request(need_organiser)


class Settings(Part):
    """What the form about a session holds, by the rules of its definition."""

    title: Title
    organiser: Organiser = ""
    description: Prose = ""
    language: Language
    timezone: Timezone
    groups: Annotated[list[GroupDefinition], Field(max_length=40)]
    takes_questions: bool
    reviews_questions: bool

    @classmethod
    def contradictions(cls, raw: Raw) -> Iterator[Contradiction]:
        """Each group once."""
        for position in repeated(group.text("title") for group in raw.entries("groups")):
            yield ("groups", position, "title"), "stands further up already"


@bp.get("/<public_id>/settings")
def settings(public_id: str) -> Response:
    """What the session says about itself, to be changed."""
    plan = plan_of(public_id)
    return _page(plan, _shown(plan))


@bp.post("/<public_id>/settings")
def save(public_id: str) -> Response:
    """Change what was changed in the form."""
    plan, form = plan_of(public_id), _sent()
    if form.rearrange("groups", "group"):
        return _page(plan, form)
    fields = _wanted(plan, form)
    if form.problems:
        return _page(plan, form)
    try:
        if fields:
            act(plan, "edit_session", fields)
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(plan, form)
    return back("organise_settings.settings", "Saved.", public_id=public_id)


@bp.get("/<public_id>/scales")
def scales(public_id: str) -> Response:
    """The words of the scales, to be changed."""
    plan = plan_of(public_id)
    return page("scales", Form(values=_scales(plan)), plan=plan)


@bp.post("/<public_id>/scales")
def save_scales(public_id: str) -> Response:
    """Change the words of scales, take in a new one, leave one out that has no words."""
    plan = plan_of(public_id)
    sets = {name: "\n".join(lines(f"labels-{name}")) for name in plan.session.label_sets}
    form = Form(values={"sets": sets, "name": typed("name"), "labels": "\n".join(lines("labels"))})
    wanted = {name: text.splitlines() for name, text in sets.items() if text}
    if form.values["labels"]:
        wanted[slug(form.values["name"], "scale", plan.session.label_sets)] = form.values["labels"].splitlines()
    try:
        if wanted != plan.session.label_sets:
            act(plan, "edit_session", {"label_sets": wanted})
    except Refusal as refusal:
        form.refuse(refusal)
        return page("scales", form, plan=plan)
    return back("organise_settings.scales", "Saved.", public_id=public_id)


def _page(plan: Plan, form: Form) -> Response:
    choices = {
        "least_groups": [(n, f"{n} people") for n in LEAST_GROUPS],
        "tongues": languages(plan.session.language),
        "zones": zones(),
    }
    return page("settings", form, plan=plan, **choices)


def _wanted(plan: Plan, form: Form) -> dict[str, Any]:
    """The fields that changed, as a command takes them; problems go into the form."""
    values = form.values
    keys = [row["key"] for row in values["groups"]]
    groups = [{"id": int(row["id"]) if row["id"].isdecimal() else None, **_words(row)} for row in values["groups"]]
    for title in values["more"].splitlines():
        keys.append(slug(title, "group", keys))
        groups.append({"id": None, "key": keys[-1], "title": title})
    without_ids = [{"key": group["key"], "title": group["title"]} for group in groups]
    checked = judge(
        Settings, {**{name: values[name] for name in (*TEXTS, *SWITCHES)}, "groups": without_ids}, form, WORDS
    )
    form.point_at("more", "group", len(values["groups"]))
    fresh: dict[str, Any] = checked.model_dump() | {"groups": groups} if checked else {}
    if plan.session.started_at is None:
        fresh |= _start(form)
    if plan.session.state == "draft":
        fresh |= _house_rules(form)
    return changed(fresh | _delete_on(form))


def _house_rules(form: Form) -> dict[str, Any]:
    """What people are told when they come in, and what therefore stays as it is from then on."""
    if not form.values["least_group"].isdecimal():
        form.complain("least_group", "Choose how many people make a group.")
        return {}
    return {"least_group": int(form.values["least_group"]), "is_chatham": form.values["is_chatham"]}


def _start(form: Form) -> dict[str, str]:
    if form.says("timezone"):
        return {}
    try:
        at = moment(form.values["date"], form.values["time"], form.values["timezone"])
    except ValueError as wrong:
        form.complain("date", str(wrong))
        return {}
    return {"start": at.isoformat()}


def _delete_on(form: Form) -> dict[str, str]:
    try:
        return {"delete_on": date.fromisoformat(form.values["delete_on"]).isoformat()}
    except ValueError:
        form.complain("delete_on", "Enter the day on which the session is deleted, such as 12/03/2027.")
        return {}


def _words(row: dict[str, str]) -> dict[str, str]:
    return {"key": row["key"], "title": row["title"]}


def _sent() -> Form:
    values: dict[str, Any] = {name: typed(name) for name in (*TEXTS, "date", "time", "delete_on", "seen")}
    values |= {name: name in request.form for name in (*SWITCHES, "is_chatham")}
    values["least_group"] = typed("least_group")
    return Form(values={**values, "groups": rows("group", "id", "key", "title"), "more": "\n".join(lines("more"))})


def _shown(plan: Plan) -> Form:
    """A session as its form shows it, and what `changed` compares with."""
    session = plan.session
    groups = [{"id": group.id, "key": group.key, "title": group.title} for group in session.groups]
    texts = {"title": session.title, "organiser": session.organiser_name, "description": session.description}
    texts |= {"language": session.language, "timezone": session.timezone}
    switches = {name: getattr(session, name) for name in (*SWITCHES, "is_chatham", "least_group")}
    time = clock(session.planned_start_at, session.timezone)
    day = local_day(session.planned_start_at, session.timezone)
    at = {"start": moment(day, time, session.timezone).isoformat(), "delete_on": session.delete_on.isoformat()}
    seen = {**texts, **switches, "groups": groups, **at}
    rows_shown = [{name: str(value) for name, value in group.items()} for group in groups]
    dates = {"date": day, "time": time, "delete_on": session.delete_on.isoformat()}
    return Form(values={**texts, **switches, **dates, "groups": rows_shown, "more": "", "seen": json.dumps(seen)})


def _scales(plan: Plan) -> dict[str, Any]:
    return {
        "sets": {name: "\n".join(labels) for name, labels in plan.session.label_sets.items()},
        "name": "",
        "labels": "",
    }
