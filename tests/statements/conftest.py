"""The package's own statements, loaded once."""

from __future__ import annotations

import pytest

from checker.language.statements import load_statements
from checker.resources import folder
from checker.statements.pack import StatementPack


@pytest.fixture(scope="session")
def pack() -> StatementPack:
    return load_statements(sorted(folder("rules").glob("*.statements")))
