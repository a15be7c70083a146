"""Data against a JSON Schema, for the few keywords that gkcheck's own schemas of settings use.

jsonschema knows them all, and costs more to load than a report costs to check; a test holds the two to the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from checker.dataclass import dataclass
from checker.errors import Said, example, nearest, one_of

KEYWORDS = frozenset(
    {"$ref", "type", "enum", "properties", "required", "additionalProperties", "items"}
    | {"minItems", "minLength", "minimum", "maximum", "format"}
)
NOTES = frozenset(("$schema", "$id", "$defs", "title", "description"))
_TYPES = {"object": dict, "array": list, "string": str, "integer": int}
_NOUNS = {
    "object": Said("表", "a table"),
    "array": Said("列表", "a list"),
    "string": Said("文字", "a text"),
    "integer": Said("整数", "a whole number"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. path: keys and numbers down to it; problem, expected: for people."""

    path: tuple[str | int, ...]
    problem: Said
    expected: Said | None

    @property
    def word(self) -> str:
        """What to look for from the line of the path on: the key, or nothing for an entry without one."""
        return str(self.path[-1]) if self.path and isinstance(self.path[-1], str) else ""


def problems(value: object, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with a value, outermost first; nothing if it is as the schema says. root: for local references."""
    return _problems(value, schema, root, ())


def _problems(
    value: object, schema: Mapping[str, Any], root: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Problem]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "enum" in schema and value not in schema["enum"]:
        yield Problem(
            path,
            _of(path, f"是 {_said(value)}", f"is {_said(value)}"),
            one_of(schema["enum"]),
        )
    if schema.get("format") == "date":
        if not _is_day(value):
            yield Problem(
                path,
                _of(path, f"是 {_said(value)}，不是日期", f"is {_said(value)}, no date"),
                Said("日期写作 2026-12-31", "a date such as 2026-12-31"),
            )
        return
    wanted = schema.get("type")
    if wanted is not None and (not isinstance(value, _TYPES[wanted]) or isinstance(value, bool)):
        yield Problem(
            path,
            _of(path, f"是 {_said(value)}，不是{_NOUNS[wanted].zh}", f"is {_said(value)}, not {_NOUNS[wanted].en}"),
            _example(schema),
        )
        return
    if isinstance(value, dict):
        yield from _table(value, schema, root, path)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield Problem(
                path,
                _of(path, "是空的", "is empty"),
                Said("至少要有一项", "at least one entry"),
            )
        for number, one in enumerate(value):
            yield from _problems(one, schema.get("items", {}), root, (*path, number))
    elif isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield Problem(
            path,
            _of(path, "是空的", "is empty"),
            Said("要有文字", "a text with words in it"),
        )
    elif isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield Problem(
            path,
            _of(path, f"是 {value}", f"is {value}"),
            Said(
                f"应为 {schema['minimum']} 至 {schema['maximum']} 的数",
                f"a number from {schema['minimum']} to {schema['maximum']}",
            ),
        )


def _table(
    value: Mapping[str, object], schema: Mapping[str, Any], root: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Problem]:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    for name in schema.get("required", ()):
        if name not in value:
            yield Problem(
                path,
                _of(path, f"没有 {name}", f"has no {name}"),
                Said(f"必须有 {'、'.join(schema['required'])}", f"required: {', '.join(schema['required'])}"),
            )
    for name, one in value.items():
        if name in known:
            yield from _problems(one, known[name], root, (*path, name))
        elif rest is False:
            yield Problem(
                (*path, name),
                Said(f"没有这个键：{name}", f"unknown key {name}"),
                nearest(name.replace("_", "-").lower(), known),
            )
        elif rest is not True:
            yield from _problems(one, rest, root, (*path, name))


def _of(path: tuple[str | int, ...], zh: str, en: str) -> Said:
    """What is said of the value at a path."""
    name = ".".join(part for part in path if isinstance(part, str))
    return Said(f"{name or '整个文件'} {zh}", f"{name or 'the whole'} {en}")


def _said(value: object) -> str:
    return (
        value.isoformat() if isinstance(value, date) else f'"{value}"' if isinstance(value, str) else str(value).lower()
    )


def _example(schema: Mapping[str, Any]) -> Said:
    if schema["type"] == "array":
        return example('["GK3", "GK401"]')
    noun = _NOUNS[schema["type"]]
    return Said(f"应为{noun.zh}", f"expected {noun.en}")


def _is_day(value: object) -> bool:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    return isinstance(value, date) and not isinstance(value, datetime)
