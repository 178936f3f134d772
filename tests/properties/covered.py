"""What each property covered, counted while it runs and printed when the run is over."""

from collections import Counter, defaultdict

COVERED: defaultdict[str, Counter[str]] = defaultdict(Counter)


def covered(what: str, **counts: int) -> None:
    """Add to what a property has covered.

    Args:
        what: the property.
        counts: how many of each thing this example held.
    """
    COVERED[what].update({name: int(count) for name, count in counts.items()})
