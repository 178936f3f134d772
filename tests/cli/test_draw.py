"""`ioplife draw`: the lifecycle, and where an agreement stands in it."""

from pathlib import Path

import pytest

from ioplife import LIFECYCLE
from tests.cli.shell import LINKOPING, SON, document, run, write

ON = ("--on", "2023-05-08")


@pytest.mark.parametrize("form", ["mermaid", "md"])
def test_the_lifecycle_is_drawn(form: str) -> None:
    result = run("draw", "--format", form)

    assert (f"{LIFECYCLE:{form}}\n", "", 0) == (result.stdout, result.stderr, result.exit_code)


def test_the_state_is_marked_in_mermaid() -> None:
    result = run("draw", SON, *ON)

    assert (
        f"{LIFECYCLE:mermaid}\n"
        "    classDef here stroke-width:4px,font-weight:bold\n"
        "    class active here\n"
    ) == result.stdout
    assert "on 2023-05-08\nson-2021-404 stands in the state active\n" == result.stderr


def test_the_state_is_marked_in_markdown() -> None:
    result = run("draw", SON, "--on", "2023-10-01", "--format", "md", "--lang", "sv")

    assert f"{LIFECYCLE:md}\n" == result.stdout.replace("**terminated**", "terminated")
    assert "| `closed` | **terminated**, renewed | the same |" in result.stdout
    assert "son-2021-404 är i läget avslutad\n" in result.stderr


def test_before_the_first_event_no_state_is_marked(tmp_path: Path) -> None:
    write(tmp_path, [document("a", events=[])])

    result = run("draw", tmp_path / "a.json", *ON)

    assert f"{LIFECYCLE:mermaid}\n" == result.stdout
    assert "a stands in the state not begun\n" in result.stderr


def test_a_day_without_a_file_is_wrong_usage() -> None:
    result = run("draw", *ON)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "--on asks where an agreement stands; name its FILE" in result.stderr


def test_several_agreements_are_drawn_in_vain() -> None:
    assert "holds 11 agreements; draw takes one" in run("draw", LINKOPING, *ON).stderr


def test_what_cannot_be_read_is_two(tmp_path: Path) -> None:
    result = run("draw", tmp_path / "gone.toml", *ON)

    assert (2, "") == (result.exit_code, result.stdout)
