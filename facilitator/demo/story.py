"""The two hours, at speed: everybody's part, in the order in which it happens."""

from dataclasses import dataclass, field

from facilitator.demo import asking, bygroup, ideas, joining, pairing, promising, rounds, sorting, speaking, weighing
from facilitator.demo.room import Room
from facilitator.demo.wire import Json

LATE_SHARE = 8
CUT = 3
RELOADS = 2


@dataclass(kw_only=True)
class Story(Room):
    """One played session. `by_group` and `breaches` are what was told wrongly while it went on, in words."""

    by_group: list[str] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)

    def play(self) -> None:
        """From the lobby to the end."""
        late = max(1, self.people // LATE_SHARE)
        self.let_in(self.everybody[late:])
        pairing.note_proposals(self)
        self.host.run("start_session")
        items = self.host.topic("agenda")["items"]
        for number, item in enumerate(items):
            if number:
                self.host.run("go_to_item", item_id=item["id"])
            if number == len(items) // 3:
                self.let_in(self.everybody[:late])
            self._do(item)
            if number in range(1, 1 + len(rounds.PULSES)):
                rounds.pulse(self, rounds.PULSES[number - 1])
        self.by_group += [*speaking.heard_wrongly(self), *bygroup.mismatches(self)]
        voices = self.host.wire.room.get("voices", [])
        self.breaches += [*joining.breaches(self), *bygroup.breaches(self)]
        self.breaches += [*speaking.breaches(voices, speaking.sizes_of(self.ledger))]
        self.host.run("add_minutes", item_id=items[-1]["id"], minutes=1)
        self.host.run("end_session", confirm="END")
        self.together(lambda person: person.wire.wait_until(_is_over))
        promising.answer_by_link(self)

    def _do(self, item: Json) -> None:
        """A step with what it owns."""
        if item["kind"] == "talk":
            asking.ask_and_answer(self, item["title"])
            speaking.speak(self)
        if item["kind"] == "commitments":
            promising.promise(self)
        if item["is_form"]:
            self._fill_in(item)
        else:
            for poll_id in item["poll_ids"]:
                self._ask(poll_id)
        for board_id in item["board_ids"]:
            self._collect(board_id)

    def _ask(self, poll_id: int) -> None:
        self.host.poll("open_poll", poll_id)
        poll = self.host.topic(f"poll:{poll_id}")
        cut = self.here[:CUT]
        self.together(lambda person: person.wire.drop(), cut)
        self.together(lambda person: person.respond(poll))
        reloading = self.chance.sample(self.here[CUT:], RELOADS)
        self.together(lambda person: person.reload(), [*cut, *reloading])
        if poll["kind"] == "scale" and not self.ledger.hands:
            rounds.count_hands(self, poll_id)
            rounds.start_over(self, poll_id)
        if pairing.has_factors(poll):
            pairing.pair(self, poll)
        self.host.poll("close_poll", poll_id)
        for audience in ("stage", "phones"):
            self.host.poll("show_results", poll_id, to=audience, shown=True)
        self.stage.wire.wait_until(lambda state: _has_results(state, poll_id))
        bygroup.publish(self, poll_id)
        if poll["kind"] == "scale" and not self.ledger.rounds:
            rounds.ask_again(self, poll_id)

    def _fill_in(self, item: Json) -> None:
        """Several questions on one page, saved one by one."""
        self.host.run("open_form", item_id=item["id"])
        page = [self.host.topic(f"poll:{poll_id}") for poll_id in item["poll_ids"]]
        self.together(lambda person: person.fill_in(page))
        self.host.run("close_form", item_id=item["id"])
        for poll in page:
            bygroup.publish(self, poll["id"])

    def _collect(self, board_id: int) -> None:
        shown = ideas.collect(self, board_id)
        weighing.comment(self, shown)
        weighing.vote(self, board_id, shown)
        shown = weighing.merge(self, board_id, shown)
        sorting.sort(self, board_id, shown)
        if self.host.topic(f"board:{board_id}")["takes_joins"]:
            joining.join_and_agree(self, shown)
        self.host.board("close_board", board_id)


def _is_over(state: Json) -> bool:
    return bool(state) and state["topics"]["session"]["state"] == "ended"


def _has_results(state: Json, poll_id: int) -> bool:
    return state["topics"].get(f"poll:{poll_id}", {}).get("results") is not None
