"""How it goes on and is changed, by another hand: lives made by hand, each with its fault.

Each life agrees with the fold as it is; each fault is one that the life must show.
"""

from typing import Final

import pytest

import ioplife as iop
from ioplife.dates import Period
from ioplife.duties import Duty, Every, Fixed, Once, PerWindow
from ioplife.states import State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    AutomaticRenewal,
    Notice,
    Reading,
    RenewalOption,
    Stated,
)
from tests.naive.faults import Faults
from tests.properties.by_hand import (
    ENTERED,
    SIGNED,
    Case,
    agreed,
    amended,
    apart,
    found,
)

BY_ITSELF = AutomaticRenewal("P1Y", "P6M")
OPTION = RenewalOption("P1Y", times=2, ask_before="P3M")
YEARLY = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"), calls="count")
HALF_YEARLY = Duty("dialogue", "follow_up", PerWindow(2, "P1Y"), calls="count")

RENEWED: Final[dict[str, Case]] = {
    "it goes on by itself the day after the latest day for notice": (
        agreed(renewal=BY_ITSELF),
        (ENTERED,),
        Faults(extends_late=1),
    ),
    "month after month from the anchor, never from the end before": (
        agreed(
            first_day="2022-01-31",
            last_day="2022-02-27",
            renewal=AutomaticRenewal("P1M", "P14D", times=4),
        ),
        (iop.Entered("2022-01-31", state="active", seen="2022-01-31"),),
        Faults(steps=True),
    ),
    "a leap day's option, twice": (
        agreed(first_day="2024-02-29", last_day="2025-02-27", renewal=OPTION),
        (
            iop.Entered("2024-02-29", state="active", seen="2024-02-29"),
            iop.Extended("2024-10-01"),
            iop.Extended("2025-10-01"),
        ),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "notice for longer than an extension lasts": (
        agreed(renewal=AutomaticRenewal("P1M", "P3M", times=6)),
        (ENTERED,),
        Faults(extends_late=-1),
    ),
    "notice on the last day is in time": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.NoticeGiven("2022-06-30", under="renewal")),
        Faults(dropped=frozenset({(iop.NoticeGiven, State.ACTIVE)})),
    ),
    "notice a day late ends the next period": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.NoticeGiven("2022-07-01", under="renewal")),
        Faults(over_after=0),
    ),
    "an ending that is lifted too late to keep it from going on": (
        agreed(renewal=BY_ITSELF),
        (
            ENTERED,
            iop.Rescinded("2022-03-01", last_day="2022-11-30"),
            iop.EndingLifted("2022-08-01", ending=2),
        ),
        Faults(lifts=False),
    ),
    "entered past a day for notice: two readings": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-07-01", state="active", seen="2022-07-01"),),
        Faults(stays=False),
    ),
    "entered on the latest day for notice": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-06-30", state="active", seen="2022-06-30"),),
        Faults(extends_late=1),
    ),
    "entered as signed past a day for notice (5)": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-08-01", state="signed", seen="2022-08-01"),),
        Faults(stays=False),
    ),
    "entered past a day for notice, and resolved": (
        agreed(renewal=BY_ITSELF),
        (
            iop.Entered("2022-07-01", state="active", seen="2022-07-01"),
            iop.Resolved("2024-01-01", what="last_day", reading="2023-12-31"),
        ),
        Faults(extends_late=1),
    ),
    "in force long after the stated last day: it has gone on": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2024-03-01", state="active", seen="2024-03-01"),),
        Faults(extends_late=1),
    ),
    "nobody has read for how long it goes on": (
        agreed(renewal=AutomaticRenewal(UNKNOWN, "P6M")),
        (ENTERED, iop.Rescinded("2023-02-01")),
        None,
    ),
    "nobody has read from when it goes on": (
        agreed(renewal=AutomaticRenewal("P1Y", UNKNOWN)),
        (ENTERED, iop.FollowUpCalled("2023-02-01")),
        None,
    ),
    "notice under a clause that nobody has read stops nothing": (
        agreed(renewal=BY_ITSELF, notice=UNKNOWN),
        (ENTERED, iop.NoticeGiven("2022-03-01", under="notice")),
        Faults(extends_late=1),
    ),
    "notice under one of two clauses, and nobody says which": (
        agreed(renewal=BY_ITSELF, notice=Notice("P3M")),
        (ENTERED, iop.NoticeGiven("2022-03-01", under=UNKNOWN)),
        None,
    ),
    "notice at any time, with the other clause beside": (
        agreed(renewal=BY_ITSELF, notice=Notice("P3M", ends="month_end")),
        (ENTERED, iop.NoticeGiven("2022-01-15", under="notice")),
        Faults(noticed_late=1),
    ),
    "two last days: none is derived": (
        agreed(renewal=BY_ITSELF, last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31")))),
        (ENTERED,),
        Faults(stays=False),
    ),
    "an option used in a conflict moves every reading": (
        agreed(renewal=OPTION, last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31")))),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "an extension without a length has no effect": (
        agreed(renewal=RenewalOption(UNKNOWN)),
        (ENTERED, iop.Extended("2022-05-01"), iop.Extended("2022-06-01", length="P2M")),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "the first day is in conflict, and it goes on by itself": (
        agreed(
            renewal=AutomaticRenewal("P1Y", "P3M", times=UNLIMITED),
            first_day=Stated((Reading("2022-01-01"), Reading("2022-02-01"))),
        ),
        SIGNED,
        Faults(extends_late=1),
    ),
    "a decision to end is of the period that ran": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.EndingDecided("2022-02-01", last_day="2022-12-31")),
        Faults(extends_late=1),
    ),
    "a successor keeps it from going on": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.Renewed("2022-02-01", successor="next", period=Period("2023-01-01"))),
        Faults(over_after=0),
    ),
    "open-ended, decided to end, and no notice given": (
        agreed(last_day=ABSENT, open_ended=True, notice=Notice("P3M", ends="month_end")),
        (
            ENTERED,
            iop.EndingDecided("2022-02-01", last_day="2022-10-31"),
            iop.NoticeGiven("2022-08-15"),
        ),
        Faults(noticed_late=1),
    ),
}

