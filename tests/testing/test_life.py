import inspect
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import ioplife as iop
from ioplife.events import EVENT_OF, EVENTS
from ioplife.testing import Life
from ioplife.testing._code import code
from ioplife.testing.strategies import lives

SIGNED = Life("2024-01-01", "P3Y").approved("2023-11-20").signed("2023-12-01")

FILLED: dict[str, tuple[Any, ...]] = {
    "assessed": ("no_market",),
    "corrected": (1,),
    "ending_lifted": (1,),
    "fulfilled": ("report",),
    "resolved": ("last_day", "2026-12-31"),
    "waived": ("report", 1),
}
"""What the test itself must say of an event, besides its day."""


def test_a_life_is_written_as_the_design_shows() -> None:
    assert "not-after-last-day" in SIGNED.refused(iop.Signed("2027-01-01", by="b")).codes


@pytest.mark.parametrize("tag", EVENT_OF)
def test_every_event_has_its_method(tag: str) -> None:
    written = getattr(SIGNED, tag)("2024-02-01", *FILLED.get(tag, ()))

    assert EVENT_OF[tag] is type(written.agreement.events[-1])
    assert iop.Agreement("life", SIGNED.agreement.terms, SIGNED.agreement.events) == (
        SIGNED.agreement
    )


@pytest.mark.parametrize("kind", EVENTS)
def test_a_method_takes_every_field_of_its_event(kind: type[iop.Event]) -> None:
    """By name and with its type: a type checker sees each."""
    parameters = inspect.signature(getattr(Life, iop.events.TAG_OF[kind])).parameters
    said = {"basis", "stated", "overrides", "extra"}
    fields = {field.name for field in attrs.fields(kind)} - said
    (rest,) = (one for one in parameters.values() if one.kind is inspect.Parameter.VAR_KEYWORD)

    assert fields == parameters.keys() - {"self", rest.name}
    assert rest.annotation in {"Unpack[Said]", "Unpack[Changed]"}


def test_what_every_event_may_say_is_taken_in() -> None:
    paper = iop.Source("SON 2021-404", "§ 13")
    written = SIGNED.noted("2024-02-01", basis=paper, stated="i februari", extra={"dnr": "1"})

    assert written.agreement.events[-1] == iop.Noted(
        "2024-02-01", what="noted", by="a", basis=paper, stated="i februari", extra={"dnr": "1"}
    )


def test_an_approval_implies_what_came_before_it() -> None:
    tags = [event.tag for event in SIGNED.agreement.events]

    assert ["initiated", "proposed", "approved", "signed", "signed"] == tags
    assert {"2023-11-20"} == {str(event.on) for event in SIGNED.agreement.events[:3]}


def test_what_was_written_is_not_implied_again() -> None:
    life = Life("2024-01-01", "P3Y").initiated("2023-09-01", by="a").proposed("2023-10-01")
    life = life.remitted("2023-10-10").proposed("2023-10-20").approved("2023-11-20")

    assert ["initiated", "proposed", "remitted", "proposed", "approved"] == [
        event.tag for event in life.agreement.events
    ]


def test_a_remaining_party_signs_and_one_that_is_named() -> None:
    approved = Life("2024-01-01", "P3Y").approved("2023-11-20")
    by_hand = approved.signed("2023-12-01", by="board").signed("2023-12-04")

    assert ("board", "b") == tuple(event.by for event in by_hand.agreement.events[-2:])
    by_hand.stands(state="signed").sound()
    approved.signed("2023-12-01", by=["b", "a"]).stands(signed_by=("a", "b"), unsigned=())


def test_what_is_filled_in_is_sound() -> None:
    """Every guard of a life as it is written by default answers yes."""
    life = Life(
        "2024-01-01",
        "P2Y",
        renewal=iop.RenewalOption("P1Y"),
        duties=[iop.Duty("follow-up", "follow_up", iop.PerWindow(1, "P1Y"), who="a")],
    )
    written = (
        life.initiated("2023-09-01")
        .proposed("2023-10-01")
        .tabled("2023-10-15")
        .approved("2023-11-20", condition="the budget")
        .condition_met("2023-11-25")
        .adjusted("2023-11-27")
        .announced("2023-11-28")
        .signed("2023-12-01")
        .followed_up("2024-11-01")
        .follow_up_called("2025-02-01")
        .followed_up("2025-02-20", answers=11)
        .extended("2025-06-01")
        .amended("2025-07-01", notice=iop.Notice("P3M", written=True, counts_from="receipt"))
        .notice_given("2025-08-10")
        .ending_lifted("2025-08-20", 15)
        .ending_decided("2026-10-01")
    )

    written.sound().stands(last_day="2026-12-31", number=2, state="follow_up")
    written.until("2027-01-01").stands(state="terminated", reason="not_renewed")


