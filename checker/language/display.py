"""How values look in a message: labels for keys, exact numbers, dates, lists joined by 、."""

from __future__ import annotations

from checker.days import date
from checker.language.arithmetic import is_number, shortest
from checker.language.table_view import Cell, HeadKey, TableView
from checker.language.values import Blank, Unknown, Value
from checker.language.view import ReportView

_WORDS = {
    "zh": {
        "blank": "空白",
        "missing": "缺",
        "text": "非数字",
        "other": "未写明",
        True: "是",
        False: "否",
        "join": "、",
    },
    "en": {
        "blank": "blank",
        "missing": "missing",
        "text": "not a number",
        "other": "not stated",
        True: "yes",
        False: "no",
        "join": ", ",
    },
}


def show(value: Value, lang: str) -> str:  # noqa: PLR0911 - one return for each kind of value
    """The value as a message shows it, in the language `lang` (labels and quotations stay as printed)."""
    words = _WORDS[lang]
    if isinstance(value, Cell):
        value = value.raw.strip() if value.state == "text" else value.value
    if isinstance(value, HeadKey):
        return value.label
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return words[value]
    if is_number(value):
        return shortest(value)
    if isinstance(value, date):
        return value.isoformat() if lang == "en" else f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, tuple):
        return words["join"].join(show(item, lang) for item in value)
    if isinstance(value, Blank):
        return words["blank"]
    if isinstance(value, Unknown):
        return words.get(value.reason, words["other"])
    if isinstance(value, TableView):
        section = value.view.laid.section(value.home)
        return section.heading if section else value.key
    return _record(value, lang)


def _record(value: Value, lang: str) -> str:
    if isinstance(value, ReportView):
        return value.organisation.name or value.source.file
    for field in ("printed", "official", "name", "quote", "text", "value"):
        shown = getattr(value, field, None)
        if shown is not None:
            return show(shown, lang)
    return ""
