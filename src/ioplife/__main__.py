"""``python -m ioplife`` is the command ``ioplife``."""

from ioplife.cli import main

main()
