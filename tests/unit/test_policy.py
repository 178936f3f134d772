"""Whose guards, numbers and criteria a question is asked under."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest

import ioplife as iop
from ioplife.criteria import SETS

PAPER = iop.Source("Riktlinjer", "§ 2")
TOWN = iop.Party(
    "town",
    "Linköpings kommun",
    sector="public",
    bodies=[iop.Body("amn", "Arbetsmarknadsnämnden", kind="board")],
)
REGION = iop.Party("region", "Regionen", sector="public")
MISSION = iop.Party("mission", "Linköpings Stadsmission", sector="civil")
TERMS = iop.Terms(
    parties=[TOWN, MISSION],
    kind="iop",
    first_day="2024-01-01",
    last_day="2025-12-31",
    total=1000,
    contributions=[
        iop.Contribution("town", 700, form="cash"),
        iop.Contribution("mission", 300, form="in_kind"),
    ],
    disbursements=[iop.Disbursement("mission", 700)],
)
PROPOSED = iop.Proposed("2023-05-08", to="amn")


def begun(*events: iop.Event, **terms: object) -> iop.Agreement:
    """An agreement whose initiative was taken, and what has happened since."""
    changed: dict[str, Any] = terms
    agreed = attrs.evolve(TERMS, **changed)
    return iop.Agreement("a", agreed, [iop.Initiated("2023-01-01", by="mission"), *events])


def families(decision: iop.Decision) -> dict[str, str]:
    """The status of each criterion and consultation."""
    return {
        verdict.code: verdict.status.value
        for verdict in decision.verdicts
        if verdict.code.startswith(("criterion:", "consultation:"))
    }


# --- the policies that come with the library -----------------------------------------------


def test_every_answer_names_its_policy() -> None:
    agreement = begun()
    for policy in iop.POLICIES.values():
        named = [
            agreement.consider(PROPOSED, policy=policy).policy,
            *(one.policy for one in agreement.options("2023-05-08", policy=policy)),
            *(one.policy for one in agreement.audit(policy=policy)),
        ]
        running = iop.Agreement("b", TERMS, [iop.Entered("2024-01-01", state="active")])
        named += [one.policy for one in running.deadlines("2025-06-01", policy=policy)]
        named += [one.policy for one in iop.flag([running], "2025-06-01", policy=policy)]

        assert {policy.name} == set(named)


def test_a_policy_is_named_by_itself_and_no_word() -> None:
    agreement = begun()
    asked = (
        lambda: agreement.consider(PROPOSED, policy="linkoping"),  # type: ignore[arg-type]
        lambda: agreement.options("2023-05-08", policy="linkoping"),  # type: ignore[arg-type]
        lambda: agreement.audit(policy="linkoping"),  # type: ignore[arg-type]
        lambda: agreement.deadlines("2023-05-08", policy="linkoping"),  # type: ignore[arg-type]
        lambda: iop.flag([agreement], "2023-05-08", policy="linkoping"),  # type: ignore[arg-type]
    )
    for ask in asked:
        with pytest.raises(iop.BadValue, match="policy: must be of the kind Policy"):
            ask()


def test_the_default_asks_forums_six_and_no_consultation() -> None:
    assert {
        "criterion:civil_initiative": "question",
        "criterion:political_programme": "question",
        "criterion:not_regular_grant": "question",
        "criterion:no_market": "question",
        "criterion:co_financed": "question",
        "criterion:not_detail_regulated": "question",
    } == families(begun().consider(PROPOSED))


def test_linkoping_asks_its_own_and_its_consultations() -> None:
    assert {
        "criterion:mutual_commitment": "question",
        "criterion:no_market": "question",
        "criterion:civil_initiative": "question",
        "criterion:cooperation_emphasised": "question",
        "criterion:procurement": "question",
        "criterion:state_aid": "question",
        "criterion:local_government": "question",
        "consultation:legal_consultation": "question",
        "consultation:union_consultation": "question",
    } == families(begun().consider(PROPOSED, policy=iop.LINKOPING))


def test_an_assessment_before_the_proposal_answers_and_one_after_does_not() -> None:
    before = iop.Assessed("2023-05-08", matter="no_market", outcome="met")
    after = iop.Assessed("2023-05-09", matter="no_market", outcome="met")
    found = [
        families(begun(one).consider(PROPOSED))["criterion:no_market"] for one in (before, after)
    ]

    assert ["ok", "question"] == found


def test_linkoping_has_one_public_party_and_the_library_may_have_two() -> None:
    terms = {"parties": [TOWN, REGION, MISSION]}

    assert begun(**terms).consider(PROPOSED)
    refused = begun(**terms).consider(PROPOSED, policy=iop.LINKOPING)
    assert ("linkoping:one-public-party",) == refused.codes
    assert begun().consider(PROPOSED, policy=iop.LINKOPING)


def test_the_share_is_asked_for_by_linkoping_of_its_labour_market_board() -> None:
    def share(agreement: iop.Agreement, policy: iop.Policy) -> str:
        verdicts = agreement.consider(PROPOSED, policy=policy).verdicts
        return next(one.found.value for one in verdicts if one.code == "public-share")

    other = attrs.evolve(TOWN, bodies=[iop.Body("son", "Socialnämnden", kind="board")])

    assert "not_called_for" == share(begun(), iop.DEFAULT)
    assert "not_met" == share(begun(), iop.LINKOPING)
    assert "not_called_for" == share(begun(parties=[other, MISSION]), iop.LINKOPING)


@pytest.mark.parametrize("kind", ["lou_partnership", "esf_project", "joint_project", "agreement"])
def test_nothing_of_this_is_asked_of_another_kind(kind: str) -> None:
    for policy in iop.POLICIES.values():
        decision = begun(kind=kind).consider(PROPOSED, policy=policy)

        assert {"ok"} == set(families(decision).values())
        assert decision


def test_the_options_and_the_audit_are_asked_under_it_too() -> None:
    two = begun(PROPOSED, parties=[TOWN, REGION, MISSION])
    (found,) = (one for one in two.audit(policy=iop.LINKOPING) if one.event == PROPOSED)
    options = begun(parties=[TOWN, REGION, MISSION]).options("2023-05-08", policy=iop.LINKOPING)
    (option,) = (one for one in options if one.tag == "proposed")

    assert ("linkoping:one-public-party",) == found.codes
    assert iop.Answer.NO is option.answer


# --- a policy of one's own ---------------------------------------------------------------


def test_it_may_harden_a_criterion() -> None:
    strict = iop.Policy("strict", hardened=["criterion:no_market"])
    met = iop.Assessed("2023-05-01", matter="no_market", outcome="met")

    assert iop.Answer.UNKNOWN is begun().consider(PROPOSED, policy=strict).answer
    assert ("criterion:no_market",) == begun().consider(PROPOSED, policy=strict).codes
    assert begun(met).consider(PROPOSED, policy=strict)


def test_it_may_harden_the_share() -> None:
    half = iop.Norm("public-share", 50, source=PAPER)
    strict = iop.Policy("strict", norms=[half], hardened=["public-share"])

    assert ("public-share",) == begun().consider(PROPOSED, policy=strict).codes
    near = attrs.evolve(half, value=60)
    assert begun().consider(PROPOSED, policy=attrs.evolve(strict, norms=[near]))


def test_a_set_may_be_hard_by_itself() -> None:
    own = iop.CriteriaSet(
        "own",
        "2024",
        criteria=[iop.Criterion("own:near", "it is near", source=PAPER, hard=True)],
        source=PAPER,
    )
    policy = iop.Policy("own", criteria=own)
    assessed = iop.Assessed("2023-05-01", matter="own:near", outcome="not_met")

    assert iop.Answer.UNKNOWN is begun().consider(PROPOSED, policy=policy).answer
    assert iop.Answer.NO is begun(assessed).consider(PROPOSED, policy=policy).answer


def test_somebody_may_answer_for_what_is_not_assessed() -> None:
    strict = iop.Policy("strict", hardened=["criterion:no_market"])
    answered = attrs.evolve(
        PROPOSED, overrides=[iop.Override("criterion:no_market", by="amn", why="asked around")]
    )
    decision = begun().consider(answered, policy=strict)

    assert decision
    assert "accepted" == families(decision)["criterion:no_market"]


def test_it_has_forums_six_unless_it_names_another_set() -> None:
    own = iop.Policy("own", norms=[iop.Norm("urgent-within", "P2M", source=PAPER)])

    assert iop.FORUM_SIX == own.criteria
    assert iop.DEFAULT.added(iop.Proposed) != ()
    assert [one.code for one in iop.DEFAULT.added(iop.Proposed)] == [
        one.code for one in own.added(iop.Proposed)
    ]


# --- the sets --------------------------------------------------------------------------


def test_the_sets_are_named_and_versioned_and_each_rests_on_a_paper() -> None:
    assert [("forum-six", "1", 6), ("forum-seven", "1", 7), ("linkoping", "2020-02", 7)] == [
        (one.name, one.version, len(one.criteria)) for one in SETS
    ]
    rows = itertools.chain.from_iterable((*one.criteria, *one.consultations) for one in SETS)
    assert [] == [one.name for one in rows if one.source == iop.Source("ioplife default")]


def test_the_seven_are_the_six_and_one_more() -> None:
    six, seven = (
        [(one.name, one.sentence, one.sentence_sv) for one in found.criteria]
        for found in (iop.FORUM_SIX, iop.FORUM_SEVEN)
    )

    assert six == seven[:6]
    assert {one.source.paper for one in iop.FORUM_SIX.criteria} == {iop.FORUM_SIX.source.paper}
    assert {one.source.paper for one in iop.FORUM_SEVEN.criteria} == {iop.FORUM_SEVEN.source.paper}


def test_no_paper_says_that_partly_is_enough() -> None:
    assert {iop.UNKNOWN} == {one.partly_suffices for one in SETS}


# --- numbers of deadlines ------------------------------------------------------------------


def severity(policy: iop.Policy, on: str, agreement: iop.Agreement | None = None) -> str:
    """How severe the end of 2025 is on a day."""
    running = agreement or iop.Agreement(
        "b", TERMS, [iop.Entered("2024-01-01", state="active", seen="2024-01-01")]
    )
    (found,) = (one for one in running.deadlines(on, policy=policy) if one.code == "ends")
    return found.severity.value


@pytest.mark.parametrize(
    ("on", "plain", "own"),
    [
        ("2025-09-30", "info", "info"),
        ("2025-10-01", "notice", "info"),
        ("2025-10-30", "notice", "info"),
        ("2025-10-31", "notice", "urgent"),
        ("2025-11-30", "notice", "urgent"),
        ("2025-12-01", "urgent", "urgent"),
    ],
)
def test_a_policy_says_how_near_is_urgent(on: str, plain: str, own: str) -> None:
    two = iop.Policy(
        "own",
        norms=[
            iop.Norm("urgent-within", "P2M", source=PAPER),
            iop.Norm("notice-within", "P1M", source=PAPER),
        ],
    )

    assert (plain, own) == (severity(iop.DEFAULT, on), severity(two, on))


@pytest.mark.parametrize(
    ("scope", "expected"), [((), "urgent"), (("amn",), "urgent"), (("son",), "info")]
)
def test_how_near_is_urgent_may_be_of_one_board(scope: tuple[str, ...], expected: str) -> None:
    own = iop.Policy("own", norms=[iop.Norm("urgent-within", "P6M", source=PAPER, scope=scope)])

    assert expected == severity(own, "2025-07-01")


def test_where_nobody_knows_the_board_the_longer_counts() -> None:
    bare = attrs.evolve(TOWN, bodies=[])
    running = iop.Agreement(
        "b",
        attrs.evolve(TERMS, parties=[bare, MISSION]),
        [iop.Entered("2024-01-01", state="active", seen="2024-01-01")],
    )
    longer, shorter = (
        iop.Policy("own", norms=[iop.Norm("urgent-within", length, source=PAPER, scope=["son"])])
        for length in ("P6M", "P1D")
    )

    assert "urgent" == severity(longer, "2025-07-01", running)
    assert "urgent" == severity(shorter, "2025-12-01", running)


def test_a_number_counts_from_its_day() -> None:
    own = iop.Policy(
        "own", norms=[iop.Norm("urgent-within", "P12M", since="2025-03-01", source=PAPER)]
    )

    assert ["info", "urgent"] == [severity(own, on) for on in ("2025-02-28", "2025-03-01")]


def test_a_guard_of_somebody_elses_carries_a_prefix() -> None:
    @iop.guard("own-budget", source=iop.Source("Ours"))
    def bare(case: iop.Case) -> iop.Finding:
        """There is a budget."""
        return iop.met(on=case.on)

    with pytest.raises(iop.BadValue, match="must carry a prefix"):
        iop.Policy("ours", guards=[bare])


# --- numbers of the agreement itself -------------------------------------------------------


def own_norms(*norms: iop.Norm) -> iop.Agreement:
    """An agreement in force that has numbers of its own."""
    return iop.Agreement(
        "b",
        attrs.evolve(TERMS, norms=norms),
        [iop.Entered("2024-01-01", state="active", seen="2024-01-01")],
    )


MONTHS = iop.Policy(
    "own",
    norms=[
        iop.Norm("urgent-within", "P2M", source=PAPER),
        iop.Norm("notice-within", "P4M", source=PAPER),
    ],
)
"""What is two months away is urgent."""


@pytest.mark.parametrize(
    ("length", "on", "expected"),
    [
        ("P6M", "2025-06-30", "info"),
        ("P6M", "2025-07-01", "urgent"),
        ("P1D", "2025-12-29", "notice"),
        ("P1D", "2025-12-30", "urgent"),
    ],
)
def test_the_agreement_says_how_near_is_urgent_before_its_policy(
    length: str, on: str, expected: str
) -> None:
    agreement = own_norms(iop.Norm("urgent-within", length, source=PAPER))

    assert expected == severity(MONTHS, on, agreement)


def test_what_the_agreement_has_no_number_for_its_policy_says() -> None:
    agreement = own_norms(iop.Norm("urgent-within", "P1D", source=PAPER))

    assert ["info", "notice"] == [
        severity(MONTHS, on, agreement) for on in ("2025-08-30", "2025-08-31")
    ]


def test_before_its_day_the_policys_number_holds() -> None:
    agreement = own_norms(iop.Norm("urgent-within", "P12M", since="2025-03-01", source=PAPER))

    assert ["info", "urgent"] == [
        severity(MONTHS, on, agreement) for on in ("2025-02-28", "2025-03-01")
    ]


def test_a_number_for_another_board_leaves_the_policys() -> None:
    agreement = own_norms(iop.Norm("urgent-within", "P12M", source=PAPER, scope=["son"]))

    assert ["info", "urgent"] == [
        severity(MONTHS, on, agreement) for on in ("2025-07-01", "2025-10-31")
    ]


def test_the_next_day_that_matters_is_by_the_agreements_number() -> None:
    by_day = own_norms(iop.Norm("urgent-within", "P12M", since="2025-03-01", source=PAPER))
    by_length = own_norms(iop.Norm("urgent-within", "P5M", source=PAPER))

    for agreement, expected in ((by_day, "2025-03-01"), (by_length, "2025-07-31")):
        found = agreement.next_due("2025-01-15", policy=MONTHS)
        assert expected == str(found)


SHARES = {"public-share": [50, 70], "public-share-tolerance": [10, 20]}


def share_of(agreement: iop.Agreement, policy: iop.Policy = iop.LINKOPING) -> iop.Verdict:
    """What the share of the public parties, seven tenths, is held to be."""
    verdicts = agreement.consider(PROPOSED, policy=policy).verdicts
    return next(one for one in verdicts if one.code == "public-share")


@pytest.mark.parametrize("name", SHARES)
def test_the_share_is_held_to_the_agreements_own_number(name: str) -> None:
    found = [
        share_of(begun(norms=[iop.Norm(name, value, source=PAPER)])).found.value
        for value in SHARES[name]
    ]

    assert ["not_met", "met"] == found


def test_its_own_number_is_asked_for_where_the_policy_has_none() -> None:
    own = iop.Norm("public-share", 50, source=PAPER)
    verdict = share_of(begun(norms=[own]), iop.DEFAULT)

    assert (iop.Found.NOT_MET, PAPER) == (verdict.found, verdict.clause)
    assert iop.Found.NOT_CALLED_FOR is share_of(begun(), iop.DEFAULT).found


def test_review_and_audit_are_asked_by_its_own_number() -> None:
    own = iop.Norm("public-share", 50, source=PAPER)
    entered = own_norms(own)
    agreement = begun(PROPOSED, norms=[own])
    (decision,) = (one for one in agreement.audit() if one.event == PROPOSED)

    assert "public-share" in {one.code for one in iop.review(entered, "2024-06-30")}
    assert "public-share" in {one.code for one in decision.remarks}
    without = attrs.evolve(entered, terms=TERMS)
    assert "public-share" not in {one.code for one in iop.review(without, "2024-06-30")}


def test_a_number_that_is_corrected_counts_as_corrected() -> None:
    wrong = own_norms(iop.Norm("urgent-within", "P1D", source=PAPER))
    right = attrs.evolve(TERMS, norms=[iop.Norm("urgent-within", "P6M", source=PAPER)])
    corrected = wrong.record(iop.Corrected("2024-02-01", event_no=0, why="a slip", to=right))

    assert ["notice", "urgent"] == [
        severity(MONTHS, "2025-10-01", one) for one in (wrong, corrected)
    ]


@pytest.mark.parametrize("whose", ["agreement", "policy"])
def test_the_first_day_may_be_that_of_a_number(whose: str) -> None:
    norms = [
        iop.Norm("public-share", 50, source=PAPER),
        iop.Norm("public-share", 70, since="2023-07-01", source=PAPER),
    ]
    mine, theirs = (norms, []) if whose == "agreement" else ([], norms)
    strict = iop.Policy("strict", norms=theirs, hardened=["public-share"])
    agreement = begun(norms=mine)

    assert not agreement.consider(PROPOSED, policy=strict)
    assert "2023-07-01" == str(agreement.first_day(PROPOSED, policy=strict))


def test_the_layers_stand_in_their_order() -> None:
    own = iop.Norm("own:lead", 3, source=PAPER)
    terms = attrs.evolve(TERMS, norms=[own])

    assert ((own,), *MONTHS.numbers.layers) == MONTHS.numbers_for(terms).layers
    assert MONTHS.numbers == MONTHS.numbers_for(TERMS)
