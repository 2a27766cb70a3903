"""Clusters of ideas. All compare the version of the board, so that hosts do not sort against one another."""

from typing import Annotated

from pydantic import Field

from facilitator.services.commands.base import Command, Id, Version


class Place(Command):
    """Where an idea belongs: in a cluster, or in none."""

    post_id: Id
    cluster_id: Id | None


Places = Annotated[list[Place], Field(max_length=500)]
PostIds = Annotated[list[Id], Field(max_length=500)]


class AddCluster(Command):
    """Make a cluster, with ideas that go into it at once."""

    board_id: Id
    version: Version
    title: str
    post_ids: PostIds = Field(default_factory=list)


class RenameCluster(Command):
    """Call a cluster something else."""

    board_id: Id
    version: Version
    cluster_id: Id
    title: str


class MergeClusters(Command):
    """Put the ideas of one cluster into another, and dissolve the first."""

    board_id: Id
    version: Version
    cluster_id: Id
    into_id: Id


class DissolveCluster(Command):
    """Let the ideas of a cluster go. `places` says where some of them go instead of into no cluster."""

    board_id: Id
    version: Version
    cluster_id: Id
    places: Places = Field(default_factory=list)


class RestoreCluster(Command):
    """Bring a dissolved cluster back, with these ideas."""

    board_id: Id
    version: Version
    cluster_id: Id
    post_ids: PostIds


class GroupPosts(Command):
    """Put ideas into clusters, or out of them."""

    board_id: Id
    version: Version
    places: Annotated[Places, Field(min_length=1)]
