"""Agreements as documents: TOML for people, JSON and JSON Lines for machines.

The extra ``documents``. ``load`` reads a file and ``load_all`` a folder;
``load_clauses`` reads the terms of a file alone, for an amendment; ``dumps`` writes JSON.
``load_event`` and ``dump_event`` take one event at a time, for a host that keeps one
a row. ``load_indices`` reads what indices were, year by year, and ``load_meetings`` when
boards meet. A document is read strictly,
and all its mistakes come at once, each with its place. ``Original`` takes one event more
into a document where it lies.
"""

from ioplife.documents.answers import (
    dump_change,
    dump_decision,
    dump_flag,
    dump_mistake,
    dump_payment,
    dump_plan,
    dump_refund,
    dump_remark,
    dump_standing,
)
from ioplife.documents.files import (
    Document,
    LoadEach,
    Loaded,
    load,
    load_all,
    load_clauses,
    load_indices,
    load_meetings,
)
from ioplife.documents.mistakes import BadDocument, Mistake, Unreadable, Unwritable
from ioplife.documents.originals import Addition, Original
from ioplife.documents.schemas import schema, schema_text
from ioplife.documents.simulations import dump_simulation, dump_totals
from ioplife.documents.skeletons import skeleton
from ioplife.documents.tables import (
    dump_agreement,
    dump_event,
    dump_terms,
    load_agreement,
    load_event,
    load_terms,
)
from ioplife.documents.texts import dumps, loads

__all__ = [
    "Addition",
    "BadDocument",
    "Document",
    "LoadEach",
    "Loaded",
    "Mistake",
    "Original",
    "Unreadable",
    "Unwritable",
    "dump_agreement",
    "dump_change",
    "dump_decision",
    "dump_event",
    "dump_flag",
    "dump_mistake",
    "dump_payment",
    "dump_plan",
    "dump_refund",
    "dump_remark",
    "dump_simulation",
    "dump_standing",
    "dump_terms",
    "dump_totals",
    "dumps",
    "load",
    "load_agreement",
    "load_all",
    "load_clauses",
    "load_event",
    "load_indices",
    "load_meetings",
    "load_terms",
    "loads",
    "schema",
    "schema_text",
    "skeleton",
]
