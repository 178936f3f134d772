"""The pages on dates: a rule a page, each in the same short form."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

import attrs

from tests.architecture.law import said

FOLDER: Final = Path(__file__).parents[2] / "docs" / "explanation" / "dates"
TABLES: Final = ("README.md", "clauses.md")
"""The pages that are no rule: what is where, and what clauses become."""

FORM: Final = re.compile(
    r"# (?P<title>[^\n]+)\n\n"
    r"\*\*The trap\.\*\* (?P<trap>.+?)\n\n"
    r"\*\*The reading\.\*\* (?P<reading>.+?)\n\n"
    r"\*\*Source\.\*\* (?P<source>.+?)\n\n"
    r"```python\n(?P<example>.+?)```\n\n"
    r"\*\*Tested\.\*\* (?P<tested>.+?)\n",
    re.DOTALL,
)

_PARAGRAPHS: Final = ("trap", "reading", "source", "tested")
_ACT: Final = re.compile(r"(?:KL|[Ll]ag) \(\d{4}:\d+\)")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ\"“])")


@attrs.frozen
class Page:
    """One rule on dates, as its page has it.

    Attributes:
        path: the page.
        title: its heading.
        trap: what goes wrong elsewhere.
        reading: the reading chosen.
        source: where it comes from.
        example: what runs.
        tested: the tests that hold it.
    """

    path: Path
    title: str
    trap: str
    reading: str
    source: str
    example: str
    tested: str

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """The page; None where it has another form."""
        match = FORM.fullmatch(path.read_text("utf-8"))
        if match is None or any("\n\n" in match[name] for name in _PARAGRAPHS):
            return None
        return cls(path, **match.groupdict())

    @property
    def cites(self) -> tuple[str, ...]:
        """The acts and the sources of the library that it rests on."""
        line = " ".join(self.source.split())
        cited = {one.cite for one in said() if one.cite in line}
        return tuple(sorted((*cited, *_ACT.findall(line), *re.findall("SON 20[0-9-]+", line))))


def rules() -> list[Path]:
    """The pages that are each a rule."""
    return sorted(path for path in FOLDER.glob("*.md") if path.name not in TABLES)


def sentences(text: str) -> int:
    """How many sentences a paragraph has."""
    return len(_SENTENCE.split(" ".join(text.split())))


def named_tests(page: Path, text: str) -> Iterator[tuple[Path, str]]:
    """Each test that is named after a link to its file, with that file."""
    file = page
    for target, name in re.findall(r"\]\(([^)]+\.py)\)|`(test_\w+)`", text):
        if target:
            file = page.parent / target
        else:
            yield file, name


def has_test(file: Path, name: str) -> bool:
    """Whether a file of tests is there, and has a test of that name."""
    if file.suffix != ".py" or not file.exists():
        return False
    return re.search(rf"^\s*def {name}\(", file.read_text("utf-8"), re.MULTILINE) is not None