def test_what_is_not_said_is_absent_and_may_be_said_to_be_unknown() -> None:
    notice = iop.NoticeGiven("2024-02-01", by="b", written=True)
    unread = Life("2024-01-01", "P3Y", notice=iop.UNKNOWN).approved("2023-11-20")

    SIGNED.refused(notice, "notice-clause")
    unread.signed("2023-12-01").unknown(notice, "notice-clause")


def test_terms_may_be_given_and_changed() -> None:
    terms = iop.Terms(first_day="2020-01-01", length="P1Y", kind="agreement")

    assert terms == Life(terms=terms).agreement.terms
    assert attrs.evolve(terms, length="P2Y") == Life(terms=terms, length="P2Y").agreement.terms
    assert attrs.evolve(terms, total=5) == Life(terms=terms, total=5).agreement.terms


def test_money_is_filled_in_by_sector_and_only_where_none_is_said() -> None:
    parties = [iop.Party("x", "X", sector="civil"), iop.Party("y", "Y", sector="public")]
    filled = Life("2024-01-01", "P1Y", parties=parties).agreement.terms

    assert isinstance(filled.contributions, tuple)
    assert ["y", "x"] == [line.party for line in filled.contributions]
    assert iop.UNKNOWN is Life("2024-01-01", total=5).agreement.terms.contributions
    assert iop.UNKNOWN is Life("2024-01-01", parties=parties[:1]).agreement.terms.total


def test_time_passes_to_a_day_and_what_asks_asks_on_it() -> None:
    SIGNED.stands(state="signed", in_force="no")
    SIGNED.until("2023-12-31").stands(state="signed")
    SIGNED.until("2024-01-01").stands(state="active", in_force="yes", last_day="2026-12-31")
    SIGNED.until("2027-01-01").stands(state="terminated", reason="expired", days_left=-1)


def test_a_late_record_does_not_turn_time_back() -> None:
    late = SIGNED.until("2024-06-01").noted("2024-03-01")

    assert "2024-06-01" == str(late.day)
    with pytest.raises(iop.BadValue, match="must not be before 2024-06-01"):
        late.until("2024-05-31")


def test_a_life_to_which_no_time_has_come_is_asked_on_a_day() -> None:
    with pytest.raises(iop.BadValue, match="must be given"):
        Life("2024-01-01", "P1Y").stands(state=None)

    Life("2024-01-01", "P1Y").stands("2023-01-01", state=None)


def test_one_life_goes_on_in_two_ways() -> None:
    one, other = SIGNED.rescinded("2024-06-01"), SIGNED.voided("2024-07-01", by="a")

    assert ("rescinded", "void") == (one.on("2025-01-01").reason, other.on("2025-01-01").reason)
    assert 5 == len(SIGNED.agreement.events)


def test_a_successor_follows_the_day_after() -> None:
    (*_, event) = SIGNED.renewed("2026-11-01").agreement.events

    assert iop.Renewed(
        "2026-11-01",
        by="a",
        successor="successor",
        period=iop.Period("2027-01-01", "2029-12-31"),
    ) == (event)
    (*_, unending) = Life("2024-01-01", open_ended=True).renewed("2026-11-01").agreement.events
    assert iop.UNKNOWN is unending.period  # type: ignore[attr-defined] # it is Renewed


# --- what is not so ----------------------------------------------------------------------


def told(failure: pytest.ExceptionInfo[AssertionError]) -> str:
    return str(failure.value)


def test_another_standing_is_told_with_the_whole_timeline_and_its_causes() -> None:
    with pytest.raises(AssertionError) as failure:
        SIGNED.stands("2024-01-01", state="signed", last_day="2026-12-30", in_force="yes")

    assert """\
on 2024-01-01 it stands otherwise
  state: expected signed, found active
  last_day: expected 2026-12-30, found 2026-12-31
life, under the policy default: from 2024-01-01 until 2026-12-31
2023-11-20 initiated #1: None -> initiative
    b took the initiative
2023-11-20 proposed #2: initiative -> proposed
    a proposed the agreement
2023-11-20 approved #3: proposed -> approved
    board approved the agreement
2023-12-01 signed #4: approved -> approved
    a signed
2023-12-01 signed #5: approved -> signed
    b signed
2024-01-01 ~starts: signed -> active
    the first day, 2024-01-01, has come
2027-01-01 ~runs-out: active -> terminated
    the last day, 2026-12-31, is past
on 2024-01-01: active, in force yes, last day 2026-12-31, 1095 days left, reason None
""" == told(failure)


