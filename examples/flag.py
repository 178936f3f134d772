"""What needs somebody's attention, for cron, which mails what is printed.

python examples/flag.py FOLDER [DAY]
"""
# ruff: noqa: INP001, T201 - a script, and it prints

import datetime
import signal
import sys
from zoneinfo import ZoneInfo

import ioplife as iop
from ioplife.documents import load_all


def main(folder: str, day: str | None = None) -> int:
    """Print the flags of half a year, soonest first; 2 where something could not be read."""
    on = day or datetime.datetime.now(ZoneInfo("Europe/Stockholm")).date()
    loaded = load_all(folder)
    for flag in sorted(iop.flag(loaded.agreements, on, within="P6M")):
        when = "no day" if flag.day is None else f"{flag.day} ({flag.days_left} days)"
        who = ", ".join(flag.who) or "nobody"
        print(f"{when}  {flag.title or flag.agreement}: {flag.text('sv')}  [{who}]")
    for mistake in loaded.mistakes:
        print(mistake, file=sys.stderr)
    return 2 if loaded.mistakes or not loaded.documents else 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # who reads no further (``| head``) is told nothing
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main(*sys.argv[1:]))
