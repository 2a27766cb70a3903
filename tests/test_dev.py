"""The one door to the checkout says what it does, and what it does not."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "dev", *words], capture_output=True, text=True, check=False, timeout=20)


def test_help_lists_every_task_that_there_is() -> None:
    script = (ROOT / "dev").read_text()
    tasks = set(re.findall(r"^    ([a-z]+)\) ", script[script.index("case $task in") :], re.MULTILINE))

    listed = set(re.findall(r"^\./dev ([a-z]+)", ask("help").stdout, re.MULTILINE))

    assert listed - {"help"} == tasks
    assert {"up", "test", "check"} < tasks


@pytest.mark.parametrize("words", [(), ("-h",), ("--help",)])
def test_help_is_what_you_get_when_you_ask_for_nothing_else(words: tuple[str, ...]) -> None:
    assert ask(*words).stdout == ask("help").stdout


def test_an_unknown_task_is_named_and_refused() -> None:
    answer = ask("dance")

    assert answer.returncode == 2
    assert answer.stderr.splitlines()[-1] == "There is no ./dev dance."
    assert answer.stdout == ""
