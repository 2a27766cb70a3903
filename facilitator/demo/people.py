"""Simulated people: they join from a group, answer, change their minds, write in their languages."""

from collections import Counter
from random import Random
from typing import Any, Final

import requests

from facilitator.demo.ledger import Idea, Ledger
from facilitator.demo.wire import Json, Wire

IDEAS: Final = (
    ("en", "We can open our evening course to returners from the public employment service."),
    ("de", "Wir suchen Betriebe, die Probewochen für Pflegefachkräfte anbieten."),
    ("fr", "Créer ensemble un guichet unique : conseil, formation et garde d’enfants."),
    ("el", "Ζητάμε συνεργάτες για μαθήματα προγραμματισμού με μέντορες."),
    ("bg", "Предлагаме обучение за обучители на достъпен език."),
    ("pl", "Wspólna baza wolnych miejsc na kursach – także dla małych firm."),
    ("mt", "Noffru kors qasir biex il-kunfidenza terġa’ tikber."),
    ("ga", "Táimid ag lorg comhpháirtithe le haghaidh laethanta blaiseadh."),
    ("hu", "Kölcsönözhető eszközkészlet műhelyeknek: =nem képlet, csak szöveg."),
    ("fi", "Yhteinen aineisto: miltä työ näyttää, kun kaikki mahtuvat mukaan."),
    ("ro", "Căutăm formatori pentru „ateliere mobile” în sate."),
    ("uk", "Пропонуємо досвід визнання навичок, набутих у догляді."),
)
OTHERS: Final = ("Transport at night", "Δεν υπάρχουν θέσεις", "Липса на време", "=1+1")

WORDS: Final = (
    ("en", ("Childcare", "childcare!", "Time", "Trust", "=1+1")),
    ("de", ("Zeit", "Kita", "Vertrauen")),
    ("el", ("Χρόνος", "ΧΡΌΝΟΣ", "Εμπιστοσύνη")),
    ("pl", ("Czas", "Opieka nad dziećmi", "Zaufanie")),
)


