"""How a document says that an agreement goes on, ends before its time, and is changed."""

import pytest

from ioplife.documents import dump_terms, load_terms, loads
from ioplife.events import Amended, Corrected, NoticeGiven
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Breach,
    RenewalOption,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)
from tests.documents.test_forms import PAPER, event, terms, wrong

# --- how it goes on and ends -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "renewal"),
    [
        ("", RenewalOption(UNKNOWN)),
        ('length = "P1Y"', RenewalOption("P1Y")),
        ('kind = "option"\nlength = "P1Y"', RenewalOption("P1Y")),
        (
            'length = "P1Y"\nask_before = { unknown = true }',
            RenewalOption("P1Y", ask_before=UNKNOWN),
        ),
        ('kind = "automatic"', AutomaticRenewal(UNKNOWN, UNKNOWN)),
        (
            'kind = "automatic"\nlength = "P1Y"\nnotice_before = "P6M"',
            AutomaticRenewal("P1Y", "P6M"),
        ),
        (
            (
                'kind = "automatic"\nlength = "P1Y"\nnotice_before = "P6M"\ntimes = 2\n'
                'written = true\ncounts_from = "sending"\ntext = "ett år i taget"\n'
                'source = { paper = "SON 2021-404", place = "§ 13" }'
            ),
            AutomaticRenewal(
                "P1Y",
                "P6M",
                times=2,
                written=True,
                counts_from="sending",
                text="ett år i taget",
                source=PAPER,
            ),
        ),
        ("absent = true", ABSENT),
        ("unknown = true", UNKNOWN),
    ],
)
def test_a_word_tells_an_option_from_what_goes_on_by_itself(
    text: str, renewal: RenewalOption | AutomaticRenewal | Absent | Unknown
) -> None:
    given = terms(f"[renewal]\n{text}")

    assert renewal == given.renewal
    assert given == load_terms(dump_terms(given))


def test_an_option_is_written_as_it_was_before_there_was_another() -> None:
    """A document that an earlier ioplife wrote reads the same, and is written the same."""
    assert {"renewal": {"length": "P1Y", "ask_before": "P6M"}} == dump_terms(
        Terms(renewal=RenewalOption("P1Y", ask_before="P6M"))
    )
    assert {
        "renewal": {"kind": "automatic", "length": "P1Y", "notice_before": "P6M"}
    } == dump_terms(Terms(renewal=AutomaticRenewal("P1Y", "P6M")))


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            'length = "P1Y"\nnotice_before = "P6M"',
            ['4: renewal.notice_before: is for a renewal of kind = "automatic"'],
        ),
        (
            'kind = "automatic"\nask_before = "P6M"\nlength = "6M"\nwriten = true',
            [
                '4: renewal.ask_before: is for a renewal of kind = "option"',
                (
                    "5: renewal.length: must be an ISO 8601 length of years, months, weeks and"
                    " days, like P6M, not '6M'"
                ),
                "6: renewal.writen: unknown key 'writen': did you mean 'written'?",
            ],
        ),
        ('kind = "auto"', ["3: renewal.kind: must be one of option, automatic, not 'auto'"]),
        (
            "kind = { unknown = true }",
            ["3: renewal.kind: must be one of option, automatic, not a table"],
        ),
        (
            'kind = "automatic"\ntimes = 0',
            ["4: renewal.times: must be a whole number of 1 or more, not 0"],
        ),
        (
            'kind = "automatic"\ntimes = "ever"',
            ["4: renewal.times: must be a whole number or unlimited, not 'ever'"],
        ),
    ],
)
def test_what_is_wrong_with_a_renewal_is_told_in_its_place(text: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f'id = "x"\n[renewal]\n{text}')


def test_a_renewal_is_a_table() -> None:
    assert ["2: renewal: must be a table, not 'P1Y'"] == wrong('id = "x"\nrenewal = "P1Y"')


@pytest.mark.parametrize(
    ("text", "breach"),
    [
        ('{ cure = "P30D", written = true }', Breach("P30D", written=True)),
        ("{ written = false }", Breach(UNKNOWN, written=False)),
        ("{}", Breach(UNKNOWN)),
        ("{ absent = true }", ABSENT),
    ],
)
def test_a_breach_may_be_corrected_for_so_long(text: str, breach: Breach | Absent) -> None:
    assert breach == terms(f"breach = {text}").breach


