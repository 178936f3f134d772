"""The shapes of answers in JSON, key by key."""

import json
from decimal import Decimal
from typing import Any

import attrs
import pytest
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, Period
from ioplife.deadlines import Severity
from ioplife.decisions import Decision, Found, Verdict
from ioplife.documents import (
    Mistake,
    dump_decision,
    dump_event,
    dump_flag,
    dump_mistake,
    dump_payment,
    dump_standing,
    load,
)
from ioplife.documents.answers import plain
from ioplife.duties import Basis, DutyKind
from ioplife.events import NoticeGiven, Override, Reason
from ioplife.facts import facts
from ioplife.flags import Flag, flag
from ioplife.indices import IndexStatus
from ioplife.money import Payment, Share, Step
from ioplife.sources import Source
from ioplife.standing import (
    Anomaly,
    Answered,
    Cause,
    Demand,
    Ending,
    Extension,
    Finality,
    Occurrence,
    Progress,
    Standing,
)
from ioplife.states import State
from ioplife.terms import UNKNOWN, Reading
from tests.documents.test_examples import EXAMPLES

DAY = Date(2023, 5, 8)
KL = {"paper": "KL (2017:725)", "place": "6:38", "cite": "KL (2017:725), 6:38"}
PLACE = {"paper": "SON 2021-404", "place": "§ 13", "cite": "SON 2021-404, § 13"}


def verdict(**fields: object) -> Verdict:
    whole: dict[str, Any] = dict(fields)
    return attrs.evolve(
        Verdict(
            code="not-after-last-day",
            found=Found.NOT_MET,
            soft=False,
            sentence="It is not past its last day.",
            source=Source("KL (2017:725)", "6:38"),
            facts=facts(last_day=DAY, numbers=(1, 2)),
            clause=Source("SON 2021-404", "§ 13"),
        ),
        **whole,
    )


def test_a_decision() -> None:
    event = NoticeGiven(DAY, by="linkoping")
    override = Override("notice-written", "son", "it came by post")
    soft = verdict(found=Found.UNKNOWN, soft=True, clause=None, override=override)
    decision = Decision(event, State.ACTIVE, (verdict(), soft), "default")

    hard = {
        "code": "not-after-last-day",
        "answer": "no",
        "strength": "hard",
        "status": "reason",
        "sentence": verdict().text(),
        "facts": {"last_day": "2023-05-08", "numbers": [1, 2]},
        "source": KL,
        "clause": PLACE,
        "override": None,
    }
    assert {
        "on": "2023-05-08",
        "agreement": "son-2021-404",
        "event": dump_event(event),
        "state": "active",
        "answer": "no",
        "policy": "default",
        "needs": [],
        "verdicts": [
            hard,
            hard
            | {
                "answer": "unknown",
                "strength": "soft",
                "status": "accepted",
                "sentence": soft.text(),
                "clause": None,
                "override": {"code": "notice-written", "by": "son", "why": "it came by post"},
            },
        ],
    } == dump_decision(decision, "son-2021-404")


def test_a_decision_that_needs_something() -> None:
    waiting = verdict(found=Found.UNKNOWN, needs=("written",))
    written = dump_decision(Decision(NoticeGiven(DAY), None, (waiting,), "default"), "x")

    assert (["written"], None, "unknown") == (
        written["needs"],
        written["state"],
        written["answer"],
    )


def payment(**fields: object) -> Payment:
    whole: dict[str, Any] = dict(fields)
    return attrs.evolve(
        Payment(
            duty="payment",
            on=DAY,
            ordinal=1,
            first=Date(2022, 7, 1),
            last=Date(2022, 7, 31),
            covers=None,
            true_up=None,
            nominal=Decimal(1_000_000),
            amount=Decimal(1_019_000),
            steps=(
                Step(
                    Date(2022, 7, 1),
                    "OPI",
                    2022,
                    Decimal("1.9"),
                    IndexStatus.DEFINITIVE,
                    UNKNOWN,
                    Source("P"),
                ),
            ),
            split=(Share("a", "mission", Decimal("700000.50"), Decimal(713_300)),),
            provisional=False,
            undated=True,
            reasons=(),
            progress=Progress.UNRECORDED,
            sources=(Source("KL (2017:725)", "6:38"),),
        ),
        **whole,
    )


