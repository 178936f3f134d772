"""Sets of criteria for a partnership: data with a version, each with its source (kriterier).

There is no one list: Forum's has been quoted with six and with seven criteria, and Stenungsund
counts eight, which is not here because only their number is known. So a set is data, and a
policy names the one it uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_flag, is_ident, is_named, is_text, row
from ioplife.errors import BadValue
from ioplife.sources import LINKOPING, Source, is_cited


@attrs.frozen
class Criterion:
    """What a partnership is held to, or somebody to be consulted (kriterium, samråd).

    Args:
        name: its name; an assessment of the ``matter`` of that name answers it.
        sentence: what shall hold, in English, without a capital and a full stop.
        sentence_sv: the same in Swedish; empty: the English stands for both.
        source: the paper it stands in.
        hard: whether a proposal is refused where it is not met or not known.
    """

    name: str = attrs.field(validator=is_ident)
    sentence: str = attrs.field(validator=is_named)
    sentence_sv: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source = attrs.field(validator=is_cited, kw_only=True)
    hard: bool = attrs.field(default=False, validator=is_flag, kw_only=True)


def _criteria(values: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return row(Criterion, values, "CriteriaSet.criteria")


def _consultations(values: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return row(Criterion, values, "CriteriaSet.consultations")


def _is_flag_or_unknown(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not UNKNOWN:
        is_flag(instance, attribute, value)


@attrs.frozen
class CriteriaSet:
    """What a partnership is held to, as one paper has it (kriterier).

    Args:
        name: its name.
        version: its version, as text: a day, a year or a number.
        criteria: what shall hold; at least one.
        consultations: who shall be consulted.
        source: the paper it stands in.
        partly_suffices: whether a criterion met in part is met ("helt eller delvis");
            UNKNOWN where the paper does not say.

    Raises:
        BadValue: for a set without criteria, and for a name given twice.
    """

    name: str = attrs.field(validator=is_ident)
    version: str = attrs.field(validator=is_named)
    criteria: tuple[Criterion, ...] = attrs.field(converter=_criteria, kw_only=True)
    consultations: tuple[Criterion, ...] = attrs.field(
        default=(), converter=_consultations, kw_only=True
    )
    source: Source = attrs.field(validator=is_cited, kw_only=True)
    partly_suffices: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=_is_flag_or_unknown, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if not self.criteria:
            raise BadValue("CriteriaSet.criteria", (), "must hold at least one criterion")
        given: set[str] = set()
        for one in (*self.criteria, *self.consultations):
            if one.name in given:
                raise BadValue("CriteriaSet.criteria", one.name, "must give each name once")
            given.add(one.name)


# --- Forum's -------------------------------------------------------------------------------

# Forum's own page with the list could not be read; each set rests on the page that quotes it.
_EKSJO: Final = Source(
    "Forum's criteria, as Miljöpartiet Eksjö quotes them",
    "https://www.mp.se/eksjo/politik/ideburet-offentligt-partnerskap-iop/",
)
_MALMO: Final = Source(
    "Forum's criteria, as Malmö stad gives them",
    "https://malmo.se/Service/For-foreningar/Organisationsstod-inom-socialt-omrade/"
    "IOP-Ideburet-Offentligt-Partnerskap.html",
)


def _place(source: Source, number: int) -> Source:
    """A criterion's number, where the list is numbered; the address stands with the set."""
    return Source(source.paper, str(number) if source is _EKSJO else "")


def _forum(source: Source) -> tuple[Criterion, ...]:
    """The six that every list begins with."""
    return (
        Criterion(
            "civil_initiative",
            "the activity comes from an initiative of the civil-society organisation",
            sentence_sv="verksamheten sker på initiativ av den idéburna organisationen",
            source=_place(source, 1),
        ),
        Criterion(
            "political_programme",
            "the activity is part of carrying out a political programme or plan that names"
            " civil-society organisations",
            sentence_sv="verksamheten är ett led i att förverkliga ett politiskt program eller en"
            " plan där de idéburna organisationerna särskilt nämns",
            source=_place(source, 2),
        ),
        Criterion(
            "not_regular_grant",
            "the activity is no part of the regular grants to associations",
            sentence_sv="verksamheten är inte en del av det normerade föreningsbidraget",
            source=_place(source, 3),
        ),
        Criterion(
            "no_market",
            "there is no market or competition to protect",
            sentence_sv="det finns ingen marknad eller konkurrenssituation att vårda",
            source=_place(source, 4),
        ),
        Criterion(
            "co_financed",
            "both parties finance the activity, with money or otherwise",
            sentence_sv="båda parter finansierar verksamheten, med pengar eller andra insatser",
            source=_place(source, 5),
        ),
        Criterion(
            "not_detail_regulated",
            "the municipality does not regulate the activity in detail",
            sentence_sv="verksamheten detaljregleras inte från kommunen",
            source=_place(source, 6),
        ),
    )


