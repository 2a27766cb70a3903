"""What happened, in the past tense. An event knows which topics and whose own things it changed."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a session."""

    def topics(self) -> frozenset[str]:
        """The topics whose payload may have changed."""
        return frozenset()

    def people(self) -> frozenset[int]:
        """The participants whose own things changed through somebody else."""
        return frozenset()


class SessionChanged(Event):
    """Doors, stage view, note or texts of the session changed."""

    def topics(self) -> frozenset[str]:
        """The session itself."""
        return frozenset({"session"})


class AgendaMoved(Event):
    """Another step is the current one, or steps changed."""

    def topics(self) -> frozenset[str]:
        """The session, which names the current step, and the agenda."""
        return frozenset({"session", "agenda"})


@dataclass(frozen=True, kw_only=True)
class PollChanged(Event):
    """A question was opened, closed, shown, hidden or edited."""

    poll_id: int

    def topics(self) -> frozenset[str]:
        """The poll, and what its options can be paired with."""
        return frozenset({f"poll:{self.poll_id}", "pairs"})


class ResponseSaved(PollChanged):
    """Somebody answered or changed an answer."""

    def topics(self) -> frozenset[str]:
        """The poll alone: pairs tell of closed questions."""
        return frozenset({f"poll:{self.poll_id}"})


class StageViewChanged(Event):
    """The big screen shows something else, which others see for as long as it does."""

    def topics(self) -> frozenset[str]:
        """The session, and what is seen with a view alone."""
        return frozenset({"session", "pairs", "matches"})


class PairsChanged(Event):
    """A factor and a barrier were paired, or another audience sees the pairs."""

    def topics(self) -> frozenset[str]:
        """The pairs."""
        return frozenset({"pairs"})


@dataclass(frozen=True, kw_only=True)
class PollStartedOver(PollChanged):
    """The answers to a question were put aside or brought back; `whose` are the participants who gave them."""

    whose: frozenset[int] = frozenset()

    def people(self) -> frozenset[int]:
        """Those whose answer vanished or came back."""
        return self.whose


@dataclass(frozen=True, kw_only=True)
class BoardChanged(Event):
    """A board was opened, closed, revealed or edited."""

    board_id: int

    def topics(self) -> frozenset[str]:
        """The board."""
        return frozenset({f"board:{self.board_id}"})


@dataclass(frozen=True, kw_only=True)
class PostChanged(BoardChanged):
    """An idea was sent, edited, reviewed, moved, pinned or supported."""

    author_id: int | None = None

    def people(self) -> frozenset[int]:
        """The author, when a moderator decided."""
        return frozenset() if self.author_id is None else frozenset({self.author_id})


@dataclass(frozen=True, kw_only=True)
class CommentChanged(Event):
    """A comment was sent, taken back or reviewed; it travels with its idea."""

    author_id: int | None = None

    def people(self) -> frozenset[int]:
        """The author, when a moderator decided."""
        return frozenset() if self.author_id is None else frozenset({self.author_id})


@dataclass(frozen=True, kw_only=True)
class VotingChanged(BoardChanged):
    """The phase in which people give points began or ended."""

    def topics(self) -> frozenset[str]:
        """The board, and how far the voting is."""
        return frozenset({f"board:{self.board_id}", f"votes:{self.board_id}"})


@dataclass(frozen=True, kw_only=True)
class PointsGiven(Event):
    """Somebody gave points, or took them back. Only hosts hear of it before the end of the voting."""

    board_id: int

    def topics(self) -> frozenset[str]:
        """How far the voting is."""
        return frozenset({f"votes:{self.board_id}"})


class PostSupported(Event):
    """Somebody supported an idea, or no longer; only the idea's own count changed."""


@dataclass(frozen=True, kw_only=True)
class QuestionChanged(Event):
    """A question to a speaker was asked, taken back, reviewed, pinned, answered or wanted by somebody else too."""

    author_id: int | None = None

    def people(self) -> frozenset[int]:
        """The author, when a moderator decided."""
        return frozenset() if self.author_id is None else frozenset({self.author_id})


class CommitmentsChanged(Event):
    """Somebody made a commitment, changed one or took it back; or a host hid one."""

    def topics(self) -> frozenset[str]:
        """How many there are, and those that everybody may read."""
        return frozenset({"commitments"})


@dataclass(frozen=True, kw_only=True)
class NamesForgotten(Event):
    """Chatham House mode was turned on or off; `whose` are the participants who had named an organisation."""

    whose: frozenset[int] = frozenset()

    def topics(self) -> frozenset[str]:
        """What would tell of organisations."""
        return frozenset({"session", "matches", "pairs", "commitments", "acts"})

    def people(self) -> frozenset[int]:
        """Those whose own things named somebody."""
        return self.whose


class ActDone(Event):
    """A moderator or organiser did something that belongs in the log of acts."""

    def topics(self) -> frozenset[str]:
        """The log."""
        return frozenset({"acts"})
