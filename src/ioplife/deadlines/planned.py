"""The codes of planning backwards: what must be decided, and its papers, by when (RULES §9)."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from ioplife.deadlines.question import Question, Up, up
from ioplife.norms import DECIDE_LEAD, PAPERS_LEAD
from ioplife.planning import Plan, PlanDay


def decide_by(q: Question) -> Iterator[Up]:
    """What follows is to be decided: at the last meeting in time, else by the lead's last day."""
    if not q.norms.standing(DECIDE_LEAD, on=q.standing.on):
        return
    plan = q.plan
    if plan.decide_by is not None and plan.decide_by.code == "decide-lead":
        yield _up(plan, plan.decide_by, plan.decision, who=q.board, period=q.bound_periods)


def papers_by(q: Question) -> Iterator[Up]:
    """The papers for what is to be decided are to be handed in."""
    if not q.norms.standing(PAPERS_LEAD, on=q.standing.on):
        return
    plan = q.plan
    if plan.papers_by is not None:
        yield _up(plan, plan.papers_by, plan.papers_by.day, who=q.board, period=q.bound_periods)


def _up(plan: Plan, said: PlanDay, day: Date | None, *, who: tuple[str, ...], period: int) -> Up:
    return up(
        day,
        who=who,
        source=said.source,
        subject=str(period),
        decide_by=plan.decide_by.day if plan.decide_by else None,
        meeting=plan.meeting.day if plan.meeting else None,
        papers_by=plan.papers_by.day if plan.papers_by else None,
        notice=_aim(plan, "target-notice"),
        option=_aim(plan, "target-option"),
        last_day=_aim(plan, "target-last-day", "target-earliest"),
    )


def _aim(plan: Plan, *codes: str) -> Date | None:
    """The day that waits for the decision, where it is of this sort."""
    target = plan.target
    return target.day if target is not None and target.code in codes else None
