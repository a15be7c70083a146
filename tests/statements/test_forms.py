"""Sentences as reports write them, and all that each states: nothing is missed, and nothing else is read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.pack import StatementPack

YEAR = 2023


def forms() -> list[tuple[str, str, str, str]]:
    """(section, kind of the report's body, sentence, what it states) of forms*.txt."""
    found = []
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("forms*.txt"))]
    for line in "\n".join(texts).splitlines():
        if line.strip() and not line.startswith("#"):
            sentence, _, stated = line.partition("||")
            section, kind = "overview", ""
            if sentence.startswith("%"):
                kind, _, sentence = sentence[1:].partition(" ")
            if sentence.startswith("@"):
                section, _, sentence = sentence[1:].partition(" ")
            found.append((section, kind, sentence.strip(), stated.strip()))
    return found


@pytest.mark.parametrize(("section", "kind", "sentence", "stated"), forms())
def test_form(pack: StatementPack, section: str, kind: str, sentence: str, stated: str) -> None:
    claims = read_claims([(section, Para(1, sentence))], pack, YEAR, kind).states
    read = {name: [(c.how == "all", c.value) for c in found] for name, found in claims.items()}
    wanted: dict[str, list[tuple[bool, Decimal]]] = {}
    for piece in stated.split():
        name, _, value = piece.partition("=")
        wanted[name] = [(value.startswith("~"), Decimal(value.lstrip("~")))]
    assert read == wanted
