"""JSON with exact decimals and ISO dates: numbers are written with their own digits and read back as Decimal."""

from __future__ import annotations

import json
from decimal import Decimal

from checker.days import date


def dump(value: object, indent: int = 2) -> str:
    """The JSON text of nested dicts, lists, tuples, str, bool, int, Decimal, date and None; Han stays readable.

    A float is refused with TypeError: figures are exact here.
    """
    return _text(value, "\n", " " * indent)


def dump_line(value: object) -> str:
    """As `dump`, on one line: a line break within a text is escaped."""
    return _text(value, "", "")


def _text(value: object, newline: str, step: str) -> str:  # noqa: PLR0911 - a return for each kind of value
    if isinstance(value, str):
        text = json.dumps(value, ensure_ascii=False)
        return text if text.isprintable() else _escaped(text)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    deeper = newline + step
    if isinstance(value, dict):
        if not value:
            return "{}"
        items = (f"{_text(str(k), deeper, step)}: {_text(v, deeper, step)}" for k, v in value.items())
        return "{" + deeper + ("," + deeper).join(items) + newline + "}"
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        return "[" + deeper + ("," + deeper).join(_text(v, deeper, step) for v in value) + newline + "]"
    raise TypeError(f"no JSON for {type(value).__name__}")


def _escaped(text: str) -> str:
    """The text of a string without characters that a terminal obeys or an editor does not show."""
    return "".join(c if c.isprintable() or c == "\u3000" else json.dumps(c)[1:-1] for c in text)


def load(text: str | bytes) -> object:
    """The value of a JSON text; numbers with a point or exponent become Decimal. Raises ValueError if it is no JSON."""
    return json.loads(text, parse_float=Decimal)
