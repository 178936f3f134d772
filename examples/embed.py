"""ioplife inside a service: the host's own table, its own transaction, its own answers.

The shipped agreement is real. Every event that is asked about here is a *what if*: nothing
of it is known to have happened, and the database is gone when the script ends.

python examples/embed.py
"""
# ruff: noqa: INP001, T201 - a script, and it prints

import json
import sqlite3
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from typing import Any

import ioplife as iop
from ioplife.documents import (
    BadDocument,
    dump_decision,
    dump_event,
    dump_mistake,
    dump_terms,
    load,
    load_event,
    load_terms,
)

SHIPPED = Path(__file__).parent / "linkoping" / "son-2021-404.toml"

TABLES = """
    create table agreement (id text primary key, title text not null, terms text not null);
    create table event (
        id text not null references agreement,
        seq integer not null,
        data text not null,
        unique (id, seq)
    );
"""
"""One event a row. Of two writers who have read the same rows, ``unique`` lets one through."""

STATUS = {
    iop.Answer.NO: HTTPStatus.CONFLICT,  # the agreement does not allow it
    iop.Answer.UNKNOWN: HTTPStatus.UNPROCESSABLE_ENTITY,  # find something out first
}


def keep(db: sqlite3.Connection, agreement: iop.Agreement) -> None:
    """Take an agreement in, as it stands."""
    terms = json.dumps(dump_terms(agreement.terms), ensure_ascii=False)
    db.execute("insert into agreement values (?, ?, ?)", (agreement.id, agreement.title, terms))
    for seq, event in enumerate(agreement.events, 1):
        append(db, agreement.id, seq, event)


def append(db: sqlite3.Connection, agreement_id: str, seq: int, event: iop.Event) -> None:
    """Write one event as one row."""
    data = json.dumps(dump_event(event), ensure_ascii=False)
    db.execute("insert into event values (?, ?, ?)", (agreement_id, seq, data))


def read(db: sqlite3.Connection, agreement_id: str) -> iop.Agreement:
    """The agreement of the rows."""
    title, terms = db.execute(
        "select title, terms from agreement where id = ?", (agreement_id,)
    ).fetchone()
    rows = db.execute("select data from event where id = ? order by seq", (agreement_id,))
    events = [load_event(json.loads(data)) for (data,) in rows]
    return iop.Agreement(agreement_id, load_terms(json.loads(terms)), events, title=title)


def post(
    db: sqlite3.Connection, agreement_id: str, body: dict[str, Any]
) -> tuple[HTTPStatus, dict[str, Any]]:
    """Answer ``POST /agreements/{id}/events``: record the event, or say why not."""
    try:
        event = load_event(body)
    except BadDocument as error:
        mistakes = [dump_mistake(mistake) for mistake in error.mistakes]
        return problem(HTTPStatus.BAD_REQUEST, str(error), mistakes=mistakes)
    db.execute("begin immediate")
    try:
        agreement = read(db, agreement_id)
        decision = agreement.consider(event)
        if decision:
            append(db, agreement_id, len(agreement.events) + 1, event)
            db.execute("commit")
    finally:
        if db.in_transaction:  # a no, an unknown, or something that broke
            db.execute("rollback")
    answer = dump_decision(decision, agreement_id)
    if decision:
        return HTTPStatus.CREATED, answer
    reasons = [
        {name: verdict[name] for name in ("code", "sentence", "source", "clause")}
        for verdict in answer["verdicts"]
        if verdict["status"] == "reason"
    ]
    parts = {"answer": answer["answer"], "needs": answer["needs"], "reasons": reasons}
    return problem(STATUS[decision.answer], str(decision), **parts)


def problem(status: HTTPStatus, detail: str, **more: Any) -> tuple[HTTPStatus, dict[str, Any]]:  # noqa: ANN401 - whatever JSON has
    """Problem details, as RFC 9457 has them."""
    head = {"type": "about:blank", "title": status.phrase, "status": status.value}
    return status, {**head, "detail": detail, **more}


WHAT_IF = (
    (
        "What if the municipality gave notice on the memo's day?",
        {"event": "notice_given", "on": "2023-05-08", "by": "linkoping", "written": True},
    ),
    (
        "What if the board decided to end it, and the minutes did not say when?",
        {"event": "ending_decided", "on": "2023-05-08", "by": "son"},
    ),
    (
        "What if the board decided to end it on its last day?",
        {"event": "ending_decided", "on": "2023-05-08", "by": "son", "last_day": "2023-09-30"},
    ),
    (
        "What if a client wrote the day as people do?",
        {"event": "ending_decided", "on": "2023-05-08", "by": "son", "last_day": "30/9 2023"},
    ),
)


def main() -> None:
    """Ask the what-ifs of the shipped agreement, and show what the host's table then holds."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.executescript(TABLES)
        shipped = load(SHIPPED)
        keep(db, shipped)
        for question, body in WHAT_IF:
            status, answer = post(db, shipped.id, body)
            print(f"{question}\n{status.value} {status.phrase}")
            if status is not HTTPStatus.CREATED:
                print(json.dumps(answer, ensure_ascii=False, indent=2))
            (rows,) = db.execute("select count(*) from event").fetchone()
            print(f"rows in the table: {rows}\n")
        standing = read(db, shipped.id).on("2023-10-01")
        print(f"Then, on 2023-10-01, it would be {standing.state}: {standing.reason}")


if __name__ == "__main__":
    main()
