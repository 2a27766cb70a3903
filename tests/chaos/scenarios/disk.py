"""disk: it is full, its writes fail, another process holds the database, it is read-only at the start."""

import asyncio
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, AsyncExitStack, contextmanager
from pathlib import Path

from tests.chaos.crowd import Crowd, gather_crowd
from tests.chaos.disk import Disk, locked, small_disk
from tests.chaos.history import Json
from tests.chaos.measure import Watch
from tests.chaos.probe import Probe, probing
from tests.chaos.scenario import Figures, Options, Scenario
from tests.chaos.venue import Venue, open_venue

SIZE_MB = 20
STALL_MS = 100.0
HELD_UP_MS = 1000.0  # whoever waits for the database waits at least twice as long
BITES_WITHIN_S = 40
Trouble = Callable[[], AbstractContextManager[None]]


async def run(options: Options, folder: Path) -> Figures:
    """One trouble after the other while people answer; then everything that waited must be saved."""
    phases: list[Json] = []
    async with AsyncExitStack() as stack:
        disk = _disk_if_allowed(stack, folder)
        venue = await stack.enter_async_context(open_venue(folder, options.people, disk=disk))
        await venue.house.start()
        crowd = await stack.enter_async_context(gather_crowd(venue, options))
        probe = await stack.enter_async_context(probing(venue))
        for _ in range(options.rounds):
            for name, trouble in _troubles(venue, folder / "data", disk).items():
                phases.append({"trouble": name, **await _phase(trouble, crowd, probe, options.seconds)})
        clear = disk is None or await _is_clear_about_read_only(venue, disk)
        if disk is not None:
            await crowd.are_back()
        strays = await venue.strays(crowd.everybody)
        if disk is not None:
            disk.fetch(folder / "data")
        lines, is_sound, verdict = venue.house.log_lines(), venue.is_sound(), venue.judge()
    stall = max(phase["longest_stall_ms"] for phase in phases)
    return {
        "rounds": options.rounds,
        "people": options.people,
        "seconds_each": options.seconds,
        "own_disk": disk is not None,
        **venue.does.history.counted(),
        **verdict.counted(),
        "phases": phases,
        "longest_stall_ms": stall,
        "stall_goal_met": stall <= STALL_MS,
        "clear_when_read_only": clear,
        "strays": strays,
        "database_sound": is_sound,
        "log_lines": len(lines),
        "tracebacks": sum('"exception"' in line for line in lines),
        "examples": verdict.examples,
        "held": verdict.held
        and is_sound
        and clear
        and not strays
        and all(phase["told_to_wait"] and not phase["never_saved"] for phase in phases)
        and stall <= HELD_UP_MS,
    }


def _disk_if_allowed(stack: AsyncExitStack, folder: Path) -> Disk | None:
    try:
        return stack.enter_context(small_disk(folder / "disk", SIZE_MB))
    except OSError:
        return None


def _troubles(venue: Venue, data: Path, disk: Disk | None) -> dict[str, Trouble]:
    place, around = (data, ()) if disk is None else (disk.place / data.name, disk.around)
    troubles: dict[str, Trouble] = {
        "locked": lambda: locked(place / "facilitator.db", around),
        "failing": lambda: _failing(venue.house.process_id),
    }
    return troubles if disk is None else {**troubles, "full": lambda: _full(disk)}


async def _phase(trouble: Trouble, crowd: Crowd, probe: Probe, seconds: float) -> Json:
    """People answer before, in and after a trouble; the others look at the clock all the time."""
    await probe.figures()
    waits = crowd.told_to_wait
    crowd.begin()
    await asyncio.sleep(1)
    with trouble():
        await asyncio.sleep(seconds)
        for _ in range(BITES_WITHIN_S):
            if crowd.told_to_wait > waits:
                break
            await asyncio.sleep(1)  # a full disk may have room in the database's own files for a while
    watch = Watch()
    never_saved = await crowd.finish()
    return {
        "told_to_wait": crowd.told_to_wait - waits,
        "never_saved": never_saved,
        "drained_in_s": round(watch.seconds, 2),
        "longest_stall_ms": (await probe.figures())["look_max_ms"],
    }


@contextmanager
def _failing(process_id: int) -> Iterator[None]:
    """Every write fails, also those to the log: what a system does to a disk that it has given up."""
    _, hard = resource.prlimit(process_id, resource.RLIMIT_FSIZE)
    resource.prlimit(process_id, resource.RLIMIT_FSIZE, (1, hard))
    yield
    resource.prlimit(process_id, resource.RLIMIT_FSIZE, (hard, hard))


@contextmanager
def _full(disk: Disk) -> Iterator[None]:
    """There is no room left, neither for the database nor for the log."""
    disk.fill()
    yield
    disk.free()


async def _is_clear_about_read_only(venue: Venue, disk: Disk) -> bool:
    """Killed, and started again on a disk that was made read-only: one sentence; then all is well again."""
    venue.house.kill()
    disk.let_write(allowed=False)
    code, said = await asyncio.to_thread(venue.house.try_in_vain)
    disk.let_write(allowed=True)
    await venue.house.start()
    return code == _WRONG and len(said.splitlines()) == 1


_WRONG = 2

SCENARIO = Scenario(
    promise="When nothing can be saved, nobody is told that it was; and all that waited is saved afterwards.",
    full=Options(rounds=2, people=60, seconds=10),
    run=run,
)
