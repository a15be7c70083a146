"""lxml loaded without inspect and gzip does all that it does, and leaves both to others as they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
import sys
from checker.readers.lean_lxml import load_lxml
{before}
load_lxml()
load_lxml()
print("inspect" in sys.modules, "gzip" in sys.modules)
import gzip, inspect, io
from lxml import etree
class Target:
    def __init__(self): self.seen = []
    def start(self, tag, attributes, nsmap=None): self.seen.append((tag, len(nsmap)))
    def close(self): return self.seen
print(etree.fromstring("<a><b/></a>", etree.XMLParser(target=Target())))
written = io.BytesIO()
etree.ElementTree(etree.fromstring("<a/>")).write(written, compression=5)
print(gzip.decompress(written.getvalue()).decode())
print(len(inspect.getfullargspec(load_lxml).args), gzip.GzipFile.__module__)
"""


def run(before: str) -> list[str]:
    """The lines that a process prints."""
    program = _PROGRAM.format(before=before)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=_ROOT)
    return done.stdout.splitlines()


def test_what_was_left_out_comes_when_it_is_used() -> None:
    assert run("") == ["False False", "[('a', 0), ('b', 0)]", "<a/>", "0 gzip"]


def test_what_is_there_stays() -> None:
    assert run("import inspect, gzip")[0] == "True True"
