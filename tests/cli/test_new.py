"""`ioplife new`: what it prints is a document, before and after it is filled in."""

import re
from pathlib import Path

import attrs
import pytest

from ioplife import UNKNOWN, DutyKind, Terms, review
from ioplife.documents import loads, skeleton
from tests.cli.shell import run

LANGUAGES = ("sv", "en")


def filled_in(text: str) -> str:
    """The skeleton with every key said."""
    return re.sub(r"(?m)^#(?=[^ \n])", "", text)


def blocks(text: str) -> list[str]:
    """What stands between blank lines."""
    return text.split("\n\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_prints_a_document_in_which_all_is_unknown(lang: str) -> None:
    result = run("new", "son-2026-1", "--lang", lang)

    agreement = loads(result.stdout)
    assert ("son-2026-1", "", (), ()) == (
        agreement.id,
        agreement.title,
        agreement.events,
        agreement.extra,
    )
    assert Terms() == agreement.terms
    assert ("", 0) == (result.stderr, result.exit_code)


def test_without_an_id_it_has_one_to_change() -> None:
    assert "iop-1" == loads(run("new").stdout).id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_filled_in_it_is_a_document_in_which_all_is_known(lang: str) -> None:
    agreement = loads(filled_in(skeleton("a", lang=lang)))

    unknown = [
        field.name
        for field in attrs.fields(Terms)
        if getattr(agreement.terms, field.name) is UNKNOWN
    ]
    assert [] == unknown
    assert ("iop-0", 1) == (agreement.terms.follows, len(agreement.events))
    assert {"event-to-come"} >= {one.code for one in review(agreement, "2024-06-30")}


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Terms)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_clause_stands_in_it(lang: str, field: str) -> None:
    """As a key to fill in; and what is said of it in words, as `open_ended`, in words."""
    text = skeleton("a", lang=lang)
    key = re.compile(rf"(?m)^#(?:{field} = |\[{field}\]$|\[\[{field}\]\]$)")

    assert key.search(text) or f"`{field} = true`" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sort_of_duty_stands_in_it(lang: str) -> None:
    duties = loads(filled_in(skeleton("a", lang=lang))).terms.duties

    assert isinstance(duties, tuple)
    assert [DutyKind.FOLLOW_UP, DutyKind.MEETING, DutyKind.REPORT] == [one.kind for one in duties]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_can_be_filled_in_block_by_block(lang: str) -> None:
    parts = blocks(skeleton("a", lang=lang))

    for count in range(len(parts)):
        text = "\n\n".join([*map(filled_in, parts[:count]), *parts[count:]])
        assert "a" == loads(text).id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_key_can_be_filled_in_alone(lang: str) -> None:
    for part in blocks(skeleton("a", lang=lang)):
        if "#[[parties.bodies]]" not in part and not part.startswith("id = "):
            assert "a" == loads(f'id = "a"\n{filled_in(part)}').id


def test_both_languages_say_the_same_keys() -> None:
    keys = [
        re.findall(r"(?m)^#(?:([a-z_]+) =|(\[.+\]))", skeleton("a", lang=lang))
        for lang in LANGUAGES
    ]

    names = [[key for key in row if key[0] not in {"case", "arende"}] for row in keys]
    assert names[0] == names[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_longer_than_a_page_is_wide(lang: str) -> None:
    assert [] == [line for line in skeleton("a", lang=lang).splitlines() if len(line) > 100]


def test_the_language_is_that_of_the_environment() -> None:
    assert "En överenskommelse att fylla i" in run("new", LC_ALL="sv_SE.UTF-8").stdout


@pytest.mark.parametrize("ident", ["a b", "å/ä", "", '"'])
def test_an_id_that_is_none_is_wrong_usage(ident: str) -> None:
    result = run("new", ident)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "must be an id" in result.stderr


def test_check_finds_no_mistake_in_it(tmp_path: Path) -> None:
    file = tmp_path / "iop-1.toml"
    file.write_text(run("new").stdout, encoding="utf-8")

    assert 0 == run("check", file, "--strict", "--on", "2024-01-01").exit_code
