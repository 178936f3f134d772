"""The ten lines of the README print what they show."""

import re

from tests.cli.shell import ROOT, sh

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_ten_lines_print_what_stands_below_them() -> None:
    (block,) = re.findall(r"(?<=```python\n).*?(?=```)", TEXT, re.DOTALL)

    done = sh("python -", stdin=block.encode())

    assert b"" == done.stderr
    shown = [line[2:] for line in block.splitlines() if line.startswith("# ")]
    assert done.stdout.decode().splitlines() == [line for line in shown if "What if" not in line]


def test_the_flag_command_is_one_that_the_command_understands() -> None:
    (command,) = re.findall(r"\.venv/bin/(ioplife .+)", TEXT)

    done = sh(command)

    assert 0 == done.returncode
    assert re.search(rb"(?m)^2023-09-30 +145 .* ends ", done.stdout)
