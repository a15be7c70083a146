"""How much of a text another holds."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from checker.facts.similarity import similarity

A, B = "青禾县东湖街道办事处", "青禾县西林街道办事处"
PROSE = "".join(chr(0x5000 + c) for c in Random(7).choices(range(8000), k=1200))


def with_name(name: str) -> str:
    return name.join(PROSE[i : i + 80] for i in range(0, len(PROSE), 80))


def test_figures_marks_and_blanks_make_no_difference() -> None:
    assert similarity(PROSE + "共12件，三项", PROSE + "共 345 件：五项") == 1


def test_names_whole_or_in_part_make_no_difference() -> None:
    for mine, other in ((A, B), ("东湖街道", "西林街道"), ("东湖", "西林")):
        assert similarity(with_name(mine), with_name(other), (A, B)) == 1
        assert similarity(with_name(mine), with_name(other)) < 1


def test_other_texts_are_unlike() -> None:
    assert similarity(PROSE, PROSE[::-1]) < Decimal("0.1")
    assert Decimal("0.3") < similarity(PROSE, PROSE[:600] + PROSE[600:][::-1]) < Decimal("0.7")


def test_a_twentieth_of_new_text_is_the_border() -> None:
    assert similarity(PROSE, PROSE[:1180] + PROSE[::-1][:20]) > Decimal("0.95")
    assert similarity(PROSE, PROSE[:1080] + PROSE[::-1][:120]) < Decimal("0.95")


def test_phrases_do_not_count() -> None:
    own, others = PROSE[:60], PROSE[60:120][::-1]
    shared = PROSE[200:800]
    assert similarity(own + shared, others + shared) > Decimal("0.8")
    assert similarity(own + shared, others + shared, (), (shared,)) < Decimal("0.2")


def test_a_text_without_runs_is_like_none() -> None:
    assert similarity("", PROSE) == similarity("12件", "12件") == 0