class Person:
    """Somebody with a browser. Books into the ledger only what was acknowledged."""

    def __init__(self, base: str, code: str, number: int, ledger: Ledger, seed: int) -> None:
        self.name = f"person-{number}"
        self._base, self._code, self.number, self.ledger = base, code, number, ledger
        self.chance = Random(seed * 10_007 + number)  # noqa: S311  repeatable, not secret
        self.language = IDEAS[number % len(IDEAS)][0]
        self.wire: Wire

    def join(self, groups: list[Json]) -> None:
        """Come in with the code; every eighth prefers not to name a group."""
        group = None if self.number % 8 == 7 else groups[self.number % len(groups)]["id"]  # noqa: PLR2004
        wish = {"code": self._code, "group_id": group, "language": self.language}
        joined = requests.post(f"{self._base}/api/join", json=wish, timeout=20)
        joined.raise_for_status()
        self.ledger.note(self.ledger.groups, self.name, group)
        self.wire = Wire(self._base, joined.json()["ticket"])
        self.wire.connect()

    def reload(self) -> None:
        """Close the page and open it again; what was acknowledged must be there."""
        self.wire.drop()
        self.wire.connect()
        mine = {poll for who, poll in self.ledger.answers if who == self.name}
        there = {int(poll) for poll in self.wire.state["me"]["responses"]}
        if mine != there:
            message = f"{self.name} lost answers by a reload: {mine ^ there}"
            raise AssertionError(message)

    def respond(self, poll: Json) -> None:
        """Answer; one in three thinks again and answers anew."""
        for _ in range(1 + (self.chance.random() < 1 / 3)):
            answer = self._answer(poll)
            reply = self.wire.act("respond", poll_id=poll["id"], answer=answer)
            if reply["ok"]:
                self.ledger.note(self.ledger.answers, (self.name, poll["id"]), answer)

    def fill_in(self, page: list[Json]) -> None:
        """Answer several questions, one after the other."""
        for poll in page:
            self.respond(poll)

    def write(self, board: Json) -> None:
        """Post an idea in the own language, and sometimes a second one."""
        for turn in range(1 + (self.chance.random() < 1 / 4)):
            language, text = IDEAS[(self.number + turn * 5) % len(IDEAS)]
            column = self.chance.choice(board["columns"])["id"]
            args: Json = {"board_id": board["id"], "column_id": column, "text": f"{text} ({self.number})"}
            reply = self.wire.act("send_post", **args, language=language)
            if reply["ok"]:
                (post_id,) = reply["me"]["posts"]
                self.ledger.note(self.ledger.ideas, int(post_id), Idea(**args, language=language))
                self.ledger.note(self.ledger.authors, int(post_id), self.name)

    def support(self, post_ids: list[int]) -> None:
        """Support some ideas, and take one support back."""
        for post_id in self.chance.sample(post_ids, min(3, len(post_ids))):
            self._support(post_id, supported=True)
        if post_ids and self.chance.random() < 1 / 4:
            self._support(self.chance.choice(post_ids), supported=False)

    def _support(self, post_id: int, *, supported: bool) -> None:
        if self.wire.act("support_post", post_id=post_id, supported=supported)["ok"]:
            self.ledger.note(self.ledger.supports, (self.name, post_id), supported)

    def _answer(self, poll: Json) -> dict[str, Any]:
        if poll["kind"] == "text":
            language, text = self.chance.choice(IDEAS)
            return {"kind": "text", "text": text, "language": language}
        if poll["kind"] == "scale":
            if poll["scale"]["not_applicable"] and self.chance.random() < 1 / 8:
                return {"kind": "scale", "value": None, "not_applicable": True}
            step = self.chance.randint(1, len(poll["scale"]["labels"]))
            return {"kind": "scale", "value": step, "not_applicable": False}
        ways = {"ranking": self._order, "points": self._points, "words": self._words, "axes": self._ratings}
        if poll["kind"] == "transfer":
            return self._transfer(poll)
        return ways.get(poll["kind"], self._choice)(poll)

    def _order(self, poll: Json) -> dict[str, Any]:
        ids = [option["id"] for option in poll["options"]]
        number = self.chance.randint(max(1, poll["min_choices"]), min(poll["max_choices"], len(ids)))
        return {"kind": "ranking", "option_ids": self.chance.sample(ids, number)}

    def _points(self, poll: Json) -> dict[str, Any]:
        left, given = poll["budget"], Counter[int]()
        while left and self.chance.random() < 0.9:  # noqa: PLR2004  some keep a few
            points = self.chance.randint(1, left)
            given[self.chance.choice(poll["options"])["id"]] += points
            left -= points
        given = given or Counter({poll["options"][0]["id"]: 1})
        picks = [{"option_id": key, "value": points, "second": None} for key, points in given.items()]
        return {"kind": "points", "picks": picks}

    def _words(self, poll: Json) -> dict[str, Any]:
        words = WORDS[self.number % len(WORDS)]
        chosen = self.chance.sample(words[1], self.chance.randint(1, min(len(words[1]), poll["max_choices"])))
        return {"kind": "words", "terms": chosen, "language": words[0]}

    def _ratings(self, poll: Json) -> dict[str, Any]:
        known = self.chance.sample(poll["options"], self.chance.randint(1, len(poll["options"])))
        steps = range(1, 6)
        picks = [
            {"option_id": each["id"], "value": self.chance.choice(steps), "second": self.chance.choice(steps)}
            for each in known
        ]
        return {"kind": "axes", "picks": picks}

    def _transfer(self, poll: Json) -> dict[str, Any]:
        value, second = (self.chance.randint(1, len(ask["labels"])) for ask in poll["asks"][:2])
        language, text = self.chance.choice(IDEAS)
        needs = text if self.chance.random() < 1 / 2 else ""
        return {"kind": "transfer", "value": value, "second": second, "text": needs, "language": language}

    def _choice(self, poll: Json) -> dict[str, Any]:
        ids = [option["id"] for option in poll["options"]]
        if poll["kind"] == "single":
            return {"kind": "choice", "option_ids": [self.chance.choice(ids)], "other_text": None}
        most = min(poll["max_choices"], len(ids))
        number = self.chance.randint(max(1, poll["min_choices"]), most)
        other = self.chance.choice(OTHERS) if poll["has_other"] and self.chance.random() < 1 / 5 else None
        fewer = number - 1 if other and number == poll["max_choices"] else number
        return {"kind": "choice", "option_ids": self.chance.sample(ids, fewer), "other_text": other}