CHANGED: Final[dict[str, Case]] = {
    "a longer period from the day it was agreed": (
        agreed(),
        (ENTERED, amended("2022-05-01", "2022-07-01", last_day="2023-12-31")),
        Faults(over_after=0),
    ),
    "what is owed from the day it applies": (
        agreed(duties=(YEARLY,)),
        (ENTERED, amended("2022-05-01", "2022-07-01", duties=(HALF_YEARLY,))),
        Faults(ordinals_run=False, windows_late=1),
    ),
    "ordinals run on": (
        agreed(last_day="2023-12-31", duties=(HALF_YEARLY,)),
        (
            ENTERED,
            amended(
                "2022-05-01",
                "2023-01-01",
                last_day="2023-12-31",
                duties=(YEARLY,),
            ),
            iop.FollowedUp("2023-04-01", duty="dialogue"),
        ),
        Faults(ordinals_run=False),
    ),
    "of two that apply, the one agreed last holds": (
        agreed(duties=(YEARLY,), last_day="2024-12-31"),
        (
            ENTERED,
            amended("2022-02-01", "2023-06-01", duties=(HALF_YEARLY,), last_day="2024-12-31"),
            amended("2022-03-01", "2023-02-01", duties=(), last_day="2024-12-31"),
        ),
        Faults(dropped=frozenset({(iop.Amended, State.ACTIVE)})),
    ),
    "notice under the clause of its day": (
        agreed(notice=Notice("P6M")),
        (
            ENTERED,
            amended("2022-02-01", "2022-04-01", notice=Notice("P1M")),
            iop.NoticeGiven("2022-04-01"),
        ),
        Faults(amended_late=1),
    ),
    "restated as it was, it keeps its extensions": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, amended("2022-08-01", length="P1Y", renewal=BY_ITSELF)),
        Faults(extends_late=1),
    ),
    "annulled, the amendment has no effect from that day": (
        agreed(duties=(YEARLY,)),
        (
            ENTERED,
            amended("2022-02-01", last_day="2024-12-31", duties=(HALF_YEARLY,)),
            iop.Annulled("2022-09-01", decision=2),
        ),
        Faults(annuls=False),
    ),
    "it lifts an ending, until it is annulled": (
        agreed(),
        (
            ENTERED,
            iop.Rescinded("2022-02-01", last_day="2022-08-31"),
            iop.Amended("2022-03-01", applies_from="2022-03-01", terms=agreed(), lifts=2),
            iop.Annulled("2022-06-01", decision=3),
        ),
        Faults(lifts=False),
    ),
    "the renewal that is agreed last": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, amended("2022-02-01", "2022-12-01", renewal=ABSENT)),
        Faults(over_after=0),
    ),
    "the first day of what has begun stays": (
        agreed(duties=(YEARLY,)),
        (ENTERED, amended("2022-05-01", first_day="2022-04-01", duties=(YEARLY,))),
        Faults(windows_late=1),
    ),
    "an annulled extension ends it on the day of the annulment": (
        agreed(renewal=OPTION),
        (ENTERED, iop.Extended("2022-05-01"), iop.Annulled("2023-03-01", decision=2)),
        Faults(annuls=False),
    ),
    "what stops with the first period, in a conflict": (
        agreed(
            last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31"))),
            renewal=OPTION,
            duties=(Duty("report", "report", PerWindow(4, "P1Y"), on_extension="stop"),),
        ),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(windows_late=1),
    ),
    "what begins anew with each period, with a stub at its end": (
        agreed(
            renewal=AutomaticRenewal("P7M", "P3M", times=2),
            duties=(
                Duty("report", "report", PerWindow(1, "P3M"), on_extension="restart"),
                Duty("by", "report", Once("2023-03-31", precision="season", tail=True)),
                Duty("fixed", "meeting", Fixed([Period("2021-12-01", "2022-01-31")])),
                Duty("every", "meeting", Every("P5M", first="P2M", stub="drop")),
            ),
        ),
        (ENTERED,),
        Faults(windows_late=1),
    ),
}

