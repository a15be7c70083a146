"""The list of names is what the views have, and what the page tells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from checker.document import Mark
from checker.language.aggregates import AGGREGATES
from checker.language.functions import FUNCTIONS as CODE
from checker.language.names import FIXED, OTHER_REPORTS, RECORDS, WHOLE
from checker.language.records import MarkView
from checker.language.signatures import FUNCTIONS
from checker.language.values import Unknown
from checker.language.wording import Spot
from checker.report import Contact, Para, Period
from checker.statements.model import Change, Claim, Enumeration, Gap, Part, Share
from tests.language.making import make_report, value, view_of

PAGE = (Path(__file__).parents[2] / "docs" / "grammar.md").read_text(encoding="utf-8")
REPORT = make_report(
    prose={"overview": ["2023年，共收到申请3件，其中自然人申请2件、企业申请1件。"]},
    preface=(Para(2, "2023年，青禾县民政局编制本报告。"),),
    contact=Contact("文苑路1号", None, ("0551-6312345",), None),
    period=Period(None, None),
)
SAMPLES = {
    "title": "title",
    "preface": "preface",
    "section": "section overview",
    "aspect": "first(overview.aspects)",
    "heading": "first(outline)",
    "paragraph": "first(overview.paragraphs)",
    "stated": "first(preface.years)",
    "table": "table requests",
    "row": "first(requests.rows)",
    "column": "first(requests.columns)",
    "head": "first(requests.heads)",
    "cell": "first(requests.cells)",
    "prose": "text",
    "match": "first(find(overview, /收到/))",
    "pair": "first(pairs([1, 2]))",
    "report": "report",
    "layout": "layout",
    "organisation": "organisation",
    "period": "period",
    "contact": "contact",
    "document": "document",
}


@pytest.mark.parametrize("record", sorted(SAMPLES))
def test_a_record_has_the_fields_that_are_listed(record: str) -> None:
    sample: Any = value(SAMPLES[record], REPORT, raw=True)
    assert not isinstance(sample, Unknown)
    missing = [name for name in RECORDS[record] if not _has(sample, name)]
    assert missing == []


@pytest.mark.parametrize(
    ("record", "made_of"),
    [
        ("claim", Claim),
        ("enumeration", Enumeration),
        ("part", Part),
        ("share", Share),
        ("change", Change),
        ("gap", Gap),
        ("mark", MarkView),
        ("spot", Spot),
    ],
)
def test_what_others_make_has_the_fields_that_are_listed(record: str, made_of: type) -> None:
    has = {*getattr(made_of, "__dataclass_fields__", ()), *dir(made_of)}
    if made_of is MarkView:
        has = set(vars(MarkView(Mark("comment", "改", 3), "overview")))
    assert set(RECORDS[record]) <= has


def _has(sample: object, name: str) -> bool:
    getattr(sample, name)  # raises AttributeError for a field that is not there
    return True


def test_a_whole_report_has_every_name() -> None:
    view = view_of(REPORT)
    assert [name for name in WHOLE if not _has(view, name)] == []


def test_every_function_has_code() -> None:
    assert set(FUNCTIONS) == {*CODE, *AGGREGATES, "find", "implied"}


@pytest.mark.parametrize("name", [*WHOLE, *OTHER_REPORTS, *FUNCTIONS])
def test_the_page_tells_of_every_name_and_function(name: str) -> None:
    assert re.search(rf"`{name}[`(.]", PAGE), name


@pytest.mark.parametrize("record", sorted(RECORDS))
def test_the_page_tells_of_every_field(record: str) -> None:
    row = re.search(rf"^\| \*\*{record}\*\* .*$", PAGE, re.M)
    assert row, record
    told = set(re.findall(r"`([a-z_]+)`", row.group()))
    assert set(RECORDS[record]) <= told, set(RECORDS[record]) - told


def test_the_page_tells_of_every_fixed_value() -> None:
    for values in FIXED.values():
        for word in values:
            assert re.search(rf"\b{word}\b", PAGE), word
