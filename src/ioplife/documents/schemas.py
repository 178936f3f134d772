"""The schema of documents and answers, as it ships."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Final, cast

FILE: Final = "ioplife-1.schema.json"
"""Its file; the number is the version of the document's form."""

KEY: Final = "$schema"
"""The key by which a document may tell an editor where its schema lies; never read."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of documents, terms, events and answers.

    The root is that of a document; the others are ``#terms``, ``#event``, ``#flag``,
    ``#flag-line``, ``#flags``, ``#plan``, ``#plans``, ``#decision``, ``#standing``,
    ``#simulation`` and ``#simulations``. It is made anew at each call, so that a host may
    change it.
    """
    return cast("dict[str, Any]", json.loads(schema_text()))


def schema_text() -> str:
    """The same as the text of its file, as it lies."""
    return resources.files("ioplife.documents").joinpath(FILE).read_text(encoding="utf-8")
