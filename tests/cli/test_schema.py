"""``ioplife schema``, and what the other commands write, held against it."""

import json

import pytest

from ioplife.documents import schema_text
from tests.cli.shell import SON, run
from tests.documents.validators import accepts, accepts_too


def test_it_prints_the_file_as_it_lies() -> None:
    found = run("schema")

    assert (0, schema_text(), "") == (found.exit_code, found.stdout, found.stderr)


def told(*arguments: object) -> str:
    return run(*arguments, "--on", "2023-05-31").stdout


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_flag_writes_is_as_it_says(lang: str) -> None:
    whole = json.loads(told("flag", SON, "no-such.toml", "--format", "json", "--lang", lang))
    lines = told("flag", SON, "--format", "jsonl", "--lang", lang).splitlines()

    assert whole["flags"]
    assert whole["unread"]
    assert accepts(whole, "#flags")
    assert accepts_too(whole, "#flags")
    assert lines
    assert all(accepts(json.loads(line), "#flag-line") for line in lines)


def test_what_ask_writes_is_as_it_says() -> None:
    decision = json.loads(told("ask", SON, "notice_given", "by=linkoping", "--format", "json"))

    assert accepts(decision, "#decision")
    assert accepts_too(decision, "#decision")
