"""docs/command.md says what the command does, and leaves nothing of it out."""

import re
from pathlib import Path

import click
import pytest

from ioplife.cli import main
from ioplife.cli.exits import Exit
from tests.cli.page import DOCS, PAGE, RENEW, blocks, commands, pages, played, renewed

COMMANDS: dict[str, click.Command] = dict(main.commands)


@pytest.mark.parametrize("block", blocks(), ids=lambda block: commands(block)[0])
def test_what_the_page_shows_is_what_is_printed(block: str) -> None:
    assert played(block) == block, f"if this is meant, run: {RENEW}"


@pytest.mark.parametrize(
    "page", [one for one in pages() if one != PAGE], ids=lambda page: str(page.relative_to(DOCS))
)
def test_what_another_page_shows_is_what_is_printed(page: Path) -> None:
    assert renewed(page) == page.read_text("utf-8"), f"if this is meant, run: {RENEW}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_chapter_and_its_help(name: str) -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert f"`{name}`\n\n```console\n$ ioplife {name} --help\n" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_at_work(name: str) -> None:
    typed = [command for block in blocks() for command in commands(block)]

    assert [one for one in typed if f"ioplife {name} " in one and "--help" not in one]


@pytest.mark.parametrize(
    "form",
    sorted(
        form
        for command in COMMANDS.values()
        for option in command.params
        if option.name == "form" and isinstance(option.type, click.Choice)
        for form in option.type.choices
    ),
)
def test_every_format_is_shown(form: str) -> None:
    typed = [command for block in blocks() for command in commands(block)]

    assert form in {"table", "text"} or [one for one in typed if f"--format {form}" in one]


def test_every_exit_code_is_explained() -> None:
    rows = re.findall(r"^\| (\d) \| .+ \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert [str(one.value) for one in Exit] == rows