TWICE_READ = Stated((Reading("2022-12-31"), Reading("2022-10-31")))
HALF_READ = AutomaticRenewal(UNKNOWN, "P6M")
UNREAD = iop.Extended("2022-05-01", length=UNKNOWN)

UNCOUNTED: Final[dict[str, Case]] = {
    "goes on for nobody knows how long": (
        agreed(renewal=HALF_READ),
        (ENTERED,),
        Faults(stays=False),
    ),
    "stopped in time, it ends as the period does": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.NoticeGiven("2022-06-30", under="renewal")),
        Faults(over_after=0),
    ),
    "stopped a day late, it ends nobody knows when": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.NoticeGiven("2022-07-01", under="renewal")),
        Faults(stays=False),
    ),
    "stopped in time by what ends it on a day nobody knows": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.Rescinded("2022-06-30", last_day=UNKNOWN)),
        Faults(over_after=0),
    ),
    "stopped too late by what ends it on a day nobody knows": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.Rescinded("2022-07-01", last_day=UNKNOWN)),
        Faults(stays=False),
    ),
    "an ending after the latest reading is the last reading": (
        agreed(renewal=BY_ITSELF, last_day=TWICE_READ),
        (ENTERED, iop.Rescinded("2022-07-01", last_day="2023-03-31")),
        Faults(over_after=0),
    ),
    "an ending before both readings settles them": (
        agreed(renewal=BY_ITSELF, last_day=TWICE_READ),
        (ENTERED, iop.Rescinded("2022-07-01", last_day="2022-09-30")),
        Faults(over_after=0),
    ),
    "two last days, and notice in time for both": (
        agreed(renewal=BY_ITSELF, last_day=TWICE_READ),
        (ENTERED, iop.NoticeGiven("2022-04-30", under="renewal")),
        Faults(over_after=0),
    ),
    "two last days, and notice in time for one of them": (
        agreed(renewal=BY_ITSELF, last_day=TWICE_READ),
        (ENTERED, iop.NoticeGiven("2022-05-01", under="renewal")),
        Faults(stays=False),
    ),
    "a successor agreed on in time": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.Renewed("2022-06-30", successor="next", period=Period("2023-04-01"))),
        Faults(over_after=0),
    ),
    "a successor agreed on too late, which begins later": (
        agreed(renewal=HALF_READ),
        (ENTERED, iop.Renewed("2022-07-01", successor="next", period=Period("2023-04-01"))),
        Faults(over_after=0),
    ),
    "a successor of which nobody knows when it begins": (
        agreed(renewal=AutomaticRenewal("P1Y", UNKNOWN)),
        (ENTERED, iop.Renewed("2022-07-01", successor="next", period=UNKNOWN)),
        Faults(stays=False),
    ),
    "extended for nobody knows how long": (
        agreed(renewal=OPTION),
        (ENTERED, UNREAD),
        Faults(stays=False),
    ),
    "extended under a clause that nobody has read": (
        agreed(renewal=UNKNOWN),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(stays=False),
    ),
    "extended under an option of a length that nobody has read": (
        agreed(renewal=RenewalOption(UNKNOWN)),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(stays=False),
    ),
    "extended without a length, and no clause": (
        agreed(),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(over_after=0),
    ),
    "that extension is annulled": (
        agreed(renewal=OPTION),
        (ENTERED, UNREAD, iop.Annulled("2023-02-01", decision=2)),
        Faults(annuls=False),
    ),
    "an amendment of the period clears it": (
        agreed(renewal=OPTION),
        (ENTERED, UNREAD, amended("2022-06-01", last_day="2023-06-30")),
        Faults(over_after=0),
    ),
    "an amendment of the period is annulled, and it is uncounted again": (
        agreed(renewal=OPTION),
        (
            ENTERED,
            UNREAD,
            amended("2022-06-01", last_day="2023-06-30"),
            iop.Annulled("2022-09-01", decision=3),
        ),
        Faults(annuls=False),
    ),
    "rescinded after that extension": (
        agreed(renewal=OPTION),
        (ENTERED, UNREAD, iop.Rescinded("2022-06-01", last_day="2023-03-31")),
        Faults(over_after=0),
    ),
    "a renewal clause that nobody has read ends with its last day": (
        agreed(renewal=UNKNOWN),
        (ENTERED,),
        Faults(over_after=0),
    ),
    "until further notice, decided to end, and nobody has read of notice": (
        agreed(last_day=ABSENT, open_ended=True, notice=UNKNOWN),
        (ENTERED, iop.EndingDecided("2022-02-01", last_day="2022-12-31")),
        Faults(dropped=frozenset({(iop.EndingDecided, State.ACTIVE)})),
    ),
    "until further notice, decided to end, and nobody has read how long notice is": (
        agreed(last_day=ABSENT, open_ended=True, notice=Notice(UNKNOWN)),
        (ENTERED, iop.EndingDecided("2022-02-01", last_day="2022-12-31")),
        Faults(dropped=frozenset({(iop.EndingDecided, State.ACTIVE)})),
    ),
    "until further notice, decided to end on a day nobody knows": (
        agreed(last_day=ABSENT, open_ended=True, notice=Notice("P3M")),
        (ENTERED, iop.EndingDecided("2022-02-01", last_day=UNKNOWN)),
        Faults(dropped=frozenset({(iop.EndingDecided, State.ACTIVE)})),
    ),
    "what was done answers the window it was done in": (
        agreed(last_day="2023-12-31", duties=(YEARLY,)),
        (
            ENTERED,
            iop.FollowedUp("2022-02-01", duty="dialogue", occurrence=2),
            amended("2022-05-01", last_day="2023-12-31", duties=(HALF_YEARLY,)),
        ),
        Faults(own_window=False),
    ),
    "the first day that an amendment states, where none was read": (
        agreed(first_day=UNKNOWN, duties=(YEARLY,)),
        (ENTERED, amended("2022-05-01", duties=(HALF_YEARLY,))),
        Faults(windows_late=1),
    ),
}

CASES: Final[dict[str, Case]] = {**RENEWED, **CHANGED, **UNCOUNTED}


@pytest.mark.parametrize("name", CASES)
def test_they_agree(name: str) -> None:
    assert apart(CASES[name]) is None


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2] is not None])
def test_a_fault_is_found(name: str) -> None:
    """A comparison that nothing can fail would agree with anything."""
    assert found(CASES[name])