def test_notice_says_which_clause_it_is_given_under() -> None:
    head = 'event = "notice_given"\non = 2024-01-31\n'

    assert NoticeGiven("2024-01-31") == event(head)
    assert NoticeGiven("2024-01-31", under="renewal") == event(f'{head}under = "renewal"')
    assert NoticeGiven("2024-01-31", under=UNKNOWN) == event(f"{head}under = {{ unknown = true }}")


def test_an_amendment_needs_its_terms() -> None:
    assert ["2: events[0].terms: is missing"] == wrong(
        'id = "x"\n[[events]]\nevent = "amended"\non = 2024-01-31'
    )


def test_every_mistake_in_the_terms_of_an_amendment_stands_in_its_place() -> None:
    text = """\
id = "x"
[[events]]
event = "amended"
on = 2024-01-31

[events.terms]
kind = "ipo"
notcie = 1

[[events.terms.parties]]
id = "a"

[events.terms.breach]
cure = "P0D"
"""

    assert [
        "8: events[0].terms.notcie: unknown key 'notcie': did you mean 'notice'?",
        "10: events[0].terms.parties[0].name: is missing",
        "14: events[0].terms.breach.cure: must be longer than nothing, not 'P0D'",
    ] == [one for one in wrong(text) if "kind" not in one]


# --- what an amendment says ------------------------------------------------------------

AMENDED = """
id = "x"
paper = "SON 2021-404"

[[events]]
event = "amended"
on = 2024-01-31
basis = "§ 1"

[events.terms]
{head}
total = {{ amount = 1, source = "§ 13" }}
"""


@pytest.mark.parametrize(
    ("head", "source", "notice"),
    [
        ("", PAPER, UNKNOWN),
        ("complete = true", PAPER, Absent(Source("SON 2021-404"))),
        ('paper = "T"', Source("T", "§ 13"), UNKNOWN),
        ('paper = "T"\ncomplete = true', Source("T", "§ 13"), Absent(Source("T"))),
        ("complete = true\nnotice = { unknown = true }", PAPER, UNKNOWN),
    ],
)
def test_terms_within_an_event_may_have_a_paper_of_their_own(
    head: str, source: Source, notice: Absent | Unknown
) -> None:
    given = loads(AMENDED.format(head=head))
    (amended,) = given.events

    assert isinstance(amended, Amended)
    assert Source("SON 2021-404", "§ 1") == amended.basis
    assert StatedSum([Sum(1, source=source)]) == amended.terms.total
    assert notice == amended.terms.notice
    assert Terms() == given.terms


@pytest.mark.parametrize(
    "text",
    [
        'event = "amended"\nterms = { complete = true }',
        'event = "corrected"\nevent_no = 0\nto = { complete = true }',
        (
            'event = "corrected"\nevent_no = 1\n'
            'to = { event = "amended", on = 2024-01-01, terms = { complete = true } }'
        ),
    ],
)
def test_what_is_complete_in_an_event_lacks_what_a_complete_document_lacks(text: str) -> None:
    (found,) = loads(f'id = "x"\npaper = "P"\n[[events]]\non = 2024-01-31\n{text}').events
    within = found.to if isinstance(found, Corrected) else found

    assert terms('paper = "P"\ncomplete = true') == getattr(within, "terms", within)


def test_a_paper_of_an_amendment_is_no_paper_of_the_document() -> None:
    rule = "must be a table of paper and place (the document names no paper of its own)"
    text = AMENDED.format(head='paper = "T"').replace('paper = "SON 2021-404"\n', "")

    assert [f"7: events[0].basis: {rule}, not '§ 1'"] == wrong(text)


def test_what_is_wrong_with_a_paper_within_an_event_is_told_there() -> None:
    assert [
        "11: events[0].terms.paper: must be text that is not empty, not ' '",
        "12: events[0].terms.complete: must be true or false, not 'yes'",
    ] == wrong(AMENDED.format(head='paper = " "\ncomplete = "yes"'))
    assert ["8: events[0].terms.complete: needs paper: the one that was read whole"] == wrong(
        'id = "x"\n\n[[events]]\nevent = "amended"\non = 2024-01-31\n\n'
        "[events.terms]\ncomplete = true"
    )
