"""The pytest plugin, run by pytest in a folder of its own."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import ioplife.testing  # noqa: F401 - kept for the tests below, each of which would load it anew

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
LOADED = ("-p", "pytest_ioplife", "-p", "no:cacheprovider")


def test_the_plugin_is_an_entry_point_and_brings_pytest_to_nobody() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert {"pytest_ioplife": "pytest_ioplife"} == project["entry-points"]["pytest11"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(one for extra in extras for one in extra)]
    assert not [one for one in wanted if one.startswith("pytest")]


def test_the_plugin_imports_nothing_of_the_package() -> None:
    """Coverage that starts with the tests would miss what was imported before them."""
    program = "import pytest_ioplife, sys; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "pytest_ioplife" in done.stdout.split()
    assert not {"ioplife", "hypothesis", "pendulum", "attrs"} & {*done.stdout.split()}


def test_a_test_is_run_on_the_day_of_its_marker(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pendulum
        import pytest

        @pytest.mark.today("2023-05-08")
        def test_one(today):
            assert isinstance(today, pendulum.Date)
            assert str(today) == "2023-05-08"

        @pytest.mark.today("2023-09-30", "2023-10-01")
        class TestBothSides:
            def test_each(self, today):
                assert str(today) in {"2023-09-30", "2023-10-01"}

            @pytest.mark.today("2024-02-29")
            def test_the_nearest_counts(self, today):
                assert str(today) == "2024-02-29"

            def test_that_asks_for_no_day(self):
                pass
        """
    )
    done = pytester.runpytest_inprocess(*LOADED, "--strict-markers", "-v")

    done.assert_outcomes(passed=5)
    done.stdout.fnmatch_lines(["*test_one?2023-05-08? PASSED*", "*test_each?2023-10-01? PASSED*"])


def test_a_test_that_names_no_day_is_told_how(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        def test_without(today):
            pass

        @pytest.mark.today
        def test_empty(today):
            pass

        @pytest.mark.today("8 May")
        def test_no_day(today):
            pass
        """
    )
    done = pytester.runpytest_inprocess(*LOADED)

    done.assert_outcomes(errors=3)
    done.stdout.fnmatch_lines(["*say which day it is: @pytest.mark.today*"] * 2)
    done.stdout.fnmatch_lines(["*today: must be a day written YYYY-MM-DD, not '8 May'*"])


def test_a_marker_without_its_fixture_is_no_quiet_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.today("2023-05-08")
        def test_forgot():
            pass
        """
    )
    done = pytester.runpytest_inprocess(*LOADED)

    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*test_forgot names a day and does not take it: def *(today)*"])


def test_the_option_has_golden_timelines_written(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    pytester.makepyfile(
        """
        from pathlib import Path
        from ioplife.testing import Life, golden

        def test_timeline():
            here = Path(__file__).parent
            golden(here / "life.txt", Life("2024-01-01", "P1Y").approved("2023-11-20"),
                   until="2030-12-31")
        """
    )

    pytester.runpytest_inprocess(*LOADED).assert_outcomes(failed=1)
    pytester.runpytest_inprocess(*LOADED, "--ioplife-write").assert_outcomes(passed=1)
    assert (pytester.path / "life.txt").exists()
    pytester.runpytest_inprocess(*LOADED).assert_outcomes(passed=1)


def test_the_option_leaves_the_environment_as_it_was(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.setenv("IOPLIFE_GOLDEN", "no")
    pytester.makepyfile("import os\ndef test_it(): assert os.environ['IOPLIFE_GOLDEN'] == 'write'")
    pytester.runpytest_inprocess(*LOADED, "--ioplife-write").assert_outcomes(passed=1)
    assert "no" == os.environ["IOPLIFE_GOLDEN"]
    monkeypatch.delenv("IOPLIFE_GOLDEN")
    pytester.runpytest_inprocess(*LOADED, "--ioplife-write").assert_outcomes(passed=1)
    assert "IOPLIFE_GOLDEN" not in os.environ
