"""From a rule to a decision: the guard, its finding, the verdict, the answer."""

from __future__ import annotations

import json
import pickle
from itertools import product

import pytest
from pendulum import Date

from ioplife import events
from ioplife.answers import Answer
from ioplife.decisions import (
    Case,
    Decision,
    Finding,
    Found,
    Guard,
    Refused,
    Status,
    Verdict,
    ask,
    guard,
    met,
    not_called_for,
    not_met,
    unknown,
)
from ioplife.errors import BadValue, IopError
from ioplife.events import Event, Noted, NoticeGiven, Override, Signed
from ioplife.sources import Source
from ioplife.standing import Standing
from ioplife.states import State
from ioplife.terms import UNKNOWN, Terms

ON = "2024-01-31"
DAY = Date(2024, 1, 31)
LAW = Source("KL (2017:725)", "6:38")
CLAUSE = Source("SON 2021-404", "§ 13")
CASE = Case(
    on=DAY,
    terms=Terms(),
    standing=Standing(
        on=DAY,
        state=State.ACTIVE,
        in_force=Answer.YES,
        first_day=UNKNOWN,
        last_day=UNKNOWN,
        days_left=UNKNOWN,
    ),
)
OVERRIDE = Override("written", by="board", why="we have the letter")


@guard("recorded", source=LAW, soft=True)
def recorded(case: Case) -> Finding:
    """Something is recorded.

    More is said here, and is no part of the rule.
    """
    return met(recorded=case.recorded) if case.recorded else not_met(CLAUSE, recorded=0)


@guard("written", source=LAW)
def written(case: Case, event: NoticeGiven) -> Finding:
    """Notice is given in writing,
    where anybody has said so.
    """
    assert case.on == event.on
    if event.written is UNKNOWN:
        return unknown(CLAUSE, needs=("written",))
    return met(CLAUSE) if event.written else not_met(CLAUSE, from_day=DAY, on=event.on)


def verdict(
    found: Found, *, soft: bool = False, overridden: bool = False, code: str = "written"
) -> Verdict:
    needs = ("written",) if found is Found.UNKNOWN else ()
    return Verdict(
        code,
        found,
        soft,
        "It is so.",
        LAW,
        needs=needs,
        override=OVERRIDE if overridden else None,
    )


def decision(*verdicts: Verdict) -> Decision:
    return Decision(NoticeGiven(ON, by="town"), State.ACTIVE, verdicts, "default")


# --- the guard -------------------------------------------------------------------------


def test_a_guard_about_the_agreement_fits_any_event() -> None:
    assert ("recorded", True, Event) == (recorded.code, recorded.soft, recorded.event)
    assert LAW == recorded.source
    for event in (Signed(ON), Noted(ON), NoticeGiven(ON)):
        assert Found.NOT_MET is recorded.ask(CASE, event).found


def test_a_guard_about_an_event_fits_that_one() -> None:
    assert ("written", False, NoticeGiven) == (written.code, written.soft, written.event)
    assert Found.MET is written.ask(CASE, NoticeGiven(ON, written=True)).found


def test_the_rule_is_the_first_paragraph_of_the_docstring() -> None:
    assert "Something is recorded." == recorded.sentence
    assert "Notice is given in writing, where anybody has said so." == written.sentence


def test_a_guard_is_itself_and_no_other() -> None:
    """It holds a function: two made of one rule are two guards."""
    again: Guard[NoticeGiven] = guard("written", source=LAW)(written.rule)

    assert (written.code, written.sentence, written.rule) == (
        again.code,
        again.sentence,
        again.rule,
    )
    assert written != again
    assert 2 == len({written, again})


def test_a_guard_without_a_rule_is_refused() -> None:
    def silent(_case: Case) -> Finding:
        return met()

    with pytest.raises(BadValue, match="must have a docstring: it is the rule, not 'own:silent'"):
        guard("own:silent", source=LAW)(silent)


def test_a_guard_of_no_event_is_refused() -> None:
    def misspelt(_case: Case, _event: events.NoticeGivn) -> Finding:  # type: ignore[name-defined]
        """It is so."""
        return met()

    with pytest.raises(BadValue, match="must say by its type which event it fits"):
        guard("own:misspelt", source=LAW)(misspelt)


# --- the finding -----------------------------------------------------------------------


