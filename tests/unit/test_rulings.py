"""What becomes of one decision, by itself (RULES §6)."""

from pendulum import Date

import ioplife as iop
from ioplife.answers import Answer
from ioplife.events import Announced, AnnouncementRemoved
from ioplife.lifecycle.rulings import Ruling


def test_an_announcement_is_taken_down_once() -> None:
    ruling = Ruling(3, Date(2021, 1, 29), "approved")
    for event in (
        Announced("2021-02-01"),
        AnnouncementRemoved("2021-02-10"),
        AnnouncementRemoved("2021-03-10"),
    ):
        ruling = ruling.after(4, event)
    assert (Date(2021, 2, 10), Answer.NO) == (
        ruling.removed,
        ruling.finality(Date(2021, 3, 20), lambda _day: True).answer,
    )


def test_an_annulment_moves_nothing_that_is_over() -> None:
    parties = (
        iop.Party("town", "Kommunen", sector="public"),
        iop.Party("club", "Föreningen", sector="civil"),
    )
    terms = iop.Terms(parties=parties, first_day="2022-01-01", last_day="2023-12-31")
    ended = iop.Agreement("a", terms).record(
        iop.Initiated("2021-01-01", by="club"),
        iop.Proposed("2021-02-01"),
        iop.Approved("2021-03-01", by="town"),
        iop.Signed("2021-04-01", by="town"),
        iop.Signed("2021-04-01", by="club"),
        iop.Rescinded("2022-05-01", last_day="2022-12-31", agreed_by=["town", "club"]),
        iop.Annulled("2023-02-01", decision=6),
        iop.Annulled("2023-02-02", decision=3),
    )
    before, after = ended.on("2023-01-31"), ended.on("2023-02-02")
    assert (before.state, before.last_day, before.endings) == (
        after.state,
        after.last_day,
        after.endings,
    )
