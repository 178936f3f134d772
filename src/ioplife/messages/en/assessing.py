"""What is said of criteria and consultations, in English; the rule itself is data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

FAMILIES: Final[Mapping[str, Mapping[str, Variants]]] = {
    "criterion": {
        "met": (
            "met in part, which is enough: {rule}{partly:?}",
            "met: {rule}",
        ),
        "not_met": (
            "met only in part: {rule}{partly:?}",
            "not met: {rule}",
        ),
        "unknown": (
            "met in part, and it is not said whether that is enough: {rule}{partly:?}",
            "it is not known what event {number} found: {rule}",
            "not assessed: {rule}",
        ),
        "not_called_for": (
            "the agreement is {kind}, which is not held to this: {rule}",
            "not called for: {rule}",
        ),
    },
    "consultation": {
        "met": (
            "consulted on in part, which is enough: {rule}{partly:?}",
            "consulted on: {rule}",
        ),
        "not_met": (
            "consulted on only in part: {rule}{partly:?}",
            "consulted on, and not so: {rule}",
        ),
        "unknown": (
            "consulted on in part, and it is not said whether that is enough: {rule}{partly:?}",
            "it is not known what came of the consultation, event {number}: {rule}",
            "no consultation is on record: {rule}",
        ),
        "not_called_for": (
            "the agreement is {kind}, which needs no such consultation: {rule}",
            "no consultation is called for: {rule}",
        ),
    },
}
