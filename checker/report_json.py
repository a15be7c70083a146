"""A Report as JSON and back, as schemas/report.schema.json says. Reading back gives an equal Report."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from checker.days import date
from checker.document import FileFacts, Mark
from checker.report import (
    Contact,
    Figure,
    Heading,
    Organisation,
    Para,
    Period,
    Report,
    Section,
    Table,
    Title,
)

SCHEMA_VERSION = "1.0"
_MARKS = ("revisions", "comments", "hidden", "active", "links", "metadata")


def to_json(report: Report) -> dict[str, object]:
    """The report as nested dicts and lists; dates ISO, figures Decimal (see json_text.dump)."""
    return {
        "schema": SCHEMA_VERSION,
        "file": report.file,
        "title": {"text": report.title.text, "paragraph": report.title.paragraph},
        "organisation": {
            "name": report.organisation.name,
            "kind": report.organisation.kind,
            "level": report.organisation.level,
        },
        "year": report.year,
        "layout": report.layout,
        "period": {"start": report.period.start, "end": report.period.end},
        "contact": {
            "address": report.contact.address,
            "postcode": report.contact.postcode,
            "phones": list(report.contact.phones),
            "email": report.contact.email,
        },
        "published": report.published,
        "signed": report.signed,
        "preface": _paras(report.preface),
        "outline": [
            {
                "key": h.key,
                "number": h.number,
                "heading": h.heading,
                "paragraph": h.paragraph,
                "marked": h.marked,
            }
            for h in report.outline
        ],
        "sections": {
            key: {"heading": s.heading, "paragraphs": _paras(s.paragraphs)} for key, s in report.sections.items()
        },
        "tables": {key: _table(t) for key, t in report.tables.items()},
        "footnotes": list(report.footnotes),
        "document": _facts(report.document),
    }


def from_json(data: Mapping[str, Any], file: str | None = None) -> Report:
    """The Report that `to_json` wrote; `file` overrules the name in it.

    The data must be valid by schemas/report.schema.json (check at the border); KeyError or TypeError otherwise.
    """
    title, body, contact = data["title"], data["organisation"], data["contact"]
    return Report(
        file=data["file"] if file is None else file,
        title=Title(title["text"], title["paragraph"]),
        organisation=Organisation(body["name"], body["kind"], body["level"]),
        year=data["year"],
        layout=data["layout"],
        period=Period(_date(data["period"]["start"]), _date(data["period"]["end"])),
        contact=Contact(contact["address"], contact["postcode"], tuple(contact["phones"]), contact["email"]),
        published=_date(data["published"]),
        signed=_date(data.get("signed")),
        preface=_read_paras(data["preface"]),
        outline=tuple(
            Heading(h["key"], h["number"], h["heading"], h["paragraph"], h.get("marked")) for h in data["outline"]
        ),
        sections={k: Section(s["heading"], _read_paras(s["paragraphs"])) for k, s in data["sections"].items()},
        tables={key: _read_table(t) for key, t in data["tables"].items()},
        document=_read_facts(data["document"]),
        footnotes=tuple(data.get("footnotes", ())),
    )


def _paras(paras: tuple[Para, ...]) -> list[dict[str, object]]:
    return [{"n": p.n, "text": p.text} for p in paras]


def _read_paras(items: list[Mapping[str, Any]]) -> tuple[Para, ...]:
    return tuple(Para(p["n"], p["text"]) for p in items)


def _table(table: Table) -> dict[str, object]:
    shown: dict[str, object] = {
        "layout": table.layout,
        "section": table.section,
        "labels": dict(table.labels),
        "rows": {row: {column: _figure(f) for column, f in cells.items()} for row, cells in table.rows.items()},
        "extra": list(table.extra),
    }
    if table.copies:
        shown["copies"] = table.copies
    return shown


def _figure(figure: Figure) -> dict[str, object]:
    shown: dict[str, object] = {"raw": figure.raw, "value": figure.value, "state": figure.state}
    if figure.value is None:
        del shown["value"]  # the contract: value only for a number
    return shown


def _read_table(data: Mapping[str, Any]) -> Table:
    rows = {
        row: {column: Figure(f["raw"], _decimal(f.get("value")), f["state"]) for column, f in cells.items()}
        for row, cells in data["rows"].items()
    }
    extra, copies = tuple(data["extra"]), data.get("copies", 0)
    return Table(data["layout"], data["section"], dict(data["labels"]), rows, extra, copies)


def _facts(facts: FileFacts) -> dict[str, object]:
    found: dict[str, object] = {"format": facts.format}
    for name in _MARKS:
        marks = cast("tuple[Mark, ...] | None", getattr(facts, name))
        shown = None if marks is None else [{"kind": m.kind, "quote": m.quote, "paragraph": m.paragraph} for m in marks]
        found[name] = shown
    return found


def _read_facts(data: Mapping[str, Any]) -> FileFacts:
    marks = {
        name: None if data.get(name) is None else tuple(Mark(m["kind"], m["quote"], m["paragraph"]) for m in data[name])
        for name in _MARKS
    }
    return FileFacts(data["format"], **marks)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _decimal(number: int | Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(number)
