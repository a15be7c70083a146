"""The JSON of `gkcheck parse` comes back as the report that it was; faults are named by their path."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.json_text import dump
from checker.layout.given import take_on
from checker.layout.lay import lay
from checker.pack import load_pack
from checker.readers import read
from checker.report import MISSING, Report
from checker.report_json import to_json
from tests.builders import build, random_spec


@cache
def report() -> Report:
    pack = load_pack()
    found = read(build(random_spec(3, "2021")), "a.docx")
    assert not isinstance(found, Report)
    return lay(found, pack.layouts, pack.names, file="a.docx")


def data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dump(to_json(report())))
    return found


def back(value: object) -> Report:
    found = read(json.dumps(value).encode(), "a.docx")
    assert isinstance(found, Report)
    return take_on(found, load_pack().layouts)


def refused(value: object) -> str:
    with pytest.raises(InputError) as caught:
        back(value)
    return caught.value.message_en


def test_the_report_comes_back() -> None:
    assert read(dump(to_json(report())).encode("utf-8-sig"), "a.docx") == report()
    assert back(data()) == report()


def test_figures_keep_their_digits() -> None:
    value = data()
    cell = value["tables"]["disclosure"]["rows"]["charges"]["amount"]
    cell.update({"raw": "1.10", "value": 0, "state": "number"})
    text = json.dumps(value).replace('"raw": "1.10", "value": 0', '"raw": "1.10", "value": 1.10')
    found = read(text.encode(), "a.json")
    assert isinstance(found, Report)
    assert str(found.tables["disclosure"].rows["charges"]["amount"].value) == str(Decimal("1.10"))


def test_faults_are_named_by_their_path() -> None:
    value = data()
    value["tables"]["requests"]["rows"]["received"]["natural"]["state"] = "odd"
    assert "$.tables.requests.rows.received.natural" in refused(value)
    value = data()
    value["preface"][0]["n"] = "eins"
    assert "$.preface[0].n" in refused(value)
    value = data()
    value["tables"]["requests"]["rows"]["unheard"] = {}
    assert "$.tables.requests.rows" in refused(value)
    value = data()
    value["layout"] = "1999"
    assert "$.layout" in refused(value)
    value = data()
    value["period"]["start"] = "2021-02-31"
    assert "$.period" in refused(value)


@pytest.mark.parametrize(
    "text", ["{", '{"a": 1,}', "{}", '{"schema": "9"}', "{" + '"a":[' * 100_000, '{"a": ' + "9" * 9000 + "}"]
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="gkcheck parse"):
        read(text.encode(), "a.json")


def test_cells_that_are_left_out_are_missing() -> None:
    value = data()
    del value["tables"]["requests"]["rows"]["received"]
    cells = back(value).tables["requests"].rows["received"]
    assert set(cells.values()) == {MISSING}


def test_options_overrule() -> None:
    found = take_on(report(), load_pack().layouts, year=2020, kind="zone", level="county")
    assert (found.year, found.layout, found.organisation.kind, found.organisation.level) == (
        2020,
        "2019",
        "zone",
        "county",
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_reports_never_fail_otherwise(draw: st.DataObject) -> None:
    text = bytearray(json.dumps(data(), ensure_ascii=False).encode())
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(text) - 1))
        text[at : at + draw.draw(st.integers(0, 5))] = draw.draw(
            st.sampled_from((b"", b"0", b'"', b"null", b"-1", b"}", b"[]"))
        )
    try:
        found = read(bytes(text), "a.json")
        if isinstance(found, Report):
            take_on(found, load_pack().layouts)
    except InputError:
        return
