"""A browser without drawing: it reads pages, fills forms in and presses their buttons, as somebody without scripts."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Fields = list[tuple[str, str]]
VOID = {"input", "img", "link", "meta", "br", "hr", "path", "circle"}


@dataclass
class Button:
    """A button: its words, what pressing it sends, and where to."""

    words: str = ""
    name: str = ""
    value: str = ""
    address: str = ""


@dataclass
class Form:
    """A form as it stands on the page."""

    address: str
    method: str
    fields: Fields = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)


class Page(HTMLParser):
    """A page: its text, its forms, its links by their words, and what has the focus when it is opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.focused = ""
        self._by_id: dict[str, Form] = {}
        self._open: dict[str, Any] = {}
        self.feed(html)

    @property
    def text(self) -> str:
        """All words of the page, one space between them."""
        return " ".join(" ".join(self.words).split())

    @property
    def problems(self) -> list[str]:
        """The sentences of the error summary."""
        found = re.search(r'<section class="banner banner--danger problems"\s.*?</section>', self.html, re.DOTALL)
        said = Page(found.group(0)).text.removeprefix("There is a problem ") if found else ""
        return [problem.strip() for problem in said.split("·") if problem.strip()]

    def form(self, button: str) -> tuple[Form, Button]:
        """The form with a button that begins with these words."""
        for form in self.forms:
            for each in form.buttons:
                if " ".join(each.words.split()).startswith(button):
                    return form, each
        raise AssertionError(f"there is no button {button!r} on the page: {self.text[:400]}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self.ids.add(has.get("id", ""))
        if "autofocus" in has:
            self.focused = has.get("class", "")
        handler = getattr(self, f"_{tag}", None)
        if handler:
            handler(has)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and "a" in self._open:
            address, words = self._open.pop("a")
            self.links[" ".join("".join(words).split())] = address
        if tag == "textarea" and "textarea" in self._open:
            form, name, words = self._open.pop("textarea")
            form.fields.append((name, "".join(words).removeprefix("\n")))
        if tag == "li":
            self.words.append(" · ")
        if tag in {"button", "form", "select"}:
            self._open.pop(tag, None)

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "a" in self._open:
            self._open["a"][1].append(data)
        if "textarea" in self._open:
            self._open["textarea"][2].append(data)
        if "button" in self._open and not self._open["button"][1]:
            self._open["button"][0].words += data

    def _form(self, has: dict[str, str]) -> None:
        form = Form(has.get("action", ""), has.get("method", "get"))
        self._open["form"] = form
        self.forms.append(form)
        self._by_id[has.get("id", "")] = form

    def _a(self, has: dict[str, str]) -> None:
        self._open["a"] = (has.get("href", ""), [])

    def _input(self, has: dict[str, str]) -> None:
        form = self._owner(has)
        is_off = has.get("type") in {"checkbox", "radio"} and "checked" not in has
        if form and has.get("name") and not is_off and has.get("type") != "file":
            form.fields.append((has["name"], has.get("value", "on")))

    def _select(self, has: dict[str, str]) -> None:
        self._open["select"] = (self._owner(has), has.get("name", ""))

    def _option(self, has: dict[str, str]) -> None:
        form, name = self._open.get("select", (None, ""))
        if form is None:
            return
        present = [each for each in form.fields if each[0] == name]
        if "selected" in has or not present:
            form.fields[:] = [each for each in form.fields if each[0] != name] + [(name, has.get("value", ""))]

    def _textarea(self, has: dict[str, str]) -> None:
        form = self._owner(has)
        if form:
            self._open["textarea"] = (form, has.get("name", ""), [])

    def _button(self, has: dict[str, str]) -> None:
        form = self._owner(has)
        if form and has.get("type") == "submit":
            button = Button(
                words=has.get("aria-label", ""),
                name=has.get("name", ""),
                value=has.get("value", ""),
                address=has.get("formaction", ""),
            )
            form.buttons.append(button)
            self._open["button"] = (button, "aria-label" in has)

    def _owner(self, has: dict[str, str]) -> Form | None:
        return self._by_id.get(has.get("form", "-")) or self._open.get("form")


class Browser:
    """Somebody's browser: it keeps cookies, follows redirections, and knows where it is."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.at = ""
        self.status = 0
        self.page = Page("")

    def open(self, address: str) -> Page:
        """Open an address."""
        return self._show(self.client.get(address.partition("#")[0], follow_redirects=True))

    def follow(self, words: str) -> Page:
        """Follow the first link that begins with these words."""
        return self.open(next(address for link, address in self.page.links.items() if link.startswith(words)))

    def press(self, words: str, **typed: Any) -> Page:  # noqa: ANN401  what the fields take
        """Fill fields in and press a button. A field `a_b-c` is given as it is named; None leaves a box empty."""
        form, button = self.page.form(words)
        sent = [(name, value) for name, value in form.fields if name not in typed]
        sent += [(name, value) for name, value in typed.items() if value is not None]
        if button.name:
            sent.append((button.name, button.value))
        return self.send(button.address or form.address or self.at, sent)

    def send(self, address: str, fields: Fields) -> Page:
        """Send fields to an address."""
        data: dict[str, Any] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        return self._show(self.client.post(address.partition("#")[0], data=data, follow_redirects=True))

    def _show(self, response: TestResponse) -> Page:
        self.at, self.status = response.request.path, response.status_code
        self.page = Page(response.get_data(as_text=True))
        return self.page
