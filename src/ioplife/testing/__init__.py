"""For those who test agreement timelines, and their own policy (extra ``testing``)."""

from ioplife.testing._life import Life

__all__ = ["Life"]
