"""What is mended, round by round; what is taken back; that nothing is mended twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.facts.numbers import plain_number
from checker.layout.model import NumberKind
from tests.builders import build, random_shape, random_spec
from tests.builders.faults.all import FAULTS
from tests.builders.spec import Spec
from tests.fix.files import codes, mended, patched, whys

MENDED = {"GK103", "GK104", "GK113", "GK212", "GK301", "GK304", "GK803", "GK804"}


@pytest.mark.parametrize(
    ("raw", "kind", "plain"),
    [
        ("１，２００", "count", "1200"),
        ("1,286", "count", "1286"),
        ("031", "count", "31"),
        ("000", "count", "0"),
        ("31件", "count", "31"),
        ("12.0", "count", "12"),
        ("－１２", "change", "-12"),
        ("+5", "count", "5"),
        ("1,843.50万元", "amount", "1843.50万元"),
        ("０.５０", "amount", "0.50"),
        ("5元", "count", None),
        ("1 2", "count", None),
        ("12①", "count", None),
        ("/", "count", None),
        ("", "count", None),
    ],
)
def test_a_number_plainly_written(raw: str, kind: NumberKind, plain: str | None) -> None:
    assert plain_number(raw, kind) == plain


def blanked(spec: Spec, *keys: tuple[str, str]) -> Spec:
    table = spec.table("requests")
    for row, column in keys:
        table = table.put(row, column, "")
    return spec.with_table(table)


def test_what_one_blank_tells_fills_the_next() -> None:
    spec = random_spec(11, "2021")
    columns = ("natural", "business", "research", "welfare", "legal_service", "other", "total")
    row = [("inquiry", column) for column in columns]
    result = mended(build(blanked(spec, *row, ("received", "total"))))
    assert codes(result).count("GK301") == 8
    assert [item.new for item in result.done] == [
        spec.table("requests").cells[key] for key in [("received", "total"), *row]
    ]
    assert not result.left


def test_what_the_table_does_not_prove_stays_blank() -> None:
    spec = random_spec(11, "2021")
    table = spec.table("disclosure")
    result = mended(build(spec.with_table(table.put("licences", "decisions", ""))))
    assert not result.done
    assert not result.left
    assert [f.code for f in result.after.findings] == ["GK301"]


def test_a_figure_that_contradicts_another_is_not_written() -> None:
    spec = random_spec(11, "2021")
    table = spec.table("requests")
    received = table.number("received", "total")
    wrong = blanked(spec, ("received", "natural")).with_table(
        blanked(spec, ("received", "natural")).table("requests").put("received", "total", str(received + 7))
    )
    assert "GK301" not in codes(mended(build(wrong)))


def test_a_mend_that_would_bring_a_finding_is_taken_back() -> None:
    spec = random_spec(11, "2021")
    received = spec.table("requests").number("received", "total")
    spec = blanked(spec, ("received", "total"), ("stability", "other"))
    spec = spec.say("overview", f"全年共收到政府信息公开申请{received + 5}件。")
    result = mended(build(spec))
    assert [(item.mended.code, item.mended.new, item.why, item.codes) for item in result.left] == [
        ("GK301", str(received), "new", ("GK401",))
    ]
    assert codes(result) == ["GK301"]
    assert {f.code for f in result.after.findings} == {f.code for f in result.before.findings}


def test_marks_and_dates_where_the_same_words_stand_twice() -> None:
    text = "全年通过县政府门户网站"
    result = mended(patched((text, f"报名截止12月10日结束，截止12月31日，渠道有网站,公众号,公示栏,报纸。{text}")))
    assert set(codes(result)) == {"GK803", "GK804"}
    assert not result.left
    said = " ".join(p.text for p in result.after.report.sections["overview"].paragraphs) if result.after.report else ""
    assert "报名截止12月10日结束，截至12月31日，渠道有网站，公众号，公示栏，报纸。" in said


def test_doubled_marks_and_numbered_points_are_left_to_the_writer() -> None:
    text = "全年通过县政府门户网站"
    result = mended(patched((text, f"工作有序。。一.抓制度，二.抓培训。{text}")))
    assert not result.done


@pytest.mark.parametrize("seed", range(8))
def test_no_finding_is_new_and_a_mended_file_has_nothing_to_mend(seed: int) -> None:
    layout = "2019" if seed % 2 else "2021"
    spec = random_spec(seed, layout)
    import random

    rng = random.Random(seed)
    for fault in rng.sample([f for f in FAULTS if f.code in MENDED and layout in f.layouts], 4):
        planted = fault.plant(spec, rng)
        spec = planted.spec if planted is not None else spec
    result = mended(build(spec, random_shape(seed)))
    before = {(f.code, replace(f.place, quote=None)) for f in result.before.findings}
    assert {f.code for f in result.after.findings} <= {code for code, _ in before}
    again = mended(result.data)
    assert not again.done
    assert again.data == result.data
    assert set(whys(again)) <= set(whys(result))
