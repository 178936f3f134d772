"""Every question answers at the edges of the calendar, whatever was taken as a value.

Lengths of a thousand years from the last day there is, records before the first: what a field
accepts, the fold and every answer can live with (decision 005).
"""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

import ioplife as iop
from tests.properties.covered import covered

EDGES = (
    "1900-01-01",
    "1900-01-31",
    "1900-02-28",
    "1900-03-01",
    "2024-01-31",
    "2024-02-29",
    "2999-06-30",
    "2999-11-30",
    "2999-12-30",
    "2999-12-31",
)
LENGTHS = ("P1D", "P1M", "P6M", "P50Y", "P1000Y", "P366000D", "P1000Y366000D")
TOWN = iop.Party("town", "Town", sector="public", bodies=[iop.Body("board", "Board", kind="board")])
MISSION = iop.Party("mission", "Mission", sector="civil")

days = st.sampled_from(EDGES)
lengths = st.sampled_from(LENGTHS)
unread = st.sampled_from([iop.UNKNOWN, iop.ABSENT])
stated = days | unread | st.lists(st.builds(iop.Reading, days), max_size=2).map(iop.Stated)
notices = st.builds(
    iop.Notice, lengths, counts_from=st.just("receipt"), ends=st.sampled_from(["day", "month_end"])
)
options = st.builds(iop.RenewalOption, lengths, ask_before=st.none() | lengths)
terms = st.builds(
    iop.Terms,
    parties=st.just((TOWN, MISSION)),
    first_day=stated,
    last_day=stated,
    length=lengths | unread,
    renewal=options | unread,
    notice=notices | unread,
    kind=st.just("iop"),
)
who = st.sampled_from(["town", "board", "mission"])
numbers = st.integers(1, 4)


def periods() -> st.SearchStrategy[iop.Period]:
    return st.lists(days, min_size=2, max_size=2).map(lambda two: iop.Period(*sorted(two)))


events = st.one_of(
    st.builds(iop.NoticeGiven, days, by=who, written=st.booleans(), received=st.none() | days),
    st.builds(iop.Rescinded, days, last_day=st.none() | days, agreed_by=st.just(["town"])),
    st.builds(iop.EndingDecided, days, by=who, last_day=days),
    st.builds(iop.RenewalDecided, days, by=who),
    st.builds(iop.Renewed, days, successor=st.just("next"), period=periods()),
    st.builds(iop.EndingLifted, days, ending=numbers, agreed_by=st.just(["town", "mission"])),
    st.builds(iop.FollowUpCalled, days, by=who),
    st.builds(iop.FollowedUp, days, answers=st.none() | numbers),
    st.builds(iop.Resolved, days, what=st.sampled_from(["first_day", "last_day"]), reading=days),
    st.builds(iop.Corrected, days, event_no=numbers),
    st.builds(iop.Started, days, by=who),
    st.builds(iop.Closed, days, by=who),
)
entries = st.builds(iop.Entered, days, state=st.sampled_from(["signed", "active"]))
agreements = st.builds(
    lambda agreed, entry, more: iop.Agreement("edge", agreed, (entry, *more)),
    terms,
    entries,
    st.lists(events, max_size=4),
)


@given(agreements, days, st.none() | lengths)
def test_every_day_is_answered_for(asked: iop.Agreement, day: str, within: str | None) -> None:
    """Standing, timeline, deadlines, flags and audit never raise (RULES §1)."""
    for edge in EDGES:
        assert edge == asked.on(edge).on.isoformat()
    covered(
        "edges, where it stands",
        lives=1,
        changes=len(asked.timeline(until="2999-12-31")),
        audited=len(asked.audit()),
        deadlines=len(asked.deadlines(day, within=within)),
        flags=len([flag.text() for flag in iop.flag([asked], day, within=within)]),
        ahead=asked.next_change(day) is not None,
    )


@given(agreements, events)
def test_every_event_is_answered_for(asked: iop.Agreement, event: iop.Event) -> None:
    """Whether it may happen, and what could be done instead, is told and never raised."""
    decision = asked.consider(event)

    assert decision.text("sv")
    assert len(iop.EVENTS) == len(asked.options(attrs.evolve(event).on))
    covered("edges, what may happen", asked=1, refused=not decision)


def test_the_first_day_of_what_is_never_allowed_is_none() -> None:
    """An agreement to the last day of the calendar: nothing can be tried on the day after."""
    asked = iop.Agreement(
        "a",
        iop.Terms(parties=[TOWN, MISSION], first_day="2990-01-01", last_day="2999-12-31"),
        [iop.Entered("2990-01-01", state="active")],
    )

    assert None is asked.first_day(iop.Signed("2999-12-31", by="town"))


def test_the_first_day_of_an_entry_is_told() -> None:
    """Only the day moves; what was seen stays where it was, or the question has no answer."""
    asked = iop.Agreement(
        "a",
        iop.Terms(parties=[TOWN, MISSION], first_day="2021-10-01", last_day="2023-09-30"),
        [iop.Entered("2021-10-01", state="active")],
    )
    again = iop.Entered("2021-11-01", state="active", seen="2022-01-31")

    assert None is asked.first_day(again)
