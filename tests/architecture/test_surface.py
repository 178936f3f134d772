import ioplife
from tests.architecture.surface import RECORD, RENEW, surface


def test_the_public_surface_is_the_recorded_one() -> None:
    assert RECORD.read_text(encoding="utf-8") == surface(), f"if this is meant, run: {RENEW}"


def test_no_name_is_public_twice() -> None:
    assert len(set(ioplife.__all__)) == len(ioplife.__all__)


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    silent = {
        name
        for name in ioplife.__all__
        if isinstance(getattr(ioplife, name), type) and not getattr(ioplife, name).__doc__
    }

    assert set() == silent
