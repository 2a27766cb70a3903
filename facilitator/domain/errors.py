"""The one family of coded refusals.

A refusal is part of the product: a person reads its sentence, a browser acts on its code.
Nothing here knows HTTP or sockets; each edge translates `kind` once.
"""

from collections.abc import Sequence
from typing import ClassVar, Literal

Kind = Literal["bad", "forbidden", "missing", "conflict", "gone", "too_big", "too_fast", "busy"]
Detail = str | int | bool | None


class Refusal(Exception):  # noqa: N818  a refusal is an answer, not an error
    """A command or page that is refused, with a code, a kind and a sentence.

    `code` is stable and documented in docs/protocol.md; `kind` tells the edges which status to use;
    `message` says what happened, whether the answer is safe, and what to do; `retry` is True when
    sending the same thing again later can succeed.
    """

    code: ClassVar[str] = "refused"
    kind: ClassVar[Kind] = "bad"
    says: ClassVar[str] = "This was refused. Nothing was changed."
    retry: ClassVar[bool] = False

    def __init__(self, message: str | None = None, **details: Detail) -> None:
        self.message = message or self.says
        self.details = details
        super().__init__(f"{self.code}: {self.message}")


class BadShape(Refusal):
    """The command or page request does not have the published shape."""

    code = "bad_shape"
    says = "The message was not understood. Nothing was changed. Reload the page and try again."


class UnknownCommand(Refusal):
    """No command has this name."""

    code = "unknown_command"
    says = "This installation does not know that command. Nothing was changed. Reload the page."


class BadText(Refusal):
    """A text holds characters that cannot be stored or shown."""

    code = "bad_text"
    says = "The text holds characters that cannot be shown. It was not saved. Remove them and send it again."


class TextTooLong(Refusal):
    """A text is longer than its limit; `limit` is in characters."""

    code = "text_too_long"
    says = "The text is too long. It was not saved. Shorten it and send it again."


class TextMissing(Refusal):
    """A text that is needed is empty."""

    code = "text_missing"
    says = "There is no text yet. Nothing was sent. Write something and send it again."


class TooBig(Refusal):
    """A message is larger than the edge takes."""

    code = "too_big"
    kind = "too_big"
    says = "The message is too large. Nothing was saved. Shorten it and send it again."


class OpReused(Refusal):
    """The same `op_id` came with another command."""

    code = "op_reused"
    kind = "conflict"
    says = "This number was used for another act before. Nothing was changed. Reload the page and try again."


class Superseded(Refusal):
    """A later command of the same sender has taken the place of this one, which arrived after it."""

    code = "superseded"
    kind = "conflict"
    says = "You sent something newer in the meantime, and that is saved. Nothing was changed by this."


class TicketUnknown(Refusal):
    """The ticket, link or cookie is not known here."""

    code = "ticket_unknown"
    kind = "forbidden"
    says = "This device is not part of the session. Nothing was changed. Join again with the code."


class LinkRevoked(Refusal):
    """The personal link was revoked."""

    code = "link_revoked"
    kind = "forbidden"
    says = "This link was revoked. Nothing was changed. Ask the organiser for a new one."


class NotAllowed(Refusal):
    """The actor's role may not do this."""

    code = "not_allowed"
    kind = "forbidden"
    says = "Your link does not allow this. Nothing was changed. Ask the organiser."


class SignInFailed(Refusal):
    """The e-mail address and password do not match, or the sign-in link was used."""

    code = "sign_in_failed"
    kind = "forbidden"
    says = "That did not match. Check the address and the password, and try again."


class NotFound(Refusal):
    """There is no such thing in this session."""

    code = "not_found"
    kind = "missing"
    says = "This does not exist in this session. Nothing was changed. Reload the page."


class CodeUnknown(Refusal):
    """No session has this code."""

    code = "code_unknown"
    kind = "missing"
    says = "We cannot find a session with this code. Check the code on the screen."


