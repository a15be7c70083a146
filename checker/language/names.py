"""What a rule can name: the records of the model, their fields, and the kinds of value that these hold.

The same list serves name resolution at load (resolve.py) and the page of names (docs/grammar.md); the values
themselves are attributes of the views (view.py and its neighbours), which a test holds against this list.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """The kind of a value.

    kind: number, text, date, truth, list, any, or the name of a record of RECORDS. item: of a list. table: for a
    table, row, column or cell, which table's (None: any). fixed: bare names that may stand beside it. fields: extra
    fields of a match.
    """

    kind: str
    item: Type | None = None
    table: str | None = None
    fixed: str | None = None
    fields: tuple[str, ...] = ()


NUMBER, TEXT, DATE, TRUTH, ANY = Type("number"), Type("text"), Type("date"), Type("truth"), Type("any")
SECTION_KEY = Type("text", fixed="section")  # a key of a section, "title" or "preface"
MATCH = Type("text", fixed="match")


def listing(item: Type | str) -> Type:
    """A list of items of that type or record."""
    return Type("list", Type(item) if isinstance(item, str) else item)


# Bare names beside a field with fixed values, but for "section", "row" and "column", which the layouts fix.
FIXED: Mapping[str, tuple[str, ...]] = {
    "kind": ("government", "township", "subdistrict", "department", "institution", "zone"),
    "level": ("national", "province", "prefecture", "county", "township"),
    "state": ("number", "blank", "text", "missing"),
    "holds": ("count", "change", "amount"),
    "match": ("exact", "also", "faulty", "near", "none"),
    "style": ("han", "han_brackets", "first", "arabic", "arabic_brackets", "circled", "none"),
    "how": ("count", "none", "all", "flag"),
    "span": ("year", "part", "total", "plan"),
}

_PASSAGE = {"text": TEXT, "paragraphs": listing("paragraph"), "years": listing("stated"), "length": NUMBER}
_HEAD = {"key": TEXT, "label": TEXT, "official": TEXT, "match": MATCH}

RECORDS: Mapping[str, Mapping[str, Type]] = {
    "report": {"year": NUMBER, "title": TEXT, "layout": TEXT, "file": TEXT},
    "layout": {"key": TEXT, "title": TEXT, "basis": TEXT, "first_year": NUMBER, "last_year": NUMBER},
    "organisation": {"name": TEXT, "kind": Type("text", fixed="kind"), "level": Type("text", fixed="level")},
    "period": {"start": DATE, "end": DATE, "quote": TEXT},
    "contact": {"address": TEXT, "postcode": TEXT, "phones": listing(TEXT), "email": TEXT},
    "title": {"text": TEXT, "year": NUMBER, "years": listing("stated"), "organisation": TEXT},
    "preface": {**_PASSAGE, "organisation": TEXT, "stray_body": TEXT},
    "section": {
        **_PASSAGE,
        "key": SECTION_KEY,
        "heading": TEXT,
        "number": TEXT,
        "value": NUMBER,
        "position": NUMBER,
        "official": TEXT,
        "official_number": TEXT,
        "official_heading": TEXT,
        "printed": TEXT,
        "match": MATCH,
        "tables": listing("table"),
        "instructions": listing(TEXT),
        "aspects": listing("aspect"),
    },
    "aspect": {"key": TEXT, "name": TEXT, "covered": TRUTH},
    "heading": {
        "key": SECTION_KEY,
        "number": TEXT,
        "marked": TEXT,
        "style": Type("text", fixed="style"),
        "value": NUMBER,
        "heading": TEXT,
        "printed": TEXT,
        "official": TEXT,
        "official_number": TEXT,
        "official_heading": TEXT,
        "paragraph": NUMBER,
        "position": NUMBER,
        "index": NUMBER,
        "match": MATCH,
    },
    "paragraph": {
        "n": NUMBER,
        "text": TEXT,
        "section": SECTION_KEY,
        "number": TEXT,
        "style": Type("text", fixed="style"),
        "value": NUMBER,
        "years": listing("stated"),
        "length": NUMBER,
    },
    "stated": {"value": NUMBER, "text": TEXT, "section": SECTION_KEY, "paragraph": NUMBER, "sentence": NUMBER},
    "table": {
        "key": TEXT,
        "layout": TEXT,
        "home": SECTION_KEY,
        "section": SECTION_KEY,
        "rows": listing("row"),
        "columns": listing("column"),
        "cells": listing("cell"),
        "missing_rows": listing("row"),
        "missing_columns": listing("column"),
        "extra": listing(TEXT),
        "copies": NUMBER,
        "heads": listing("head"),
    },
    "row": {**_HEAD, "columns": listing("column"), "plain": TRUTH},
    "column": {**_HEAD, "rows": listing("row")},
    "head": _HEAD,
    "cell": {
        "value": NUMBER,
        "raw": TEXT,
        "state": Type("text", fixed="state"),
        "holds": Type("text", fixed="holds"),
        "faults": listing(TEXT),
        "plain": TEXT,
        "row": Type("row"),
        "column": Type("column"),
        "table": Type("table"),
    },
    "prose": {
        "text": TEXT,
        "paragraphs": listing("paragraph"),
        "length": NUMBER,
        "enumerations": listing("enumeration"),
        "shares": listing("share"),
        "changes": listing("change"),
        "gaps": listing("gap"),
        "loose": listing("claim"),
    },
    "document": {
        "format": TEXT,
        "revisions": listing("mark"),
        "comments": listing("mark"),
        "hidden": listing("mark"),
        "active": listing("mark"),
        "links": listing("mark"),
        "metadata": listing("mark"),
        "footnotes": listing(TEXT),
    },
    "mark": {"kind": TEXT, "quote": TEXT, "paragraph": NUMBER},
    "match": {
        "text": TEXT,
        "before": TEXT,
        "after": TEXT,
        "sentence": TEXT,
        "sentence_before": TEXT,
        "sentence_after": TEXT,
        "section": SECTION_KEY,
        "paragraph": NUMBER,
    },
    "spot": {
        "text": TEXT,
        "before": TEXT,
        "after": TEXT,
        "sentence": TEXT,
        "sentence_before": TEXT,
        "sentence_after": TEXT,
        "section": SECTION_KEY,
        "paragraph": NUMBER,
        "meant": TEXT,
        "previous": TEXT,
    },
    "pair": {"first": ANY, "second": ANY},
    "claim": {
        "section": SECTION_KEY,
        "paragraph": NUMBER,
        "statement": TEXT,
        "value": NUMBER,
        "values": listing(NUMBER),
        "readings": listing(TEXT),
        "step": NUMBER,
        "how": Type("text", fixed="how"),
        "text": TEXT,
        "exact": TRUTH,
        "year": NUMBER,
        "span": Type("text", fixed="span"),
        "unit": TEXT,
    },
    "enumeration": {
        "section": SECTION_KEY,
        "paragraph": NUMBER,
        "total": NUMBER,
        "sum": NUMBER,
        "step": NUMBER,
        "parts": listing("part"),
        "unit": TEXT,
        "closed": TRUTH,
        "complete": TRUTH,
        "hedged": TRUTH,
        "overlapping": TRUTH,
        "channels": TRUTH,
        "exact": TRUTH,
        "intro": TEXT,
    },
    "part": {"label": TEXT, "value": NUMBER},
    "share": {
        "section": SECTION_KEY,
        "paragraph": NUMBER,
        "count": NUMBER,
        "percent": NUMBER,
        "base": NUMBER,
        "bases": listing(NUMBER),
        "unit": NUMBER,
    },
    "change": {
        "section": SECTION_KEY,
        "paragraph": NUMBER,
        "statement": TEXT,
        "count": NUMBER,
        "by": NUMBER,
        "percent": NUMBER,
        "up": TRUTH,
        "unit": NUMBER,
        "text": TEXT,
        "figures": listing(NUMBER),
        "before": NUMBER,
        "difference": NUMBER,
    },
    "gap": {"section": SECTION_KEY, "paragraph": NUMBER, "unit": TEXT, "text": TEXT},
}

# A whole report: what stands before a dot in `previous.requests` as well as what a rule names without one. The sections
# and tables of the layouts come beside these.
WHOLE: Mapping[str, Type] = {
    "report": Type("report"),
    "layout": Type("layout"),
    "organisation": Type("organisation"),
    "period": Type("period"),
    "contact": Type("contact"),
    "published": DATE,
    "signed": DATE,
    "title": Type("title"),
    "preface": Type("preface"),
    "outline": listing("heading"),
    "sections": listing("section"),
    "tables": listing("table"),
    "text": Type("prose"),
    "document": Type("document"),
}
OTHER_REPORTS: Mapping[str, Type] = {"previous": Type("whole"), "others": listing("whole"), "parts": listing("whole")}
