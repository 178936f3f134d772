"""What deserves a second look where agreements follow each other (anmärkningar om en kedja)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ioplife.chains import Chain, Joint
from ioplife.dates import Period
from ioplife.facts import facts
from ioplife.remarks import Remark, Weight

CODES: Final = ("link-one-sided", "link-gap", "link-overlap", "link-circle")
"""The codes of what is told of a chain."""


def review_chain(chain: Chain) -> tuple[tuple[str, Remark], ...]:
    """What deserves a second look in a chain, each with the id of the agreement it is told of.

    A gap, an overlap and a circle are told of the later agreement; what one side alone says,
    of the other. It refuses nothing.

    Args:
        chain: agreements that follow each other (``ioplife.chain``, ``ioplife.chains_of``).
    """
    found = [*(one for joint in chain.joints for one in _of_joint(joint)), *_circle(chain)]
    place = {link.id: number for number, link in enumerate(chain.links)}
    return tuple(sorted(found, key=lambda one: place[one[0]]))


def _of_joint(joint: Joint) -> Iterator[tuple[str, Remark]]:
    if joint.told_by == (joint.earlier,):
        yield joint.later, _one_sided(joint, joint.later, named_by=joint.earlier)
    elif joint.told_by == (joint.later,):
        yield joint.earlier, _one_sided(joint, joint.earlier, followed_by=joint.later)
    for code, days in (("link-gap", joint.gap), ("link-overlap", joint.overlap)):
        if isinstance(days, Period):
            values = facts(earlier=joint.earlier, period_first=days.first, period_last=days.last)
            yield joint.later, Remark(code, Weight.WARNING, values)


def _one_sided(joint: Joint, silent: str, **by: str) -> Remark:
    """Not yet there where the other side is silent; a warning where it says otherwise."""
    denied = silent in joint.denied_by
    weight = Weight.WARNING if denied else Weight.NOT_YET
    return Remark("link-one-sided", weight, facts(denied=denied or None, **by))


def _circle(chain: Chain) -> Iterator[tuple[str, Remark]]:
    for name in chain.circle:
        yield name, Remark("link-circle", Weight.WARNING, facts(circle=chain.circle))
