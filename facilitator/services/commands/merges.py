"""Duplicates on a board."""

from typing import Annotated

from pydantic import Field

from facilitator.services.commands.base import Command, Id, Version

PostIds = Annotated[list[Id], Field(min_length=1, max_length=50)]


class MergePosts(Command):
    """Let one idea stand for others that say the same."""

    board_id: Id
    version: Version
    post_ids: PostIds
    into_id: Id


class SplitPosts(Command):
    """Let merged ideas stand for themselves again."""

    board_id: Id
    version: Version
    post_ids: PostIds
