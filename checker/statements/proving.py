"""Proves statements by their own sentences (`reads`, `silent`)."""

from __future__ import annotations

from decimal import Decimal

from checker.dataclass import dataclass
from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.pack import Example, StatementPack

YEAR = 2023  # the report year of all proving sentences


@dataclass(frozen=True, slots=True)
class Misread:
    """A sentence that is not read as its file says: what was wanted, and what was read."""

    statement: str
    example: Example
    read: tuple[Decimal, ...]


def misread(pack: StatementPack, statement: str, example: Example) -> Misread | None:
    """None if the sentence states exactly what it should of the statement, else what was read instead."""
    claims = read_claims([(example.section, Para(1, example.sentence))], pack, YEAR)
    read = tuple(claim.value for claim in claims.states.get(statement, ()))
    return None if read == tuple(Decimal(v) for v in example.values) else Misread(statement, example, read)
