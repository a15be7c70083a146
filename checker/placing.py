"""Places in words: the heading, the row and the column as the report prints them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Place
from checker.layout.model import Layout
from checker.masking import mask
from checker.report import PREFACE, TITLE, Report

_WORDS = {
    "zh": {
        TITLE: "标题",
        PREFACE: "前言",
        "paragraph": "第{n}段",
        "row": "行：{label}",
        "column": "列：{label}",
        "whole": "全文",
    },
    "en": {
        TITLE: "title",
        PREFACE: "preface",
        "paragraph": "paragraph {n}",
        "row": "row: {label}",
        "column": "column: {label}",
        "whole": "whole report",
    },
}


def place_words(place: Place, report: Report, layouts: Sequence[Layout], lang: str) -> str:
    """The place as a reader would look for it, one step a line: section, row and column, or paragraph.

    Headings and labels stay as printed, personal numbers in them masked, and as in the layout where the report lacks
    them.
    """
    words = _WORDS[lang]
    lines = [words[place.section] if place.section in words else _heading(place.section, report, layouts)]
    if place.table is not None:
        for kind, key in (("row", place.row), ("column", place.column)):
            if key is not None:
                lines.append(words[kind].format(label=_label(place.table, key, report, layouts)))
    elif place.paragraph is not None:
        lines.append(words["paragraph"].format(n=place.paragraph))
    return mask("\n".join(line for line in lines if line)) or words["whole"]


def _heading(key: str | None, report: Report, layouts: Sequence[Layout]) -> str:
    if key is None:
        return ""
    for entry in report.outline:
        if entry.key == key:
            return f"{entry.number}、{entry.heading}" if entry.number else entry.heading
    layout = next((layout for layout in layouts if layout.key == report.layout), None)
    section = layout.section(key) if layout else None
    return f"{section.number}、{section.heading}" if section else key


def _label(table: str, key: str, report: Report, layouts: Sequence[Layout]) -> str:
    laid = report.tables.get(table)
    if laid is not None and key in laid.labels:
        return " ".join(laid.labels[key].split())
    wanted = laid.layout if laid is not None else report.layout
    for layout in layouts:
        shape = layout.table(table) if layout.key == wanted else None
        for block in shape.blocks if shape else ():
            for head in (*block.rows, *block.columns):
                if head.key == key:
                    return head.path[-1]
    return key
