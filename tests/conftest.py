"""Hypothesis profiles: HYPOTHESIS_PROFILE picks one, else CI decides."""

import os

from hypothesis import settings

# No deadline: a slow machine is not a wrong answer. The blob makes a failure repeatable elsewhere.
settings.register_profile("dev", deadline=None, print_blob=True)
# The same examples on every run: a red build is a change of ours, never of the dice.
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
# For a night, or before a release.
settings.register_profile("long", deadline=None, print_blob=True, max_examples=5_000)

_IN_CI = os.environ.get("CI", "").lower() == "true"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if _IN_CI else "dev"))
