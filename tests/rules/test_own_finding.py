"""One fault of structure, one finding: no other rule joins in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker import engine
from checker.language.edit_lines import parse_edits
from checker.pack import Pack
from checker.proving import Edited, Prover

LAYOUTS = ("2019", "2021")


def codes(pack: Pack, edited: Edited) -> Sequence[str]:
    found = engine.assess(edited.report, pack.rules, pack.layouts, pack.statements, names=pack.names).findings
    return [finding.code for finding in found]


def edited(prover: Prover, pack: Pack, text: str, layout: str) -> Edited:
    keys = [item.key for item in pack.layouts]
    return prover.edit(parse_edits(text, [item for item in pack.layouts if item.key == layout], keys, 1), layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('rename row requests[inquiry] to "8.属于行政查寻事项"', "GK113"),
        ('rename column requests[business] to "企业"', "GK113"),
        ("remove row requests[internal]", "GK112"),
        ("remove row requests[carried_in]", "GK112"),
        ("remove row disclosure[licences]", "GK112"),
        ("remove column requests[other]", "GK112"),
        ("remove column disputes[pending]", "GK112"),
        ('add row "9.属于商业秘密" after requests[inquiry]', "GK114"),
        (
            'add row "9.属于商业秘密" after requests[inquiry]; set requests[inquiry, natural] = 0; '
            "set requests[inquiry, total] = 0",
            "GK114",
        ),
        ('add row "行政征收" after disclosure[coercion]', "GK114"),
        ("remove table disclosure", "GK110"),
        ("remove table requests", "GK110"),
        ("remove table disputes", "GK110"),
        ("remove section disclosure", "GK102"),
        ("remove section requests", "GK102"),
        ("remove section disputes", "GK102"),
        ("remove section problems", "GK102"),
        ("move section disclosure after requests", "GK103"),
        ('rename section overview to "一、工作概述"', "GK104"),
        ('add section "七、附件" after other', "GK105"),
        ("clear problems", "GK106"),
        ("blank disclosure[penalties, decisions]", "GK301"),
        ("set requests[received, research] = /", "GK302"),
        ("set disclosure[licences, decisions] = 12.5", "GK303"),
        ("set requests[carried_in, natural] = 2件", "GK304"),
    ],
)
def test_a_fault_yields_its_own_finding_alone(prover: Prover, pack: Pack, text: str, code: str, layout: str) -> None:
    assert codes(pack, edited(prover, pack, text, layout)) == [code]


@pytest.mark.parametrize(("layout", "other"), [("2019", "2021"), ("2021", "2019")])
@pytest.mark.parametrize("table", ["disclosure", "requests"])
def test_a_table_of_the_other_format_is_one_finding(
    prover: Prover, pack: Pack, table: str, layout: str, other: str
) -> None:
    assert codes(pack, edited(prover, pack, f"lay table {table} as {other}", layout)) == ["GK111"]
