"""A report that comes laid already (the JSON of `gkcheck parse`), held against the layouts that are known here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.dataclass import replace
from checker.errors import InputError
from checker.layout.model import Layout
from checker.report import MISSING, Figure, Report, Table


def take_on(
    report: Report,
    layouts: Sequence[Layout],
    *,
    year: int | None = None,
    kind: str | None = None,
    level: str | None = None,
) -> Report:
    """The report with every cell of its layouts, those that it lacks as missing; year, kind, level overrule its own.

    Raises InputError that names the path in the JSON of a layout, section, table, row or column that none of the
    layouts knows.
    """
    known = {layout.key: layout for layout in layouts}
    layout = known.get(report.layout)
    if layout is None:
        raise _unknown("$.layout", report.layout, known)
    if year is not None:
        layout = next((item for item in layouts if item.covers(year)), layout)
    sections = {section.key for item in layouts for section in item.sections}
    for key in report.sections:
        if key not in sections:
            raise _unknown("$.sections", key, sections)
    tables = {key: _table(key, table, known) for key, table in report.tables.items()}
    body = report.organisation
    return replace(
        report,
        year=report.year if year is None else year,
        layout=layout.key,
        organisation=replace(body, kind=kind or body.kind, level=level or body.level),
        tables=tables,
    )


def _table(key: str, table: Table, known: dict[str, Layout]) -> Table:
    layout = known.get(table.layout)
    if layout is None:
        raise _unknown(f"$.tables.{key}.layout", table.layout, known)
    form = layout.table(key)
    if form is None:
        raise _unknown("$.tables", key, [item.key for item in layout.tables])
    rows: dict[str, dict[str, Figure]] = {
        row: {column: table.rows.get(row, {}).get(column, MISSING) for column in form.columns_of(row)}
        for row in form.rows
    }
    for row, cells in table.rows.items():
        if row not in rows:
            raise _unknown(f"$.tables.{key}.rows", row, rows)
        for column in cells:
            if column not in rows[row]:
                raise _unknown(f"$.tables.{key}.rows.{row}", column, rows[row])
    return replace(table, rows=rows)


def _unknown(path: str, key: str, known: Collection[str]) -> InputError:
    shown, choice = key[:40], ", ".join(list(known)[:12])
    return InputError(
        f"JSON 中 {path} 的 {shown} 不是已知的名称（{choice} …）；请用 gkcheck parse 重新生成",
        f"{path} in the JSON names {shown}, which is not known here ({choice} …); make it anew with gkcheck parse",
    )
