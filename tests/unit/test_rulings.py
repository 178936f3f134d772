"""What becomes of one decision, by itself (RULES §6)."""

from pendulum import Date

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
