"""``ioplife check``: what is wrong in documents, what does not agree, what is not yet there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from ioplife.agreement import Agreement
from ioplife.chains import Chain
from ioplife.cli import output
from ioplife.cli.exits import Exit, gravest
from ioplife.cli.inputs import left_out, nothing_in
from ioplife.cli.options import Asked
from ioplife.cli.streams import Write, clean, data, talk
from ioplife.documents import Document, Loaded, Mistake, dump_mistake, dump_remark, load_all
from ioplife.messages import phrase
from ioplife.remarks import Remark, Weight, review
from ioplife.renewal import chains_of
from ioplife.succession import review_chain


def answer(paths: Sequence[str], asked: Asked, *, strict: bool) -> Exit:
    """Read every document, and write all that is found in them, file by file."""
    asked.tell()
    loaded = load_all(tuple(dict.fromkeys(paths)), stdin=sys.stdin)
    left_out(loaded.others)
    unread = [one for one in loaded.mistakes if one.unread]
    if not loaded.documents and not loaded.mistakes:
        unread = nothing_in(paths)
    for mistake in unread:
        talk(str(mistake))
    mistakes = [one for one in loaded.mistakes if not one.unread]
    remarks = list(_remarks(loaded, asked))
    with data(portable=asked.form == "json") as write:
        if asked.form == "json":
            findings = [*map(_mistaken, mistakes), *(_remarked(*one, asked) for one in remarks)]
            found = {
                "on": str(asked.on),
                "policy": asked.policy.name,
                "documents": len(loaded.documents),
                "findings": findings,
                "unread": [dump_mistake(one) for one in unread],
            }
            output.one_object(found, write)
        else:
            _lines(mistakes, remarks, asked.lang, write)
    warned = any(remark.weight is Weight.WARNING for _document, remark in remarks)
    _sum_up(loaded, mistakes, remarks, asked.lang)
    return gravest(
        Exit.UNREADABLE if unread else Exit.DONE,
        Exit.REFUSED if mistakes or (strict and warned) else Exit.DONE,
    )


def _remarks(loaded: Loaded, asked: Asked) -> Iterator[tuple[Document, Remark]]:
    """What is told of each document, and then of those that it follows or is followed by."""
    chains = chains_of(loaded.agreements, asked.on)
    chain_of = {link.id: chain for chain in chains for link in chain.links}
    linked: dict[str, list[Remark]] = {}
    for chain in chains:
        for ident, remark in review_chain(chain):
            linked.setdefault(ident, []).append(remark)
    for document in loaded.documents:
        ident = document.agreement.id
        own = _reviewed(document.agreement, chain_of.get(ident), asked)
        told = (*own, *linked.get(ident, ()))
        for remark in sorted(told, key=lambda one: one.weight is not Weight.WARNING):
            yield document, remark


def _reviewed(agreement: Agreement, chain: Chain | None, asked: Asked) -> tuple[Remark, ...]:
    return asked.calendar.ask(
        lambda calendar: review(
            agreement, asked.on, policy=asked.policy, chain=chain, is_working_day=calendar
        ),
        lambda remarks: [(remark.code, remark.weight, remark.number) for remark in remarks],
    )


def _lines(
    mistakes: Sequence[Mistake],
    remarks: Sequence[tuple[Document, Remark]],
    lang: str,
    write: Write,
) -> None:
    """One finding a line, its file first, as compilers have it."""
    for one in mistakes:
        told = ": ".join(filter(None, (phrase("mistake", lang), one.path, one.message)))
        write(clean(f"{_place(one.file, one.line)}: {told}") + "\n")
    for document, remark in remarks:
        source = f"   [{remark.source.cite}]" if remark.source else ""
        told = f"{phrase(remark.weight, lang)}: {remark.text(lang)}{source}"
        write(clean(f"{_place(document.file, document.line)}: {told}") + "\n")


def _place(file: str, line: int | None) -> str:
    return file if line is None else f"{file}:{line}"


def _sum_up(
    loaded: Loaded,
    mistakes: Sequence[Mistake],
    remarks: Sequence[tuple[Document, Remark]],
    lang: str,
) -> None:
    weights = [remark.weight for _document, remark in remarks]
    talk(
        phrase(
            "found",
            lang,
            agreements=len(loaded.documents),
            mistakes=len(mistakes),
            warnings=weights.count(Weight.WARNING),
            unfinished=weights.count(Weight.NOT_YET),
        )
    )


def _mistaken(mistake: Mistake) -> dict[str, Any]:
    return {
        "file": mistake.file,
        "line": mistake.line,
        "agreement": None,
        "strength": "mistake",
        "code": "mistake",
        "path": mistake.path,
        "event": None,
        "sentence": mistake.message,
        "facts": {},
        "source": None,
    }


def _remarked(document: Document, remark: Remark, asked: Asked) -> dict[str, Any]:
    head = {"file": document.file, "line": document.line, "agreement": document.agreement.id}
    return head | dump_remark(remark, lang=asked.lang)
