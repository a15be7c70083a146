"""Every statement is proved by its own sentences."""

from __future__ import annotations

import pytest

from checker.language.statements import load_statements
from checker.resources import folder
from checker.statements.pack import StatementPack
from checker.statements.proving import misread

NAMES = load_statements(sorted(folder("rules").glob("*.statements"))).names


@pytest.mark.parametrize("name", NAMES)
def test_statement_reads_its_own_sentences(pack: StatementPack, name: str) -> None:
    examples = pack.statements[name].examples
    assert any(example.values for example in examples), f"{name} has no sentence that it reads"
    for example in examples:
        assert misread(pack, name, example) is None