def test_a_payment() -> None:
    step = {
        "day": "2022-07-01",
        "index": "OPI",
        "year": 2022,
        "percent": "1.9",
        "status": "definitive",
        "published": None,
        "source": {"paper": "P", "place": "", "cite": "P"},
        "share": "100",
    }
    assert {
        "on": "2023-05-08",
        "agreement": "son-2021-404",
        "duty": "payment",
        "ordinal": 1,
        "first": "2022-07-01",
        "last": "2022-07-31",
        "covers": None,
        "true_up": None,
        "nominal": "1000000",
        "amount": "1019000",
        "steps": [step],
        "split": [{"id": "a", "to": "mission", "nominal": "700000.50", "amount": "713300"}],
        "provisional": False,
        "undated": True,
        "progress": "unrecorded",
        "sources": [KL],
        "reasons": [],
    } == dump_payment(payment(), "son-2021-404")


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "no OPI of 2022 and 2023 is on record that was published by the day asked"),
        (
            "sv",
            "inget OPI för 2022 och 2023 är registrerat som var publicerat den efterfrågade dagen",
        ),
    ],
)
def test_a_payment_whose_amount_nobody_can_tell(lang: str, sentence: str) -> None:
    why = Cause("no-observation", facts(index="OPI", years=(2022, 2023)))
    written = dump_payment(payment(amount=UNKNOWN, reasons=(why,)), "x", lang=lang)

    assert None is written["amount"]
    assert [
        {
            "code": "no-observation",
            "facts": {"index": "OPI", "years": [2022, 2023]},
            "sentence": sentence,
            "source": None,
        }
    ] == written["reasons"]
    assert written == json.loads(json.dumps(written))


def test_a_standing() -> None:
    standing = Standing(
        on=DAY,
        state=State.ACTIVE,
        in_force=Answer.YES,
        first_day=Date(2021, 10, 1),
        last_day=UNKNOWN,
        days_left=UNKNOWN,
        last_days=(DAY,),
        ends=(Reading(DAY, precision="month", text="maj", source=Source("P")),),
        period=Period("2021-10-01", "2023-09-30"),
        number=2,
        extensions=(Extension(None, DAY, Duration(years=1), UNKNOWN),),
        option_latest=UNKNOWN,
        notice_latest=DAY,
        final=(Finality(2, DAY, "notice_given", Answer.NO, announced=DAY, appeals=(7,)),),
        demands=(Demand(8, DAY, UNKNOWN, None, corrected=9),),
        left=("sion",),
        endings=(Ending(2, DAY, DAY, Reason.NOTICE),),
        unsigned=UNKNOWN,
        open=(3,),
        seen=DAY,
        anomalies=(Anomaly(4, DAY, "signed", "wrong-state"),),
        occurrences=(
            Occurrence(
                "operative",
                DutyKind.MEETING,
                7,
                first=Date(2023, 4, 1),
                last=Date(2023, 6, 30),
                due=Date(2023, 6, 30),
                progress=Progress.OPEN,
                number=None,
                who=("stadsmissionen",),
                basis=Basis.AGREEMENT,
                source=Source("SON 2021-404", "§ 13"),
            ),
            Occurrence(
                "long",
                DutyKind.ASSESSMENT,
                1,
                first=DAY,
                last=None,
                due=DAY,
                progress=Progress.FULFILLED,
                number=3,
                who=UNKNOWN,
                basis=Basis.PROPOSAL,
                source=None,
            ),
        ),
        answered=(Answered("x/ends", 5, "son"), Answered("x/renewed", 6, UNKNOWN)),
        because=(Cause("entered", facts(state=State.ACTIVE), Source("SON 2021-404", "§ 13")),),
    )

    assert {
        "on": "2023-05-08",
        "agreement": "x",
        "state": "active",
        "in_force": "yes",
        "first_day": "2021-10-01",
        "last_day": None,
        "days_left": None,
        "last_days": ["2023-05-08"],
        "doubts": [],
        "ends": [
            {
                "day": "2023-05-08",
                "precision": "month",
                "text": "maj",
                "source": {"paper": "P", "place": "", "cite": "P"},
            }
        ],
        "period": {"first": "2021-10-01", "last": "2023-09-30"},
        "number": 2,
        "extensions": [
            {"number": None, "on": "2023-05-08", "length": "P1Y", "last_day": None},
        ],
        "option_latest": None,
        "notice_latest": "2023-05-08",
        "uncounted": False,
        "final": [
            {
                "number": 2,
                "on": "2023-05-08",
                "tag": "notice_given",
                "answer": "no",
                "adjusted": None,
                "announced": "2023-05-08",
                "removed": None,
                "appeal_ends": None,
                "appeals": [7],
                "stayed": None,
                "annulled": None,
            }
        ],
        "demands": [
            {
                "number": 8,
                "on": "2023-05-08",
                "written": None,
                "cure_ends": None,
                "corrected": 9,
                "cancelled": None,
            }
        ],
        "left": ["sion"],
        "endings": [
            {"number": 2, "on": "2023-05-08", "last_day": "2023-05-08", "reason": "notice"}
        ],
        "reason": None,
        "signed_by": [],
        "unsigned": None,
        "condition": None,
        "open": [3],
        "renewal_decided": None,
        "ending_decided": None,
        "renewed": None,
        "successor": None,
        "entered": None,
        "seen": "2023-05-08",
        "closed": False,
        "anomalies": [{"number": 4, "on": "2023-05-08", "tag": "signed", "code": "wrong-state"}],
        "occurrences": [
            {
                "duty": "operative",
                "kind": "meeting",
                "ordinal": 7,
                "first": "2023-04-01",
                "last": "2023-06-30",
                "due": "2023-06-30",
                "progress": "open",
                "number": None,
                "who": ["stadsmissionen"],
                "basis": "agreement",
                "source": PLACE,
            },
            {
                "duty": "long",
                "kind": "assessment",
                "ordinal": 1,
                "first": "2023-05-08",
                "last": None,
                "due": "2023-05-08",
                "progress": "fulfilled",
                "number": 3,
                "who": None,
                "basis": "proposal",
                "source": None,
            },
        ],
        "answered": [
            {"key": "x/ends", "number": 5, "by": "son"},
            {"key": "x/renewed", "number": 6, "by": None},
        ],
        "because": [
            {
                "code": "entered",
                "facts": {"state": "active"},
                "sentence": standing.because[0].text(),
                "source": PLACE,
            }
        ],
        "unknown": ["days_left", "last_day", "option_latest", "unsigned"],
    } == dump_standing(standing, "x")


