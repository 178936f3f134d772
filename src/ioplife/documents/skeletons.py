"""An agreement to fill in, every clause explained and none of them stated."""

from __future__ import annotations

from importlib import resources
from typing import Final

from ioplife.checks import as_ident
from ioplife.errors import BadValue

LANGUAGES: Final = ("sv", "en")

_ID: Final = 'id = "iop-1"'


def skeleton(ident: str = "iop-1", *, lang: str = "en") -> str:
    """A TOML document to fill in; as it stands, all but its id is unknown.

    Args:
        ident: the id of the agreement.
        lang: the language of the explanations: Swedish (``sv``) or English (``en``).

    Raises:
        BadValue: for an id that is none, and for another language.
    """
    as_ident(ident, "id")
    if lang not in LANGUAGES:
        raise BadValue("lang", lang, f"must be {' or '.join(LANGUAGES)}")
    shipped = resources.files("ioplife.documents").joinpath(f"new.{lang}.toml")
    return shipped.read_text(encoding="utf-8").replace(_ID, f'id = "{ident}"', 1)
