"""What no value may hold: for every field of every value, what it refuses and in which words.

A row says which value is built, which of its parts is given what, the rule that is broken, and,
where they differ from that, the field that is named and the value that is shown. What many fields
refuse (no day, no length, no amount, no id …) is written once and laid over those fields.
"""

from typing import Final

from tests.unit.bad_values.events import EVENT_ROWS
from tests.unit.bad_values.guards import GUARD_ROWS
from tests.unit.bad_values.indices import INDEX_ROWS
from tests.unit.bad_values.late import LATE
from tests.unit.bad_values.owed import OWED_ROWS
from tests.unit.bad_values.own import OWN_ROWS
from tests.unit.bad_values.paid import PAID_ROWS
from tests.unit.bad_values.policies import POLICY_ROWS
from tests.unit.bad_values.row import Bad, required
from tests.unit.bad_values.shared import SHARED_ROWS

__all__ = ["BAD", "LATE", "Bad", "required"]

BAD: Final[tuple[Bad, ...]] = (
    *SHARED_ROWS,
    *OWN_ROWS,
    *OWED_ROWS,
    *PAID_ROWS,
    *EVENT_ROWS,
    *GUARD_ROWS,
    *POLICY_ROWS,
    *INDEX_ROWS,
)
"""What is refused."""