FORUM_SIX: Final = CriteriaSet("forum-six", "1", criteria=_forum(_EKSJO), source=_EKSJO)
"""Forum's criteria where they are quoted as six; whether partly is enough is not said."""

FORUM_SEVEN: Final = CriteriaSet(
    "forum-seven",
    "1",
    criteria=(
        *_forum(_MALMO),
        Criterion(
            "long_term",
            "the activity is meant to go on for a longer time",
            sentence_sv="verksamheten avses drivas under längre tid",
            source=_place(_MALMO, 7),
        ),
    ),
    source=_MALMO,
)
"""Forum's criteria where they are given as seven; whether partly is enough is not said."""

# --- Linköping's ---------------------------------------------------------------------------

LINKOPING_2020: Final = CriteriaSet(
    "linkoping",
    "2020-02",
    criteria=(
        Criterion(  # S4:35
            "mutual_commitment",
            "two or more parties commit themselves to each other: the municipality, and"
            " organisations of civil society",
            sentence_sv="det är ett ömsesidigt åtagande mellan två eller fler parter, varav"
            " kommunen är en och övriga parter är en del av den idéburna sektorn",
            source=LINKOPING,
        ),
        Criterion(  # S4:35
            "no_market",
            "the activity cannot be put out to competition: there is no commercial market for it",
            sentence_sv="aktiviteten går inte att konkurrensutsätta: det finns ingen kommersiell"
            " marknad för det som ska göras",
            source=LINKOPING,
        ),
        Criterion(  # S4:35
            "civil_initiative",
            "the initiative came from the civil-society organisation",
            sentence_sv="initiativet kommer från civilsamhällesaktören",
            source=LINKOPING,
        ),
        Criterion(  # S4:35
            "cooperation_emphasised",
            "the way it is drawn up emphasises that cooperation matters",
            sentence_sv="det som avses betonar till sitt utformande vikten av samverkan",
            source=LINKOPING,
        ),
        *(
            Criterion(  # S4:31: three laws to heed, and every partnership is judged by itself
                name,
                f"this partnership has been judged by itself by {act}",
                sentence_sv=f"partnerskapet har bedömts individuellt enligt {lag}",
                source=LINKOPING,
            )
            for name, act, lag in (
                ("procurement", "the public procurement act", "lagen om offentlig upphandling"),
                ("state_aid", "the state aid rules of the EU", "EU:s statsstödsregler"),
                ("local_government", "the local government act", "kommunallagen"),
            )
        ),
    ),
    consultations=(
        Criterion(  # S0:59; S4:89 has the heading, and that none was called for
            "legal_consultation",
            "the legal unit has nothing against the proposal",
            sentence_sv="juridikenheten har inget att erinra mot förslaget",
            source=Source("SON 2021-404, tjänsteskrivelse 2023-05-08", "Samråd"),
        ),
        Criterion(  # S4:95-97; S0:65-68
            "union_consultation",
            "the unions have been informed or negotiated with, as the act (1976:580) on"
            " co-determination has it",
            sentence_sv="information eller förhandling har skett enligt lagen (1976:580) om"
            " medbestämmande i arbetslivet",
            source=Source(LINKOPING.paper, "Information eller förhandling enligt lag (1976:580)"),
        ),
    ),
    source=LINKOPING,
)
"""What Linköping holds central to its partnerships, and the consultations its memos tell of.

Its guidelines (KS 2016-573) are not among the papers; they rest on Forum's.
"""

SETS: Final = (FORUM_SIX, FORUM_SEVEN, LINKOPING_2020)
"""The sets that come with the library."""
