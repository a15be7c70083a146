"""The outcome as a workbook: findings, a row for each report, and every figure that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checker.errors import InputError
from checker.findings import Outcome, Severity, Side
from checker.layout.model import Layout
from checker.masking import mask
from checker.outputs.places import in_words
from checker.outputs.safe_text import in_cell
from checker.outputs.words import WORDS
from checker.report import Report

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DIGITS = 15  # a program that calculates in binary keeps no more
_CELL = 32_767  # characters that a cell can hold
_WIDE = (12, 60)  # least and greatest width of a column
_DAY = (1980, 1, 1, 0, 0, 0)

Value = str | int | Decimal | date | None


def render_xlsx(outcome: Outcome, layouts: Sequence[Layout], lang: str) -> bytes:
    """The workbook; the same outcome gives the same bytes. Text is stored as text, never as a formula.

    Raises InputError where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise InputError(
            "写 Excel 文件需要 openpyxl；请运行 pip install 'gkcheck[xlsx]'",
            "openpyxl is needed to write a workbook; run pip install 'gkcheck[xlsx]'",
        ) from None
    book, words = Workbook(), WORDS[lang]
    for sheet in book.worksheets:
        book.remove(sheet)
    sheets = (
        ("sheet_findings", _FINDINGS, _findings(outcome, lang)),
        ("sheet_bodies", _BODIES, _bodies(outcome, lang)),
        ("sheet_figures", _FIGURES, _figures(outcome, layouts, lang)),
        *([("sheet_waived", _WAIVED, _waived(outcome, lang))] if any(r.waived for r in outcome.reports) else []),
    )
    for name, heads, rows in sheets:
        _fill(book.create_sheet(words[name]), [words[head] for head in heads], rows)
    book.properties.creator = "gkcheck"
    book.properties.created = book.properties.modified = datetime(*_DAY)
    out = BytesIO()
    book.save(out)
    return _dateless(out.getvalue())


_FINDINGS = (
    *("file", "body", "report_year", "severity", "code", "name", "place"),
    *("wrong", "to_do", "clause", "expected", "actual"),
)
_BODIES = (
    *("file", "body", "kind", "level", "report_year", "layout", "error", "warning", "notice"),
    *("rules_passed", "rules_failed", "not_applicable", "not_assessed", "remark"),
)
_WAIVED = ("file", "body", "report_year", "code", "name", "place", "wrong", "reason", "last_day")
_FIGURES = ("file", "body", "report_year", "table", "row", "column", "raw", "value", "state")


def _findings(outcome: Outcome, lang: str) -> Iterable[Sequence[Value]]:
    words = WORDS[lang]
    for report in outcome.reports:
        for f in report.findings:
            yield (
                *(report.file, report.organisation, report.year, words[f.severity.value], f.code, f.name),
                *(in_words(f, report), f.message, f.hint, f.basis, _side(f.expected), _side(f.actual)),
            )


def _waived(outcome: Outcome, lang: str) -> Iterable[Sequence[Value]]:
    for report in outcome.reports:
        for item in report.waived:
            f = item.finding
            yield (
                *(report.file, report.organisation, report.year, f.code, f.name, in_words(f, report), f.message),
                *(item.reason, item.expires),
            )


def _bodies(outcome: Outcome, lang: str) -> Iterable[Sequence[Value]]:
    for report in outcome.reports:
        body = report.report.organisation if report.report is not None else None
        yield (
            *(report.file, report.organisation, body.kind if body else None, body.level if body else None),
            *(report.year, report.layout, *(report.count(severity) for severity in Severity)),
            *(report.passed, report.failed, report.not_applicable, report.unjudged, None),
        )
    for error in outcome.errors:
        yield (error.file, *[None] * (len(_BODIES) - 2), error.message)


def _figures(outcome: Outcome, layouts: Sequence[Layout], lang: str) -> Iterable[Sequence[Value]]:
    words = WORDS[lang]
    for assessment in outcome.reports:
        report = assessment.report
        for key, table in report.tables.items() if report is not None else ():
            labels = _labels(report, key, layouts) if report is not None else {}
            for row, figures in table.rows.items():
                for column, figure in figures.items():
                    raw = mask(figure.raw)
                    yield (
                        *(assessment.file, assessment.organisation, assessment.year, labels[key]),
                        *(labels.get(row, row), labels.get(column, column), raw),
                        *(figure.value if raw == figure.raw else None, words[figure.state]),
                    )


def _labels(report: Report, key: str, layouts: Sequence[Layout]) -> Mapping[str, str]:
    """Rows and columns in words, with the labels over them; the table by the heading of its section."""
    table = report.tables[key]
    layout = next((layout for layout in layouts if layout.key == table.layout), None)
    form = layout.table(key) if layout is not None else None
    home = layout.section(form.section) if layout is not None and form is not None else None
    labels = {key: home.heading if home is not None else key}
    for block in form.blocks if form is not None else ():
        labels |= {head.key: " / ".join(head.path) for head in (*block.rows, *block.columns)}
    return labels


def _side(side: Side) -> Value:
    return side


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    widths = [len(head) * 2 for head in heads]
    sheet.append(list(heads))
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EBF0")
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, (int, Decimal)) and len(f"{value:f}") <= _DIGITS:
                cell.value = value
            elif isinstance(value, date):
                cell.value, cell.number_format = value, "yyyy-mm-dd"
            elif value is not None:
                cell.value, cell.data_type = in_cell(str(value))[:_CELL], "s"
                widths[column - 1] = max(widths[column - 1], sum(1 + (c > "\u2e80") for c in str(value)))
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, _WIDE[0]), _WIDE[1])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{max(sheet.max_row, 1)}"


def _dateless(data: bytes) -> bytes:
    """The workbook with the times of its members set to one day: openpyxl enters the clock's."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _created(content)
            new.writestr(ZipInfo(name, _DAY), content, ZIP_DEFLATED)
    return out.getvalue()


def _created(content: bytes) -> bytes:
    import re

    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
