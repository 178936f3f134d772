"""The page of policies: what each adds, the sets of criteria, the numbers."""

from collections.abc import Iterator

from ioplife.criteria import SETS
from ioplife.guards.assessing import guards_of
from ioplife.norms import LIBRARY, NAMES
from ioplife.policy import POLICIES
from tests.architecture.reference import RENEW, prose, table


def policy_page() -> Iterator[str]:
    """Each set of criteria, the guards it and each policy bring, and the numbers."""
    yield from ("# Policies", "", RENEW, "")
    yield from prose(
        """
        A policy adds its own guards, and one for each criterion and each consultation of its
        set: `criterion:NAME`, `consultation:NAME`; an [`assessed`](events.md#assessed) of the
        matter NAME answers it. How to write one of your own: [policy](../how-to/policy.md).
        """
    )
    yield from ("## Sets of criteria", "")
    by = {policy.criteria: f"`{policy.name}`" for policy in POLICIES.values()}
    yield from table(
        "set",
        "version",
        "policy",
        "source",
        rows=((one.name, one.version, by.get(one, ""), one.source.cite) for one in SETS),
    )
    for one in SETS:
        yield from (f"### {one.name}", "")
        yield from table(
            "code",
            "what shall hold",
            "strength",
            "source",
            rows=(
                (
                    f"`{rule.code}`",
                    rule.sentence,
                    "soft" if rule.soft else "hard",
                    rule.source.cite,
                )
                for rule in guards_of(one)
            ),
        )
    yield from ("## Guards of the policies", "")
    yield from table(
        "policy",
        "code",
        "rule",
        "strength",
        "source",
        rows=(
            (
                f"`{policy.name}`",
                f"`{rule.code}`",
                rule.sentence,
                "soft" if rule.soft else "hard",
                rule.source.cite,
            )
            for policy in POLICIES.values()
            for rule in policy.guards
        ),
    )
    yield from ("## Norms", "")
    yield from table(
        "norm",
        "policy",
        "value",
        "since",
        "scope",
        "source",
        rows=(
            (
                f"`{norm.name}`",
                policy,
                str(norm.value),
                str(norm.since or ""),
                ", ".join(norm.scope),
                norm.source.cite,
            )
            for policy, row in (
                ("any", LIBRARY),
                *((f"`{policy.name}`", policy.norms) for policy in POLICIES.values()),
            )
            for norm in row
        ),
    )
    yield f"The library reads {', '.join(f'`{name}`' for name in NAMES)}. Shares are percent."
    yield ""
