"""The command ``ioplife``: what can be asked from a shell. The extra ``cli``."""

import sys

__all__ = ["main"]

try:
    from ioplife.cli.command import main
    from ioplife.cli.whatif import simulate
except ModuleNotFoundError as error:
    if error.name != "click":
        raise

    def main() -> None:  # type: ignore[misc] # stands where the command would
        """Say what is missing."""
        sys.stderr.write("ioplife: the command needs an extra: pip install 'ioplife[cli]'\n")
        sys.exit(2)
else:
    main.add_command(simulate)
