"""The command line: up, serve, migrate, settings, and what works on sessions."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from facilitator import exporting, log
from facilitator.domain.errors import Refusal
from facilitator.settings import SettingError, Settings, load

WRONG = 2
P = ParamSpec("P")


def one_sentence(command: Callable[P, None]) -> Callable[P, None]:
    """What cannot be done is said in one clear sentence, with exit code 2."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (Refusal, SettingError, ValueError) as wrong:
            click.echo(getattr(wrong, "message", None) or str(wrong), err=True)
            sys.exit(WRONG)
        except OSError as wrong:
            place = f" ({wrong.filename})" if wrong.filename else ""
            click.echo(f"The data folder cannot be used: {wrong.strerror}{place}.", err=True)
            sys.exit(WRONG)

    return run


@click.group()
def main() -> None:
    """Facilitator runs live peer-learning sessions."""


@main.command()
@one_sentence
def up() -> None:
    """Migrate, prepare a ready session, print the links, serve."""
    from facilitator import serving  # noqa: PLC0415  the other commands start faster without it

    serving.serve(_settings(), with_welcome=True)


@main.command()
@one_sentence
def serve() -> None:
    """Migrate and serve."""
    from facilitator import serving  # noqa: PLC0415

    serving.serve(_settings(), with_welcome=False)


@main.command()
@one_sentence
def migrate() -> None:
    """Bring the database to what this version expects."""
    from facilitator.storage.database import Database  # noqa: PLC0415
    from facilitator.storage.migrate import migrate as run  # noqa: PLC0415

    settings = _settings()
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    run(Database(settings.database))
    click.echo("The database is up to date.")


@main.command()
@one_sentence
def settings() -> None:
    """List every setting with its value, its default and what it does."""
    values = load()
    for name, field in Settings.model_fields.items():
        variable = field.alias or f"FACILITATOR_{name.upper()}"
        click.echo(f"{variable}={getattr(values, name)}\n    {field.description} Default: {field.default}.")


@main.command()
@click.option("--people", default=120, show_default=True, type=click.IntRange(8, 500), help="How many take part.")
@click.option("--seed", default=1, show_default=True, help="The same number plays the same session.")
@click.option("--keep", is_flag=True, help="Keep the data, so that `up` can show it.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
@one_sentence
def demo(people: int, seed: int, *, keep: bool, as_json: bool) -> None:
    """Play a whole session with simulated people, and compare its exports with what they were told."""
    from facilitator.demo.run import run  # noqa: PLC0415  its libraries are for development

    sys.exit(0 if run(people=people, seed=seed, keep=keep, as_json=as_json) else 1)


main.command("export")(one_sentence(exporting.export_session))
main.command("import")(one_sentence(exporting.import_definition))


def _settings() -> Settings:
    values = load()
    log.set_up(values.log_level)
    return values


if __name__ == "__main__":
    main()
