"""The package's own statements, loaded once, with their index as a kept pack has it."""

from __future__ import annotations

import pytest

from checker.dataclass import replace
from checker.language.statements import load_statements
from checker.resources import folder
from checker.statements.index import index_of
from checker.statements.pack import StatementPack


@pytest.fixture(scope="session")
def pack() -> StatementPack:
    parsed = load_statements(sorted(folder("rules").glob("*.statements")))
    return replace(parsed, index=index_of(parsed))