def test_the_four_findings() -> None:
    assert Finding(Found.MET, CLAUSE, (("day", ON),)) == met(CLAUSE, day=DAY)
    assert Finding(Found.NOT_MET, CLAUSE, (("a", 1),), (), DAY) == not_met(CLAUSE, DAY, a=1)
    assert Finding(Found.UNKNOWN, None, (("a", None),), ("by",)) == unknown(needs=("by",), a=None)
    assert Finding(Found.NOT_CALLED_FOR, None, (("kind", "esf_project"),)) == not_called_for(
        kind="esf_project"
    )


def test_what_a_finding_answers() -> None:
    assert {
        Found.MET: Answer.YES,
        Found.NOT_MET: Answer.NO,
        Found.UNKNOWN: Answer.UNKNOWN,
        Found.NOT_CALLED_FOR: Answer.YES,
    } == {found: found.answer for found in Found}


# --- the verdict -----------------------------------------------------------------------

OK, REASON = Status.OK, Status.REASON
WARNING, QUESTION, ACCEPTED = Status.WARNING, Status.QUESTION, Status.ACCEPTED

STATUSES = {
    # soft, found, overridden
    (False, Found.MET, False): OK,
    (False, Found.MET, True): OK,
    (False, Found.NOT_CALLED_FOR, False): OK,
    (False, Found.NOT_CALLED_FOR, True): OK,
    (False, Found.NOT_MET, False): REASON,
    (False, Found.NOT_MET, True): REASON,  # nobody answers for what a hard rule forbids
    (False, Found.UNKNOWN, False): REASON,
    (False, Found.UNKNOWN, True): ACCEPTED,  # the override is the missing knowledge
    (True, Found.MET, False): OK,
    (True, Found.MET, True): OK,
    (True, Found.NOT_CALLED_FOR, False): OK,
    (True, Found.NOT_CALLED_FOR, True): OK,
    (True, Found.NOT_MET, False): WARNING,
    (True, Found.NOT_MET, True): ACCEPTED,
    (True, Found.UNKNOWN, False): QUESTION,
    (True, Found.UNKNOWN, True): ACCEPTED,
}


def test_every_combination_has_a_status() -> None:
    assert set(product((False, True), Found, (False, True))) == set(STATUSES)


@pytest.mark.parametrize(("soft", "found", "overridden"), STATUSES)
def test_what_a_verdict_does_to_the_decision(
    soft: bool,  # noqa: FBT001 - a row of the table
    found: Found,
    overridden: bool,  # noqa: FBT001
) -> None:
    one = verdict(found, soft=soft, overridden=overridden)

    assert STATUSES[soft, found, overridden] is one.status
    assert found.answer is one.answer


def test_a_verdict_holds_the_rule_and_what_was_found() -> None:
    event = NoticeGiven(ON, written=False, overrides=[Override("other", by="a", why="b"), OVERRIDE])

    assert Verdict(
        "written",
        Found.NOT_MET,
        soft=False,
        sentence="Notice is given in writing, where anybody has said so.",
        source=LAW,
        facts=(("on", ON),),
        clause=CLAUSE,
        needs=(),
        from_day=DAY,
        override=OVERRIDE,
    ) == written.ask(CASE, event)


def test_a_verdict_has_the_override_of_its_own_code_alone() -> None:
    other = Override("written-by-hand", by="a", why="b")
    event = NoticeGiven(ON, overrides=[other])

    assert None is written.ask(CASE, event).override
    assert REASON is written.ask(CASE, event).status
    assert ACCEPTED is written.ask(CASE, NoticeGiven(ON, overrides=[OVERRIDE, other])).status


def test_a_policy_may_harden_a_soft_guard_and_soften_none() -> None:
    assert WARNING is recorded.ask(CASE, Noted(ON)).status
    assert REASON is recorded.ask(CASE, Noted(ON), hard=True).status
    assert REASON is written.ask(CASE, NoticeGiven(ON)).status
    assert REASON is written.ask(CASE, NoticeGiven(ON), hard=True).status


def test_every_guard_is_asked_in_order() -> None:
    """Also those after the first that refuses, and each hardened by its own code alone."""
    guards: list[Guard[NoticeGiven]] = [written, recorded]
    event = NoticeGiven(ON, written=False)
    plain, hardened = ask(guards, CASE, event), ask(guards, CASE, event, frozenset({"recorded"}))

    assert {tuple} == {type(plain), type(hardened)}
    assert [("written", REASON), ("recorded", WARNING)] == [(v.code, v.status) for v in plain]
    assert [("written", REASON), ("recorded", REASON)] == [(v.code, v.status) for v in hardened]