def test_what_is_allowed_is_not_refused_nor_unknown() -> None:
    event = iop.EndingDecided("2026-10-01", by="board", last_day="2026-12-31")

    assert SIGNED.allowed(event)
    for asks in (SIGNED.refused, SIGNED.unknown):
        with pytest.raises(AssertionError, match=r"expected (no|unknown), answered yes") as failure:
            asks(event)
        assert "ending_decided is allowed on 2026-10-01" in told(failure)


def test_every_reason_of_a_refusal_is_told_with_its_source() -> None:
    with pytest.raises(AssertionError, match="expected yes, answered no") as failure:
        SIGNED.allowed(iop.Signed("2027-01-01", by="b"))

    assert "x b has signed already   [" in told(failure)
    assert "x 2027-01-01 is after the last day, 2026-12-31   [" in told(failure)
    assert "2027-01-01 ~runs-out" in told(failure)


def test_a_code_that_is_no_reason_is_told() -> None:
    with pytest.raises(AssertionError, match=r"no reason is signed-once, sums\n"):
        SIGNED.refused(
            iop.NoticeGiven("2024-02-01", by="b"), "notice-clause", "signed-once", "sums"
        )


def test_flags_that_are_up_and_that_are_not() -> None:
    life = SIGNED.until("2026-12-01").flagged("ends").unflagged("starts")

    with pytest.raises(AssertionError, match="these flags are not up: starts") as failure:
        life.flagged("ends", "starts", within="P6M")
    assert "2026-12-31 ends (urgent): the agreement ends on 2026-12-31" in told(failure)
    for codes in (("starts", "ends"), ()):
        with pytest.raises(AssertionError, match="these flags are up: ends"):
            life.unflagged(*codes)
    life.unflagged(on="2024-02-01", within="P6M")


def test_what_has_no_effect_is_told_though_nothing_raised() -> None:
    SIGNED.effective()

    with pytest.raises(AssertionError, match=r"2024-02-01 signed #6: wrong-state") as failure:
        SIGNED.signed("2024-02-01", by="b").effective()
    assert "signed #6: active -> active  (no effect: wrong-state)" in told(failure)


def test_what_should_not_have_happened_is_told_though_it_has_its_effect() -> None:
    retold = SIGNED.rescinded("2024-02-01", agreed_by=["a"]).effective()

    with pytest.raises(AssertionError, match="rescinded is refused on 2024-02-01"):
        retold.sound()


@pytest.mark.parametrize("value", [None, iop.UNKNOWN, 3])
def test_a_fact_that_no_standing_has_is_refused_by_name(value: object) -> None:
    strange: dict[str, Any] = {"last": value}
    with pytest.raises(iop.BadValue, match=r"stands: must be one of state, .*, not 'last'"):
        SIGNED.stands(**strange)


@pytest.mark.parametrize("ask", [SIGNED.flagged, SIGNED.unflagged])
def test_a_flag_that_there_is_not_is_refused_by_name(ask: Any) -> None:  # noqa: ANN401 - either
    with pytest.raises(iop.BadValue, match=r"codes: must be codes of flags .*, not 'sucessor"):
        ask("ends", "sucessor-missing", on="2026-12-01")


def test_no_code_at_all_is_no_flag_to_be_up() -> None:
    with pytest.raises(iop.BadValue, match="codes: must name at least one flag"):
        SIGNED.flagged()


STRANGE: Any = "linkoping"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Life("2024-01-01", "P1Y", policy=STRANGE), "Life.policy: must be of the kind Po"),
        (lambda: SIGNED.under(STRANGE), "Life.policy: must be of the kind Policy"),
        (lambda: Life.of(STRANGE), "Life.agreement: must be of the kind Agreement"),
        (lambda: Life.of(SIGNED.agreement, policy=STRANGE), "Life.policy: must be of the kind"),
        (
            lambda: SIGNED.under(iop.LINKOPING, chain=STRANGE),
            "Life.chain: must be of the kind Chain",
        ),
        (
            lambda: SIGNED.under(iop.LINKOPING, is_working_day=STRANGE),
            "is_working_day: must be a function of a day",
        ),
        (lambda: Life(terms=STRANGE), "Life.terms: must be of the kind Terms"),
        (lambda: SIGNED.record(STRANGE), "must hold values of Event"),
    ],
)
def test_what_is_of_another_kind_is_refused_at_once(make: Any, said: str) -> None:  # noqa: ANN401 - as given
    with pytest.raises(iop.BadValue, match=said):
        make()


