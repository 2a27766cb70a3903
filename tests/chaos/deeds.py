"""What guests do: answers, ideas and support, each written down before it is sent."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from facilitator.domain.boards import Board
from facilitator.domain.codes import receipt_of
from facilitator.domain.permissions import participant_key
from facilitator.domain.polls.poll import Poll
from tests.chaos.history import Deed, History, Json

IDEA_SHARE = 0.1
SUPPORT_SHARE = 0.1
OTHERS = ("Nights", "Νύχτες", "Нощи")


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Somebody with a ticket, at an address of their own, as in a town and not as behind one router."""

    number: int
    id: int
    ticket: str

    @property
    def source(self) -> str:
        return f"127.0.{1 + self.number // 250}.{1 + self.number % 250}"


@dataclass(frozen=True, kw_only=True)
class Repertoire:
    """What there is to do, and the history that it goes into."""

    history: History
    polls: Sequence[Poll]
    board: Board
    post_ids: Sequence[int]

    def any(self, guest: Guest, chance: Random) -> Deed:
        """Whatever a guest does next."""
        dice = chance.random()
        if dice < IDEA_SHARE:
            return self.idea(guest, chance)
        if dice < IDEA_SHARE + SUPPORT_SHARE:
            return self.support(guest, chance)
        return self.answer(guest, chance.choice(self.polls), chance)

    def answer(self, guest: Guest, poll: Poll, chance: Random) -> Deed:
        """An answer to a question, in the place of an earlier one."""
        op_id = new_op_id(chance)
        answer = _answer(poll, op_id, chance)
        receipt = receipt_of(op_id, participant_key(guest.id))
        return self.history.begin(
            Deed(
                op_id=op_id,
                name="respond",
                args={"poll_id": poll.id, "answer": answer},
                register=("answer", guest.id, poll.id),
                value=(receipt, *_content(answer)),
            )
        )

    def idea(self, guest: Guest, chance: Random) -> Deed:
        """An idea; no two are alike."""
        op_id = new_op_id(chance)
        text = f"Idea {op_id} of {guest.number}"
        column = self.board.columns[0]
        args = {"board_id": self.board.id, "column_id": column.id, "text": text, "language": "en"}
        return self.history.begin(
            Deed(op_id=op_id, name="send_post", args=args, register=("idea", text), value=guest.id)
        )

    def support(self, guest: Guest, chance: Random) -> Deed:
        """Support for an idea, or the end of it."""
        post_id, is_on = chance.choice(self.post_ids), chance.random() < 2 / 3
        return self.history.begin(
            Deed(
                op_id=new_op_id(chance),
                name="support_post",
                args={"post_id": post_id, "supported": is_on},
                register=("support", guest.id, post_id),
                value=True if is_on else None,
            )
        )

    def minute(self, state: Json, chance: Random) -> Deed:
        """A host's minute more for the first step: a counter, which shows every act that was done twice."""
        topics = state["topics"]
        item_id = topics["agenda"]["items"][0]["id"]
        return self.act("add_minutes", chance, version=topics["session"]["version"], item_id=item_id, minutes=1)

    def act(self, name: str, chance: Random, **args: object) -> Deed:
        """Any act of a host."""
        return self.history.begin(Deed(op_id=new_op_id(chance), name=name, args=args))


def new_op_id(chance: Random) -> str:
    """A number for a command."""
    return f"op-{chance.getrandbits(80):020x}"


def _answer(poll: Poll, op_id: str, chance: Random) -> Json:
    if poll.kind == "text":
        return {"kind": "text", "text": f"{op_id} ως κείμενο", "language": "el"}
    picked = chance.sample([option.id for option in poll.options], chance.randint(1, min(2, poll.max_choices)))
    other = chance.choice(OTHERS) if len(picked) < poll.max_choices and chance.random() < 1 / 4 else None
    return {"kind": "choice", "option_ids": picked, "other_text": other}


def _content(answer: Json) -> tuple[Hashable, ...]:
    return (tuple(sorted(answer.get("option_ids", ()))), answer.get("other_text"), answer.get("text"))