# --- the decision ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "answer"),
    [
        ((), Answer.YES),
        (("met",), Answer.YES),
        (("met", "not_called_for"), Answer.YES),
        (("not_met",), Answer.NO),
        (("unknown",), Answer.UNKNOWN),
        (("unknown", "not_met"), Answer.NO),
        (("not_met", "unknown"), Answer.NO),
        (("met", "unknown", "met"), Answer.UNKNOWN),
        (("unknown, overridden",), Answer.YES),
        (("not_met, overridden",), Answer.NO),
        (("unknown, overridden", "unknown"), Answer.UNKNOWN),
        (("soft not_met",), Answer.YES),
        (("soft unknown",), Answer.YES),
        (("soft not_met", "unknown"), Answer.UNKNOWN),
        (("soft unknown", "not_met"), Answer.NO),
        (("soft not_met, overridden", "soft unknown, overridden"), Answer.YES),
    ],
)
def test_the_answer(statuses: tuple[str, ...], answer: Answer) -> None:
    """No if a hard guard is not met, else unknown if one is unknown, else yes."""
    made = decision(
        *(
            verdict(
                Found(text.removeprefix("soft ").removesuffix(", overridden")),
                soft=text.startswith("soft"),
                overridden=text.endswith("overridden"),
            )
            for text in statuses
        )
    )

    assert answer is made.answer
    assert (answer is Answer.YES) is bool(made)


ALL = decision(
    *(
        verdict(found, soft=soft, overridden=overridden, code=f"own:{number}")
        for number, (soft, found, overridden) in enumerate(STATUSES)
    )
)


def test_reasons_remarks_and_the_rest() -> None:
    """Each verdict is a reason, a remark or neither, in the table's order."""
    assert [REASON, REASON, REASON] == [one.status for one in ALL.reasons]
    assert [ACCEPTED, WARNING, ACCEPTED, QUESTION, ACCEPTED] == [one.status for one in ALL.remarks]
    assert {OK} == {one.status for one in ALL.verdicts} - {
        one.status for one in ALL.reasons + ALL.remarks
    }
    assert ("own:4", "own:5", "own:6") == ALL.codes


def test_the_needs_are_sorted_and_named_once() -> None:
    def needing(*needs: str) -> Verdict:
        return Verdict("a", Found.UNKNOWN, soft=False, sentence="So.", source=LAW, needs=needs)

    names = [f"field_{number}" for number in range(9)]

    assert ("by", "to", "written") == decision(needing("written", "by"), needing("to", "by")).needs
    assert tuple(names) == decision(needing(*reversed(names))).needs
    assert () == decision(verdict(Found.MET)).needs


def test_a_decision_is_of_its_event_and_its_day() -> None:
    assert DAY == ALL.on


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_decision_can_be_kept(protocol: int) -> None:
    event = NoticeGiven(ON, written=False, overrides=[OVERRIDE])
    made = decision(*ask([written, recorded], CASE, event))
    back = pickle.loads(pickle.dumps(made, protocol))  # noqa: S301 - our own

    assert made == back
    assert {made} == {made, back}
    assert made.verdicts == tuple(back.verdicts)
    assert str(made) == str(back)


def test_the_facts_of_a_verdict_can_be_written_as_json() -> None:
    facts = dict(written.ask(CASE, NoticeGiven(ON, written=False)).facts)

    assert {"on": "2024-01-31"} == json.loads(json.dumps(facts))


def test_a_refusal_carries_the_decision() -> None:
    error = Refused(ALL)

    assert isinstance(error, IopError)
    assert ALL == error.decision
    assert str(ALL) == str(error)


def test_a_decision_prints_what_refuses_and_what_it_remarks_each_with_its_place() -> None:
    clause = Verdict("own:a", Found.NOT_MET, soft=False, sentence="So.", source=LAW, clause=CLAUSE)
    law = Verdict("own:b", Found.NOT_MET, soft=True, sentence="So.", source=LAW)
    lines = decision(law, verdict(Found.MET), clause).text().splitlines()

    assert 3 == len(lines)
    assert ["  x ", "  ! "] == [line[:4] for line in lines[1:]]
    assert ["[SON 2021-404, § 13]", "[KL (2017:725), 6:38]"] == [
        line[line.index("[") :] for line in lines[1:]
    ]
