"""What was erased stays gone: nothing new answers to its number."""

from pathlib import Path

from facilitator.services.sessions import erase
from facilitator.storage import people
from tests.cast import MARIA, NADIA
from tests.factories import Gathering, gather


def owner_of(gathering: Gathering) -> int:
    owner_id = gathering.session().owner_id
    assert owner_id is not None
    return owner_id


def test_a_new_session_and_its_links_never_take_the_ids_of_an_erased_one(gathering: Gathering, tmp_path: Path) -> None:
    def link_ids(each: Gathering) -> set[int]:
        return {link.id for link in each.read(lambda work: people.list_links(work, each.session_id))}

    old_links, old_items = link_ids(gathering), {item.id for item in gathering.items()}
    gathering.write(lambda work: erase(work, owner_of(gathering), gathering.public_id))
    following = gather(tmp_path, database=gathering.database)
    assert following.session_id > gathering.session_id
    assert link_ids(following)
    assert link_ids(following).isdisjoint(old_links)
    assert {item.id for item in following.items()}.isdisjoint(old_items)
    assert following.actor(MARIA).session_id == following.actor(NADIA).session_id == following.session_id
