from pathlib import Path
from typing import Any

import pytest

import ioplife as iop
from ioplife.testing import Life, NotWritten, chronicle, golden

LIFE = Life("2024-01-01", "P1Y").approved("2023-11-20").signed("2023-12-01")
UNTIL = "2030-12-31"
TEXT = """\
2023-11-20 initiated #1: None -> initiative
    b took the initiative
    on 2023-11-19: None, in force no, last day 2024-12-31, 408 days left, reason None
    on 2023-11-20: approved, in force no, last day 2024-12-31, 407 days left, reason None
"""


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a person runs it: neither in CI nor told to write."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("IOPLIFE_GOLDEN", raising=False)


def test_a_timeline_that_is_written_is_the_one_that_is_compared(tmp_path: Path) -> None:
    file = tmp_path / "new" / "life.txt"
    golden(file, LIFE, until=UNTIL, write=True)

    assert file.read_text("utf-8").startswith(TEXT)
    assert b"\r" not in file.read_bytes()
    golden(file, LIFE, until=UNTIL)
    golden(str(file), LIFE.agreement, until=UNTIL, write=False)


def test_the_changed_lines_are_told_and_how_to_mean_them(tmp_path: Path) -> None:
    file = tmp_path / "life.txt"
    golden(file, LIFE, until=UNTIL, write=True)

    with pytest.raises(AssertionError) as failure:
        golden(file, LIFE.rescinded("2024-06-30"), until=UNTIL)
    told = str(failure.value).splitlines()
    assert f"{file} says something else; if this is meant: IOPLIFE_GOLDEN=write" in told[0]
    assert "+2024-06-30 rescinded #6: active -> active" in told
    assert "-2025-01-01 ~runs-out: active -> terminated" in told
    assert "     b took the initiative" not in told


def test_a_file_that_ends_its_lines_in_another_way_is_another(tmp_path: Path) -> None:
    file = tmp_path / "life.txt"
    golden(file, LIFE, until=UNTIL, write=True)
    file.write_text(file.read_text("utf-8").rstrip("\n"), "utf-8")

    with pytest.raises(AssertionError, match="the ends of its lines differ"):
        golden(file, LIFE, until=UNTIL)


def test_what_is_not_there_is_told_and_not_written(tmp_path: Path) -> None:
    file = tmp_path / "life.txt"

    with pytest.raises(AssertionError, match=r"life\.txt is not there; if this is meant"):
        golden(file, LIFE, until=UNTIL)
    assert not file.exists()


def test_the_environment_has_it_written_unless_the_caller_says_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IOPLIFE_GOLDEN", "write")
    with pytest.raises(AssertionError, match="is not there"):
        golden(tmp_path / "life.txt", LIFE, until=UNTIL, write=False)
    golden(tmp_path / "life.txt", LIFE, until=UNTIL)

    assert (tmp_path / "life.txt").exists()


@pytest.mark.parametrize("write", [True, None])
def test_nothing_is_written_in_ci(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: bool | None,  # noqa: FBT001 - what is tried
) -> None:
    monkeypatch.setenv("IOPLIFE_GOLDEN", "write")
    monkeypatch.setenv("CI", "true")

    with pytest.raises(NotWritten, match="never written"):
        golden(tmp_path / "life.txt", LIFE, until=UNTIL, write=write)
    assert not (tmp_path / "life.txt").exists()
    monkeypatch.setenv("CI", "false")
    golden(tmp_path / "life.txt", LIFE, until=UNTIL, write=write)


def test_what_is_owed_is_told_beside_it(tmp_path: Path) -> None:
    duty = iop.Duty("report", "report", iop.PerWindow(1, "P1Y"), who="b")
    life = Life("2024-01-01", "P1Y", duties=[duty]).approved("2023-11-20").signed("2023-12-01")
    golden(tmp_path / "life.txt", life, until=UNTIL, owed="2024-06-01", write=True)

    assert (
        (tmp_path / "life.txt")
        .read_text("utf-8")
        .endswith(
            "\nowed on 2024-06-01:\n"
            "report#1 report: 2024-01-01..2024-12-31 due 2024-12-31 open; agreement; b; None\n"
        )
    )


def test_a_chronicle_tells_each_change_with_its_cause_and_no_more_unless_asked() -> None:
    assert TEXT == "".join(
        f"{line}\n"
        for line in chronicle(LIFE.agreement, until="2023-11-20", standings=True).splitlines()[:4]
    )
    assert "2023-11-20 initiated #1: None -> initiative\n    b took the initiative\n" in chronicle(
        LIFE.agreement, until="2023-11-20"
    )
    assert "on 2023" not in chronicle(LIFE.agreement, until=UNTIL)


def test_a_cause_is_told_with_its_paper() -> None:
    paper = iop.Source("SON 2021-404", "§ 13")
    told = chronicle(LIFE.noted("2024-02-01", basis=paper).agreement, until="2024-02-01")

    assert told.endswith("   [SON 2021-404, § 13]\n")


def test_a_file_in_another_encoding_says_something_else(tmp_path: Path) -> None:
    file = tmp_path / "life.txt"
    file.write_bytes("Kafé Ängen\n".encode("latin-1"))

    with pytest.raises(AssertionError, match=r"life\.txt says something else"):
        golden(file, LIFE, until=UNTIL)


def test_what_is_no_agreement_is_refused_by_name(tmp_path: Path) -> None:
    strange: Any = "life"
    with pytest.raises(iop.BadValue, match="agreement: must be of the kind Agreement"):
        golden(tmp_path / "life.txt", strange, until=UNTIL, write=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, write: bool) -> None:  # noqa: FBT001 - both ways
    with pytest.raises(iop.BadValue, match="path: must be a file, not a folder"):
        golden(tmp_path, LIFE, until=UNTIL, write=write)
