"""The small check of settings says what jsonschema says, and knows every word that the schema uses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from checker.schema_check import KEYWORDS, NOTES, problems

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "schemas" / "config.schema.json").read_text("utf-8"))
WORDS = st.sampled_from(["", "zh", "error", "county", "GK3", "2026-12-31", "2026-02-30", "x"])
LEAVES = WORDS | st.integers(1990, 2120) | st.booleans() | st.lists(WORDS, max_size=2)
PLACE = st.dictionaries(st.sampled_from(["section", "table", "quote", "line"]), LEAVES, max_size=2)
WAIVER = st.dictionaries(
    st.sampled_from(["code", "file", "reason", "expires", "fingerprint", "place", "x"]), LEAVES | PLACE, max_size=6
)
CONFIG = st.dictionaries(
    st.sampled_from([*SCHEMA["properties"], "x"]),
    LEAVES | st.dictionaries(WORDS, LEAVES, max_size=2) | st.lists(WAIVER, max_size=2),
    max_size=4,
)


@given(CONFIG)
def test_it_says_what_jsonschema_says(value: dict[str, Any]) -> None:
    official = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert any(True for _ in problems(value, SCHEMA, SCHEMA)) is not official.is_valid(value)


def test_the_schema_is_one_and_uses_known_words() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for node in _nodes(SCHEMA):
        assert set(node) <= KEYWORDS | NOTES


def test_dates_of_toml_are_dates_and_times_are_not() -> None:
    waiver = {"code": "GK3", "file": "*", "reason": "x", "expires": date(2026, 1, 1)}
    assert not list(problems({"waiver": [waiver]}, SCHEMA, SCHEMA))


@pytest.mark.parametrize("key", sorted(SCHEMA["properties"]))
def test_every_setting_is_described_in_the_docs(key: str) -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert f"`{key}`" in text


def _nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    inner = [schema.get("items"), schema.get("additionalProperties")]
    inner += [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    for one in inner:
        if isinstance(one, dict):
            yield from _nodes(one)