class TooEarly(Refusal):
    """The doors of the session are not open yet."""

    code = "too_early"
    kind = "conflict"
    retry = True
    says = "The doors are not open yet. Nothing is lost. This page will change by itself."


class DoorsLocked(Refusal):
    """The host has closed the door for newcomers."""

    code = "doors_locked"
    kind = "conflict"
    retry = True
    says = "The host has closed the door. Ask them to let you in."


class SessionEnded(Refusal):
    """The session is over."""

    code = "session_ended"
    kind = "gone"
    says = "The session has ended. What you sent before is saved. Nothing more can be sent."


class NotLive(Refusal):
    """The session is not in the state that the act needs."""

    code = "wrong_state"
    kind = "conflict"
    says = "The session is not at that point. Nothing was changed. Look at the run of show."


class PollNotOpen(Refusal):
    """The question has not been opened."""

    code = "poll_not_open"
    kind = "conflict"
    says = "This question is not open yet. Your answer was not counted. Wait until the host opens it."


class PollClosed(Refusal):
    """The question was closed before the answer arrived."""

    code = "poll_closed"
    kind = "conflict"
    says = "Voting closed before your answer arrived. It was not counted."


class WrongAnswer(Refusal):
    """The answer does not fit the question: kind, unknown option, too few or too many choices."""

    code = "wrong_answer"
    says = "The answer does not fit the question. It was not counted. Check it and send it again."


class BoardClosed(Refusal):
    """The board takes no ideas now."""

    code = "board_closed"
    kind = "conflict"
    says = "The board is not open for ideas. Your idea was not sent. It stays on this device."


class PostSettled(Refusal):
    """An idea that was reviewed can no longer be changed by its author."""

    code = "post_settled"
    kind = "conflict"
    says = "The host has already reviewed this idea. It was not changed."


class QuestionsClosed(Refusal):
    """Nobody may ask the speakers now."""

    code = "questions_closed"
    kind = "conflict"
    says = "The speakers take no questions now. Your question was not sent. It stays on this device."


class Overtaken(Refusal):
    """Somebody changed the thing first (compare-and-set); details: by, act, at_ms."""

    code = "overtaken"
    kind = "conflict"
    says = "Somebody changed this first. Nothing was changed by you. Look again and decide."


class StillInUse(Refusal):
    """The definition cannot be changed because answers exist or the session is live."""

    code = "still_in_use"
    kind = "conflict"
    says = "People have already answered. Texts can be corrected, but nothing can be removed."


class TooFast(Refusal):
    """Too many tries in a short time; details: wait_s."""

    code = "too_fast"
    kind = "too_fast"
    retry = True
    says = "Too many tries in a short time. Your answers are safe. Wait a moment and try again."


class Busy(Refusal):
    """The installation cannot store anything at this moment."""

    code = "busy"
    kind = "busy"
    retry = True
    says = "We cannot save at this moment. Your answer is kept on this device. We keep trying."


class Restarting(Refusal):
    """The server is about to restart; `retry_in_ms` says when to come back."""

    code = "restarting"
    kind = "busy"
    retry = True
    says = "The server restarts. Your answers are safe. This page comes back by itself."


class Trouble(Refusal):
    """Something went wrong on our side; details: reference."""

    code = "trouble"
    kind = "busy"
    retry = True
    says = "Something went wrong on our side. Your saved answers are safe. Reload the page."


class DefinitionWrong(Refusal):
    """A session definition has mistakes; `mistakes` names each in a sentence, with its line."""

    code = "definition_wrong"
    says = "The session definition has mistakes. Nothing was changed."

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = list(mistakes)
        super().__init__(" ".join([self.says, *self.mistakes]))


class CannotStart(Refusal):
    """The installation cannot start: one clear sentence, exit code 2."""

    code = "cannot_start"
    says = "Facilitator cannot start."
