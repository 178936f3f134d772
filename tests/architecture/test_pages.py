"""The pages: what is generated is as the code has it, and every link leads somewhere."""

import inspect
import re
from pathlib import Path

import pytest

from ioplife.deadlines import CODES
from tests.architecture import pages as command
from tests.architecture.law import Rank, rank, said
from tests.architecture.pages import DOCS, main, pages
from tests.architecture.reference import RENEW, WHO, guards

FILE = re.compile(r"# [\w-]+\.py\n")
ROOT = DOCS.parent
WRITTEN = sorted([ROOT / "README.md", *DOCS.rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", sorted(pages()), ids=named)
def test_a_generated_page_says_what_the_code_says(path: Path) -> None:
    assert pages()[path] == path.read_text("utf-8")


def test_every_page_that_says_so_is_generated() -> None:
    found = [path for path in WRITTEN if f"\n{RENEW}\n" in path.read_text("utf-8")]

    assert sorted(pages()) == found


def test_the_command_is_content_with_the_pages_as_they_are() -> None:
    assert 0 == main([])


def test_the_command_fails_on_a_stale_page_and_on_a_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale, missing = tmp_path / "stale.md", tmp_path / "missing.md"
    stale.write_text("as it was", "utf-8")
    monkeypatch.setattr(command, "DOCS", tmp_path)
    monkeypatch.setattr(command, "pages", lambda: {stale: "as it is", missing: "new"})

    assert 1 == main([])
    assert "stale.md is stale" in capsys.readouterr().err
    assert 0 == main(["--write"])
    assert 0 == main([])
    assert ["as it is", "new"] == [page.read_text("utf-8") for page in (stale, missing)]


def test_every_flag_says_who_must_act() -> None:
    assert list(CODES) == list(WHO)


@pytest.mark.parametrize("code", CODES)
def test_a_flag_asks_nobody_where_the_page_says_so(code: str) -> None:
    """A rule names who must act as ``who=``; others do so in ``_owed`` or ``_up``."""
    rule = inspect.getsource(CODES[code])
    asks = ("who=" in rule and "who=()" not in rule) or re.search(r"\b_(owed|up)\(", rule)

    assert ("nobody" != WHO[code]) is bool(asks)


def test_every_guard_rests_on_a_source_that_the_page_on_law_explains() -> None:
    cited = {rule.source for rule in guards().values()}

    assert set() == cited - set(said())


def test_the_acts_are_the_local_government_act_alone() -> None:
    acts = {source.paper for source in said() if rank(source) is Rank.ACT}

    assert {"KL (2017:725)"} == acts


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=named)
def test_what_is_printed_on_a_page_is_shown_below_it(path: Path) -> None:
    """Sybil compares what is shown; this finds what is not."""
    fences = re.findall(r"^```(\w+)\n(.*?)^```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    unseen = [
        text
        for (language, text), (below, _) in zip(fences, [*fences[1:], ("", "")], strict=False)
        if language == "python"
        and re.search(r"^\s*print\(", text, re.MULTILINE)
        and below != ("console" if FILE.match(text) else "text")
    ]

    assert [] == unseen


def index_of(page: Path) -> Path:
    """Where a page is to be named: the index of its folder, or of the nearest one around it."""
    around = page.parents if page.name != "README.md" else page.parent.parents
    return next(folder / "README.md" for folder in around if (folder / "README.md").exists())


def targets(page: Path) -> set[Path]:
    """The pages to which a page leads."""
    found = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8"))
    return {(page.parent / target).resolve() for target in found}


def test_every_page_is_named_where_it_says_what_is_where() -> None:
    pages = {page for page in DOCS.rglob("*.md") if page.parent.name != "decisions"}
    lost = [page for page in pages - {DOCS / "README.md"} if page not in targets(index_of(page))]

    assert [] == lost


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", text)
    lost = [
        (file, anchor)
        for file, anchor in targets
        if not (path.parent / file).exists()
        or (anchor and anchor not in anchors(path.parent / file if file else path))
    ]

    assert [] == lost


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
