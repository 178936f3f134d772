"""What if: the life that would follow, beside the life as it is."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from tests.unit.test_deadlines import BASE as UNREAD_RENEWAL
from tests.unit.test_deadlines import NOTICE, OPEN_ENDED, PAYING, living, owing

YES, NO, UNKNOWN = iop.Answer.YES, iop.Answer.NO, iop.Answer.UNKNOWN
BASE: Final = attrs.evolve(
    UNREAD_RENEWAL, renewal=iop.ABSENT, notice=iop.Notice("P6M", written=True)
)
EVERY_YEAR: Final = attrs.evolve(
    UNREAD_RENEWAL, renewal=iop.AutomaticRenewal("P1Y", "P6M", written=False)
)
GIVEN: Final = iop.NoticeGiven("2024-06-01", by="mission", written=True)
SPOKEN: Final = attrs.evolve(GIVEN, written=False)
SILENT: Final = attrs.evolve(GIVEN, written=iop.UNKNOWN)
PAID: Final = attrs.evolve(
    PAYING,
    renewal=iop.ABSENT,
    notice=BASE.notice,
    disbursements=[iop.Disbursement("mission", 1200)],
    indexation=iop.ABSENT,
    repayment=iop.Repayment("days"),
    payments=iop.PaymentPlan(iop.InMonths([1, 7]), who="town", timing="advance", stub="keep"),
)
RESCINDED: Final = iop.Rescinded(
    "2024-08-01", last_day="2024-09-30", by="board", agreed_by=("mission", "town")
)
UNTIL: Final = "2027-01-31"


def simulated(
    agreement: iop.Agreement,
    *supposed: iop.Supposition,
    on: str = "2024-01-01",
    until: str = UNTIL,
    **how: Any,  # noqa: ANN401 - handed on
) -> iop.Simulation:
    return iop.simulate(agreement, supposed, on=on, until=until, **how)


def told(timeline: tuple[iop.Change, ...]) -> list[str]:
    return [f"{one.on} {one.tag}" for one in timeline]


# --- each step ---------------------------------------------------------------------------


def test_what_may_happen_is_in_the_life_that_would_be() -> None:
    found = simulated(living(BASE), GIVEN)

    assert living(BASE, GIVEN) == found.agreement
    assert (YES, True, GIVEN) == (
        found.answer,
        found.steps[0].recorded,
        found.steps[0].event,
    )
    assert ["2024-06-01 notice_given", "2024-12-02 ~runs-out"] == told(found.timeline)[-2:]
    assert (iop.State.TERMINATED, "2024-12-01") == (
        found.standing.state,
        str(found.standing.last_day),
    )


def test_what_is_refused_is_told_with_every_reason_and_left_out() -> None:
    agreement = living(attrs.evolve(BASE, notice=iop.ABSENT))
    found = simulated(agreement, attrs.evolve(GIVEN, by="stranger"))

    assert (NO, False) == (found.answer, found.steps[0].recorded)
    assert ("unknown-actor", "notice-clause") == found.decisions[0].codes
    assert agreement == found.agreement
    assert not found.diff


def test_what_nobody_can_tell_is_told_with_what_must_be_known_and_left_out() -> None:
    found = simulated(living(BASE), SILENT)

    assert (UNKNOWN, ("written",), False) == (
        found.answer,
        found.decisions[0].needs,
        found.steps[0].recorded,
    )
    assert living(BASE) == found.agreement


@pytest.mark.parametrize("event", [SPOKEN, SILENT])
def test_it_is_taken_in_where_that_is_asked_for_and_the_answer_stays(event: iop.Event) -> None:
    left, forced = simulated(living(BASE), event), simulated(living(BASE), event, force=True)

    assert left.answer is forced.answer
    assert (False, True) == (left.steps[0].recorded, forced.steps[0].recorded)
    assert living(BASE, event) == forced.agreement
    assert forced.diff


def test_each_is_asked_with_those_before_it_on_record() -> None:
    twice = iop.Signed("2023-07-02", by="mission")
    unsigned = iop.Agreement("a", BASE, living(BASE).events[:4])
    found = simulated(unsigned, twice, twice, on="2023-07-01")

    assert [YES, NO] == [one.answer for one in found.steps]
    assert "signed-once" in found.decisions[1].codes
    assert unsigned.record(twice) == found.agreement


def test_one_that_comes_earlier_is_asked_where_it_stands() -> None:
    late = iop.FollowUpCalled("2025-01-01", by="mission")
    found = simulated(living(BASE), late, GIVEN)

    assert [YES, YES] == [one.answer for one in found.steps]
    (soft,) = [one for one in found.decisions[1].remarks if one.code == "later-records-stand"]
    assert (6,) == dict(soft.facts)["numbers"]


def test_what_has_no_day_is_told_with_why() -> None:
    found = simulated(living(BASE), iop.WhenDue(GIVEN), GIVEN)

    first, second = found.steps
    assert (None, None, NO, False) == (first.event, first.decision, first.answer, first.recorded)
    assert "when-no-notice-latest" == (first.cause and first.cause.code)
    assert (YES, True) == (second.answer, second.recorded)
    assert NO is found.answer
    assert 1 == len(found.decisions)


def test_when_due_looks_at_the_life_that_would_be() -> None:
    meeting = attrs.evolve(owing("follow_up", cadence=iop.PerWindow(1, "P1Y")), renewal=iop.ABSENT)
    held = iop.WhenDue(iop.FollowedUp("2024-01-01"))
    found = simulated(living(meeting), held, held)

    assert ["2024-12-31", "2025-12-31"] == [str(one.event and one.event.on) for one in found.steps]


# --- beside the life as it is ------------------------------------------------------------


def test_the_life_as_it_is_stays_as_it_is_and_is_told_beside() -> None:
    agreement = living(BASE)
    found = simulated(agreement, GIVEN)

    assert 5 == len(agreement.events)
    assert agreement is found.before.agreement
    assert agreement.timeline(until=UNTIL) == found.before.timeline
    assert agreement.on(UNTIL) == found.before.standing


def test_the_difference_names_the_changes_of_the_one_and_of_the_other() -> None:
    diff = simulated(living(BASE), GIVEN).diff

    assert ["2027-01-01 ~runs-out"] == told(diff.gone)
    assert ["2024-06-01 notice_given", "2024-12-02 ~runs-out"] == told(diff.come)


def test_it_names_the_days_on_which_the_states_differ() -> None:
    (states,) = simulated(living(BASE), GIVEN).diff.states

    assert (iop.Period("2024-12-02", "2026-12-31"), "active", "terminated") == (
        states.period,
        states.before,
        states.after,
    )
    (cut,) = simulated(living(BASE), GIVEN, until="2024-12-02").diff.states
    assert iop.Period("2024-12-02", "2024-12-02") == cut.period
    assert () == simulated(living(BASE), GIVEN, until="2024-12-01").diff.states


def test_states_that_differ_one_way_and_then_another_are_two_stretches() -> None:
    called = iop.FollowUpCalled("2024-03-01", by="mission")
    held = iop.FollowedUp("2024-04-01", answers=6)
    found = simulated(living(BASE), called, held, GIVEN)

    assert [
        (iop.Period("2024-03-01", "2024-03-31"), "follow_up"),
        (iop.Period("2024-12-02", "2026-12-31"), "terminated"),
    ] == [(one.period, one.after) for one in found.diff.states]
    assert all(one.before == "active" for one in found.diff.states)


def test_states_before_the_first_event_are_none() -> None:
    nothing = iop.Agreement("a", BASE)
    found = simulated(nothing, iop.Initiated("2024-02-01", by="mission"))

    assert [(iop.Period("2024-02-01", UNTIL), None, "initiative")] == [
        (one.period, one.before, one.after) for one in found.diff.states
    ]


def test_it_tells_by_how_many_days_the_last_day_moves() -> None:
    last = simulated(living(BASE), GIVEN).diff.last_day

    assert last is not None
    assert (Date(2026, 12, 31), Date(2024, 12, 1), -760) == (last.before, last.after, last.days)
    assert simulated(living(BASE), iop.Noted("2024-02-01")).diff.last_day is None


def test_a_last_day_that_is_none_or_not_known_moves_by_no_days() -> None:
    found = simulated(living(OPEN_ENDED), NOTICE)
    last = found.diff.last_day

    assert last is not None
    assert (None, Date(2025, 7, 15), None) == (last.before, last.after, last.days)


def test_flags_that_come_go_and_move() -> None:
    flags = simulated(living(EVERY_YEAR), iop.NOT_RENEWED, until="2028-01-31").diff.flags

    assert flags is not None
    how = {one.key: one.how for one in flags}
    assert {
        "a/ends": "comes",
        "a/extends-automatically/2": "goes",
        "a/extends-automatically/3": "goes",
        "a/notice-latest/1": "moves",
        "a/notice-latest/2": "goes",
        "a/notice-latest/3": "goes",
    } == how
    (moved,) = [one for one in flags if one.how == "moves"]
    assert (["2026-06-30"], ["2026-06-29"]) == (
        [str(run.last) for run in moved.before],
        [str(run.last) for run in moved.after],
    )


def test_flags_are_worked_out_unless_that_is_not_asked_for() -> None:
    found = simulated(living(BASE), GIVEN, flags=False)

    assert (None, None) == (found.flags, found.diff.flags)
    assert found.diff
    assert simulated(living(BASE), GIVEN).flags


def test_money_that_is_no_longer_paid_and_what_is_paid_back() -> None:
    diff = simulated(living(PAID), RESCINDED, until="2025-12-31").diff

    gone = [one for one in diff.money if not one.repayment]
    assert ["2025-01-31", "2025-07-31"] == [str(one.either.last) for one in gone]  # type: ignore[union-attr] # payments
    assert Decimal(-1200) == diff.due
    assert Decimal(300) == diff.repaid  # 92 of 184 days of 600 kronor
    (back,) = [one for one in diff.money if one.repayment]
    assert (None, 2, Decimal(300), None) == (
        back.before,
        back.either.ordinal,
        back.amount,
        back.days,
    )


@pytest.mark.parametrize(
    ("on", "until", "repaid"),
    [
        ("2024-01-01", "2024-09-29", 0),
        ("2024-01-01", "2024-09-30", 300),
        ("2024-09-30", "2024-12-31", 300),
        ("2024-10-01", "2025-12-31", 0),
    ],
)
def test_what_is_paid_back_is_told_of_the_days_that_hold_the_last(
    on: str, until: str, repaid: int
) -> None:
    told = iop.outlook(living(PAID, RESCINDED), on, until=until).money

    assert Decimal(repaid) == told.repaid
    assert bool(repaid) == bool(told.repayments)


def test_what_is_owed_after_the_last_day_asked_is_no_flag_of_the_way() -> None:
    paying = attrs.evolve(PAID, last_day=iop.ABSENT, open_ended=True)

    def due(until: str) -> list[str]:
        found = iop.outlook(living(paying), "2024-01-01", until=until).flags
        assert found is not None
        return [run.flag.key for run in found if run.flag.code == "payment-due"]

    first = ["a/payment-due/payment#1"]
    assert first == due("2024-07-30")
    assert [*first, "a/payment-due/payment#2"] == due("2024-07-31")


def test_flags_that_differ_are_told_in_the_order_of_their_numbers() -> None:
    paying = attrs.evolve(PAID, last_day=iop.ABSENT, open_ended=True)
    flags = simulated(living(paying), RESCINDED, until="2029-12-31").diff.flags

    assert flags is not None
    keys = [one.key for one in flags if one.key.startswith("a/payment-due/")]
    assert [f"a/payment-due/payment#{number}" for number in range(3, 13)] == keys[-10:]


def test_a_payment_that_falls_due_on_another_day_moves() -> None:
    later = attrs.evolve(PAID, payments=iop.PaymentPlan(iop.InMonths([2, 7]), who="town"))
    amended = iop.Amended(
        "2024-06-01", applies_from="2025-01-01", terms=later, agreed_by=("mission", "town")
    )
    diff = simulated(living(PAID), amended, until="2025-06-30", force=True).diff

    moved = [one for one in diff.money if one.before and one.after]
    assert [(Decimal(0), 28)] == [(one.amount, one.days) for one in moved]


def test_an_amount_that_nobody_knows_makes_no_sum() -> None:
    unread = attrs.evolve(PAID, disbursements=iop.UNKNOWN)
    found = simulated(living(unread), GIVEN, until="2025-12-31")

    assert iop.UNKNOWN is found.diff.due
    assert (Decimal(0), 2) == (found.before.money.due - found.money.due, 2)
    assert 4 == found.before.money.untold


def test_money_is_told_from_the_first_day_to_the_last() -> None:
    def due(on: str, until: str) -> list[str]:
        money = simulated(living(PAID), on=on, until=until).money
        return [str(one.last) for one in money.payments]

    assert ["2024-01-31", "2024-07-31"] == due("2024-01-31", "2024-07-31")
    assert [] == due("2024-02-01", "2024-07-30")
    assert Decimal(1200) == simulated(living(PAID), on="2024-01-01", until="2024-12-31").money.due


def test_nothing_supposed_makes_no_difference() -> None:
    found = simulated(living(PAID))

    assert not found.diff
    assert YES is found.answer
    assert found.before is found.after


def test_a_difference_can_be_turned_around() -> None:
    found = simulated(living(PAID), RESCINDED, until="2025-12-31")

    assert iop.diff(found.after, found.before) == found.diff.turned()
    assert found.diff.turned().turned() == found.diff
    assert found.diff.turned() != found.diff


def test_lives_of_other_days_are_not_compared() -> None:
    one = iop.outlook(living(BASE), "2024-01-01", until="2024-12-31")
    other = iop.outlook(living(BASE), "2024-01-02", until="2024-12-31")

    with pytest.raises(iop.BadValue, match="must be of the days 2024-01-01 to 2024-12-31"):
        iop.diff(one, other)


def test_a_simulation_is_a_value() -> None:
    found = simulated(living(PAID), iop.WhenDue(GIVEN), GIVEN, iop.NOT_RENEWED)

    assert found == simulated(living(PAID), iop.WhenDue(GIVEN), GIVEN, iop.NOT_RENEWED)
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    assert (iop.DEFAULT.name, "2024-01-01", UNTIL) == (
        found.policy,
        str(found.on),
        str(found.until),
    )


# --- what is refused at once -------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"on": "2024-13-01"}, "on"),
        ({"until": "1 mars"}, "until"),
        ({"until": "2023-12-31"}, "until"),
        ({"policy": "town"}, "policy"),
        ({"indices": ["OPI"]}, "indices"),
        ({"supposed": ["notice_given"]}, "supposed"),
        ({"supposed": iop.NOT_RENEWED}, "supposed"),
        ({"supposed": "noted"}, "supposed"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(how: dict[str, Any], field: str) -> None:
    asked: dict[str, Any] = {"supposed": (), "on": "2024-01-01", "until": UNTIL} | how

    with pytest.raises(iop.BadValue) as one:
        iop.simulate(living(BASE), **asked)
    with pytest.raises(iop.BadValue) as many:  # before anything is read
        iop.simulate_each(iter([living(BASE)]), **asked)

    assert field in one.value.field
    assert field in many.value.field


def test_a_chain_is_a_chain() -> None:
    strange: Any = "chain"
    with pytest.raises(iop.BadValue, match="chain: must be of the kind Chain"):
        simulated(living(BASE), chain=strange)


def test_what_is_compared_are_outlooks() -> None:
    strange: Any = living(BASE)
    life = iop.outlook(living(BASE), "2024-01-01", until=UNTIL)
    for before, after, field in ((strange, life, "before"), (life, strange, "after")):
        with pytest.raises(iop.BadValue, match=f"{field}: must be of the kind Outlook"):
            iop.diff(before, after)


def test_only_an_agreement_is_simulated() -> None:
    with pytest.raises(iop.BadValue, match="must be of the kind Agreement"):
        iop.simulate(BASE, on="2024-01-01", until=UNTIL)  # type: ignore[arg-type] # on purpose


def test_the_last_day_may_be_the_first() -> None:
    assert "2024-01-01" == str(simulated(living(BASE), until="2024-01-01").until)


# --- of many -----------------------------------------------------------------------------

MANY: Final = (
    living(BASE),
    living(EVERY_YEAR),
    living(OPEN_ENDED),
    iop.Agreement("b", UNREAD_RENEWAL),
    living(attrs.evolve(UNREAD_RENEWAL, renewal=iop.UNKNOWN)),
    living(attrs.evolve(BASE, last_day=iop.UNKNOWN)),
    living(PAID),
)


def test_many_are_simulated_one_at_a_time() -> None:
    def endless() -> Iterator[iop.Agreement]:
        while True:
            yield living(EVERY_YEAR)

    found = iop.simulate_each(endless(), [iop.NOT_RENEWED], on="2024-01-01", until=UNTIL)
    first = next(found)
    assert "2026-12-31" == str(first.standing.last_day)
    assert first.flags is None


def test_what_if_none_is_renewed() -> None:
    found = iop.Totals.of(
        iop.simulate_each(MANY, [iop.NOT_RENEWED], on="2024-01-01", until="2026-12-31")
    )

    assert (7, 1, 6, 0, 1) == (
        found.agreements,
        found.changed,
        found.yes,
        found.no,
        found.unknown,
    )
    both = (Date(2025, 12, 31), 1), (Date(2026, 12, 31), 2)
    assert both == found.before.ends
    assert (*both[:1], (Date(2026, 12, 31), 3)) == found.after.ends
    for total, later in ((found.before, 1), (found.after, 0)):
        assert (later, 1, 1, 1, 0) == (
            total.later,
            total.open_ended,
            total.unknown,
            total.unbound,
            total.ended,
        )
    assert (3, 4) == (found.before.ending, found.after.ending)


def test_what_has_ended_before_the_first_day_is_told_apart() -> None:
    def ended(on: str) -> tuple[int, int]:
        asked = iop.simulate_each([living(PAID)], on=on, until="2026-12-31")
        total = iop.Totals.of(asked).before
        return total.ended, total.ending

    assert ((0, 1), (1, 0)) == (ended("2025-12-31"), ended("2026-01-01"))


def test_money_of_many_is_added_up_as_far_as_it_is_known() -> None:
    unread = living(attrs.evolve(PAID, disbursements=iop.UNKNOWN))
    found = iop.Totals.of(
        iop.simulate_each(
            [living(PAID), living(PAID), unread], [RESCINDED], on="2024-01-01", until="2025-12-31"
        )
    )

    assert (Decimal(4800), Decimal(0), 4) == (
        found.before.due,
        found.before.repaid,
        found.before.untold,
    )
    assert (Decimal(2400), Decimal(600), 3) == (
        found.after.due,
        found.after.repaid,
        found.after.untold,
    )


def test_nothing_comes_to_nothing() -> None:
    assert iop.Totals() == iop.Totals.of(())


# --- flags of a stretch ------------------------------------------------------------------


def test_a_flag_that_comes_up_again_has_a_run_for_each() -> None:
    def runs(agreement: iop.Agreement, **how: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - handed on
        found = iop.raised(agreement, "2026-01-01", until="2027-12-31", **how)
        return [
            (one.flag.key, str(one.first), str(one.last))
            for one in found
            if "notice" in one.flag.key
        ]

    assert [
        ("a/notice-latest/1", "2026-01-01", "2026-06-30"),
        ("a/notice-latest/2", "2026-07-01", "2027-06-30"),
        ("a/notice-latest/3", "2027-07-01", "2027-12-31"),
    ] == runs(living(EVERY_YEAR))
    assert [
        ("a/notice-latest/1", "2026-05-30", "2026-06-30"),
        ("a/notice-latest/2", "2027-05-30", "2027-06-30"),
    ] == runs(living(EVERY_YEAR), within="P1M")


def test_a_flag_whose_day_moves_has_a_run_for_each_day() -> None:
    used = iop.Extended("2026-03-01", by="board")
    option = attrs.evolve(
        UNREAD_RENEWAL, renewal=iop.RenewalOption("P1Y", ask_before="P3M", times=1)
    )
    found = iop.raised(living(option, used), "2026-01-01", until="2026-12-31")

    assert [
        ("2026-12-31", "2026-01-01", "2026-02-28"),
        ("2027-12-31", "2026-03-01", "2026-12-31"),
    ] == [
        (str(one.flag.day), str(one.first), str(one.last))
        for one in found
        if one.flag.code == "ends"
    ]


def test_a_flag_that_comes_up_on_the_last_day_has_a_run_of_one_day() -> None:
    def over(until: str) -> list[tuple[str, str]]:
        found = iop.raised(living(BASE), "2026-12-01", until=until)
        return [
            (str(one.first), str(one.last)) for one in found if one.flag.code == "ended-undecided"
        ]

    assert ([], [("2027-01-01", "2027-01-01")]) == (over("2026-12-31"), over("2027-01-01"))


def test_no_flag_is_raised_before_it_begins() -> None:
    assert () == iop.raised(living(BASE), "2024-01-02", until="2024-01-01")


def test_what_is_no_simulation_is_added_to_nothing() -> None:
    wrong: Any = [3]
    with pytest.raises(iop.BadValue, match="simulations"):
        iop.Totals.of(wrong)


def test_one_agreement_is_not_each_of_many() -> None:
    wrong: Any = living(BASE)
    with pytest.raises(iop.BadValue, match="agreements"):
        iop.simulate_each(wrong, on="2026-01-01", until="2026-12-31")