# --- under what it is asked --------------------------------------------------------------


@iop.guard("town:no-notice", source=iop.Source("The town's own"))
def no_notice(_case: iop.Case, _event: iop.NoticeGiven) -> iop.Finding:
    """Notice is not given."""
    return iop.not_met()


def test_a_life_is_asked_under_a_policy() -> None:
    town = iop.Policy("town", guards=[no_notice])
    notice = iop.Notice("P3M", written=True, counts_from="receipt")
    life = Life("2024-01-01", "P3Y", policy=town, notice=notice).approved("2023-11-20")
    event = iop.NoticeGiven("2024-02-01", by="b", written=True)

    assert ("town:no-notice",) == life.signed("2023-12-01").refused(event).codes
    assert life.signed("2023-12-01").under(iop.DEFAULT).allowed(event)
    assert "town" == Life.of(life.agreement, policy=town).refused(event).policy
    assert {"town"} == {flag.policy for flag in life.signed("2023-12-01").flags("2026-12-01")}


def test_a_life_is_asked_with_working_days_and_a_chain() -> None:
    life = (
        SIGNED.adjusted("2023-11-22")
        .announced("2023-11-23", 3)
        .under(iop.DEFAULT, is_working_day=lambda _day: True)
    )
    successor = iop.Agreement("successor", Life("2027-01-01", "P1Y").agreement.terms)
    event = iop.Renewed(
        "2026-11-01", successor="successor", period=iop.Period("2027-01-01", "2027-12-31")
    )

    def final(day: str) -> iop.Answer:
        return next(one.answer for one in life.on(day).final)

    assert (iop.Answer.NO, iop.Answer.YES) == (final("2023-12-14"), final("2023-12-15"))
    told = SIGNED.under(iop.DEFAULT, chain=iop.chain([SIGNED.agreement, successor], "2026-11-01"))
    verdicts = {one.code: one.found.value for one in told.allowed(event).verdicts}
    assert "not_met" == verdicts["successor-signed"]


# --- a value -----------------------------------------------------------------------------


def test_a_life_is_a_value() -> None:
    again = Life("2024-01-01", "P3Y").approved("2023-11-20").signed("2023-12-01")

    assert again == SIGNED
    assert hash(again) == hash(SIGNED)
    assert pickle.loads(pickle.dumps(again)) == SIGNED  # noqa: S301 - our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SIGNED.day = None  # type: ignore[misc] # that is what is tried


def test_a_life_of_an_agreement_has_come_to_its_latest_event() -> None:
    assert "2023-12-01" == str(Life.of(SIGNED.agreement).day)
    assert Life.of(SIGNED.agreement) == SIGNED
    assert Life.of(iop.Agreement("x", iop.Terms())).day is None
    assert "x, under the policy default: from a day nobody can read" in str(
        Life.of(iop.Agreement("x", iop.Terms()))
    )


def test_what_a_life_prints_makes_it_again() -> None:
    assert SIGNED == eval(repr(SIGNED), {"iop": iop, "Life": Life})  # noqa: S307 - our own text


def test_a_life_prints_the_day_and_the_policy_it_has_come_to() -> None:
    asked = SIGNED.under(iop.LINKOPING).until("2025-01-01")
    again: Life = eval(repr(asked), {"iop": iop, "Life": Life})  # noqa: S307 - our own text

    assert asked == again
    assert ", policy=<town>)" in repr(SIGNED.under(iop.Policy("town")))


def test_what_is_left_out_does_not_move_what_follows_it() -> None:
    @attrs.frozen
    class Two:
        one: int = 1
        other: int = 2

    assert ["iop.Two()", "iop.Two(3)", "iop.Two(other=3)", "iop.Two(3, 4)"] == [
        code(two) for two in (Two(), Two(3), Two(1, 3), Two(3, 4))
    ]


@settings(max_examples=25)
@given(drawn=lives())
def test_any_life_prints_what_makes_it_again(drawn: iop.Agreement) -> None:
    """What was found is kept as a test by pasting it."""
    life = Life.of(drawn)

    assert life == eval(repr(life), {"iop": iop, "Life": Life})  # noqa: S307 - our own text