def test_a_standing_tells_none_from_unknown() -> None:
    """Open-ended, there is no last day; unread, nobody knows it."""
    none = Standing(
        on=DAY,
        state=None,
        in_force=Answer.UNKNOWN,
        first_day=UNKNOWN,
        last_day=None,
        days_left=None,
    )
    written = dump_standing(none, "x")

    assert (None, None, None) == (written["state"], written["first_day"], written["last_day"])
    assert ["first_day"] == written["unknown"]


def test_a_flag() -> None:
    one = Flag(
        key="x/ends",
        agreement="x",
        title="X",
        code="ends",
        day=DAY,
        days_left=145,
        who=("son",),
        severity=Severity.INFO,
        facts=facts(last_day=DAY, title="X", none=None),
        source=Source("SON 2021-404", "§ 13"),
    )

    assert {
        "key": "x/ends",
        "agreement": "x",
        "title": "X",
        "code": "ends",
        "day": "2023-05-08",
        "days_left": 145,
        "who": ["son"],
        "severity": "info",
        "facts": {"last_day": "2023-05-08", "none": None, "title": "X"},
        "sentence": one.text(),
        "source": PLACE,
    } == dump_flag(one)
    assert (None, None, None) == (
        dump_flag(attrs.evolve(one, day=None))["day"],
        dump_flag(attrs.evolve(one, days_left=None))["days_left"],
        dump_flag(attrs.evolve(one, source=None))["source"],
    )


def test_a_sentence_is_in_the_language_asked_for() -> None:
    agreement = load(EXAMPLES / "son-2021-404.toml")
    decision = agreement.consider(NoticeGiven("2023-05-08", by="linkoping", written=True))
    (up, *_) = flag([agreement], "2023-05-08")
    standing = agreement.on("2023-05-08")

    for lang, other in (("sv", "en"), ("en", "sv")):
        verdicts = dump_decision(decision, "x", lang=lang)["verdicts"]
        causes = dump_standing(standing, "x", lang=lang)["because"]

        assert [one.text(lang) for one in decision.verdicts] == [
            one["sentence"] for one in verdicts
        ]
        assert [one.text(lang) for one in standing.because] == [one["sentence"] for one in causes]
        assert up.text(lang) == dump_flag(up, lang=lang)["sentence"]
        assert up.text(other) != dump_flag(up, lang=lang)["sentence"]


def test_every_answer_is_json() -> None:
    agreement = load(EXAMPLES / "son-2021-404.toml")
    for day in ("2021-09-30", "2021-10-01", "2023-05-08", "2023-10-01"):
        json.dumps(dump_standing(agreement.on(day), agreement.id))
        for one in flag([agreement], day):
            json.dumps(dump_flag(one))
        for option in agreement.options(day):
            assert option.tag


def test_a_mistake() -> None:
    assert {"file": "f", "line": None, "path": "a.b", "message": "is missing"} == dump_mistake(
        Mistake("f", None, "a.b", "is missing")
    )


def test_what_no_answer_holds_is_a_fault_of_ours() -> None:
    assert "0.05" == plain(Decimal("0.05"))
    with pytest.raises(TypeError):
        plain(object())
