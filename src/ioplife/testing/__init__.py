"""For those who test their own policy: Hypothesis strategies for what an agreement is made of.

The kit itself (a builder of lives, a state machine of rules) comes later; until then nothing
here is public.
"""
