"""docs/protocol.md says what the server does."""

from pathlib import Path

from facilitator import contract, protocol
from facilitator.domain.errors import Refusal
from facilitator.domain.permissions import MAY
from facilitator.services.registry import COMMANDS

PAGE = Path(__file__).parent.parent / "docs" / "protocol.md"


def test_the_page_is_the_one_that_the_code_writes() -> None:
    assert PAGE.read_text() == protocol.page()


def test_every_command_is_in_the_table_of_permissions_and_on_the_page() -> None:
    page = PAGE.read_text()
    for name in COMMANDS:
        assert MAY[name]
        assert f"| `{name}` |" in page


def test_every_refusal_has_a_code_of_its_own_and_says_what_to_do() -> None:
    codes = [refusal.code for refusal in contract.refusals()]
    assert len(codes) == len(set(codes)) > 20
    assert Refusal.code not in codes
