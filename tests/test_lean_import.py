"""Libraries loaded with stand-ins for what they import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.lean_import import import_lean, later

_LATER_PROGRAM = """
import sys
from checker.outputs.columns import in_columns
print(in_columns([("一行", 1)], ["名称", "数"]))
assert not {"importlib.metadata", "dataclasses", "wcwidth"} & sys.modules.keys()
import dataclasses, importlib.metadata, tabulate
assert importlib.metadata.version("tabulate")
@dataclasses.dataclass
class Row:
    name: str
    number: int
print(tabulate.tabulate([Row("二行", 2)], headers="keys"))
from checker.readers.lean_lxml import load_lxml
load_lxml()
assert "gzip" not in sys.modules
import gzip, inspect, lxml.etree
assert inspect.signature(gzip.GzipFile)
"""


def test_a_stand_in_is_gone_when_the_module_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", _LATER_PROGRAM], capture_output=True, check=False)
    assert done.stderr.decode() == ""
    shown = done.stdout.decode().splitlines()
    assert shown[:3] == ["名称    数", "------  ----", "一行    1"]
    assert shown[-1].split() == ["二行", "2"]


def test_wide_characters_line_up_where_tabulate_was_loaded_before() -> None:
    program = (
        "import tabulate; from checker.outputs.columns import in_columns as show;"
        "print(show([('一行', 1)], ['名称', '数']))"
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["名称    数", "------  ----", "一行    1"]


def test_a_loaded_module_is_taken_as_it_is_and_a_missing_one_told() -> None:
    assert import_lean("json", {"decimal": {}}) is sys.modules["json"]
    with pytest.raises(ImportError):
        import_lean("no_such_module_anywhere", {"no_such_stand_in": {"x": 1}})
    assert "no_such_stand_in" not in sys.modules
    assert later("math", "gcd")(12, 18) == 6


def test_what_a_stand_in_lacks_is_had_from_the_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lent_to_it.py").write_text("given = there = 'real'")
    (tmp_path / "takes_both.py").write_text("from lent_to_it import given, there")
    monkeypatch.syspath_prepend(tmp_path)
    taking = import_lean("takes_both", {"lent_to_it": {"given": "lent"}})
    assert (taking.given, taking.there) == ("lent", "real")
    assert sys.modules.pop("lent_to_it").given == "real"
    del sys.modules["takes_both"]


def test_expressions_of_a_library_are_kept_for_the_next_process(tmp_path: Path) -> None:
    """Compiled when it is loaded first, taken back afterwards: and they find the same."""
    (tmp_path / "with_patterns.py").write_text(
        "import re\nWORD = re.compile('[a-c] +', re.IGNORECASE)\nRAW = re.compile(b'[a-c]')\nESCAPED = re.escape('.')\n"
    )
    program = (
        "import re, sys; from checker import expressions; from checker.lean_import import import_lean;"
        "expressions.recall(); made = []; compile = re._compiler.compile;"
        "re._compiler.compile = lambda *given: made.append(given[0]) or compile(*given);"
        "loaded = import_lean('with_patterns', {}); assert sys.modules['re'] is re;"
        "print(made, loaded.WORD.findall('A b  d'), loaded.RAW.findall(b'ab'), loaded.ESCAPED); expressions.keep()"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "GKCHECK_CACHE": str(tmp_path / "kept")}
    shown = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env=environment
        ).stdout.decode()
        for _ in range(2)
    ]
    found = "['A ', 'b  '] [b'a', b'b'] \\\\.\n".replace("\\\\", "\\")
    assert shown == [f"['[a-c] +', b'[a-c]'] {found}", f"[b'[a-c]'] {found}"]
