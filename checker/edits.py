"""Edits of a printed report, as the `fails` and `passes` lines of a rule write them.

Each edit makes a new report; what it touched is kept, so that a proof can tell whether a finding stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from checker.document import FileFacts, Mark
from checker.errors import Said
from checker.language.proofs import Edit
from checker.printed import Passage, PrintedReport, PrintedSection, PrintedTable
from checker.printed_tables import EditError, change_table
from checker.report import PREFACE, TITLE
from checker.touches import ANYWHERE, Touch


@dataclass(frozen=True, slots=True)
class Workbench:
    """What edits may draw on beside the report.

    tables: the model tables of the other formats, (layout, table) -> table. bodies: kind of body -> a made-up name.
    name: the name of the report's own body as its text writes it.
    """

    tables: Mapping[tuple[str, str], PrintedTable]
    bodies: Mapping[str, str]
    name: str


def apply_edit(report: PrintedReport, edit: Edit, bench: Workbench) -> tuple[PrintedReport, tuple[Touch, ...]]:
    """The report after one edit, and what the edit touched beside the passages that it marks as edited.

    Raises EditError if what the edit names is not there.
    """
    if edit.table is not None:
        return _table_edit(report, edit, bench)
    return _EDITS[edit.verb, edit.thing](report, edit, bench)


Result = tuple[PrintedReport, tuple[Touch, ...]]


def _table_edit(report: PrintedReport, edit: Edit, bench: Workbench) -> Result:
    for index, section in enumerate(report.sections):
        for at, table in enumerate(section.tables):
            if table.key == edit.table:
                change = _TABLE_EDITS.get(edit.verb, lambda old, edit, _: change_table(old, edit))
                changed, touches = change(table, edit, bench)
                twice = (table,) if edit.verb == "copy" else ()
                tables = (*section.tables[:at], *twice, *((changed,) if changed else ()), *section.tables[at + 1 :])
                return report.with_section(index, replace(section, tables=tables)), touches
    raise EditError(Said(f"报告里没有表 {edit.table}", f"the report has no table {edit.table}"))


def _as_it_is(table: PrintedTable, edit: Edit, _: Workbench) -> tuple[PrintedTable | None, tuple[Touch, ...]]:
    return table, (Touch(table=table.key),)


def _lay_as(table: PrintedTable, edit: Edit, bench: Workbench) -> tuple[PrintedTable | None, tuple[Touch, ...]]:
    found = bench.tables.get((edit.layout or "", table.key))
    if found is None:
        raise EditError(
            Said(
                f"格式 {edit.layout} 的样板报告里没有表 {table.key}",
                f"no model report of layout {edit.layout} has a table {table.key}",
            )
        )
    return found, (Touch(table=table.key),)


def _find(report: PrintedReport, key: str | None) -> int:
    """Position of the first section with that key. Raises EditError."""
    for index, section in enumerate(report.sections):
        if section.key == key:
            return index
    raise EditError(Said(f"报告里没有部分 {key}", f"the report has no section {key}"))


def _remove_section(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    at = _find(report, edit.section)
    lost = report.sections[at]
    touches = (Touch(section=edit.section), *(Touch(table=t.key) for t in lost.tables))
    return replace(report, sections=(*report.sections[:at], *report.sections[at + 1 :])), touches


def _rename_section(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    at = _find(report, edit.section)
    renamed = replace(report.sections[at], number=None, heading=edit.text or "", edited=True)
    return report.with_section(at, renamed), (Touch(section=edit.section),)


def _insert(report: PrintedReport, section: PrintedSection, after: str | None) -> PrintedReport:
    at = _find(report, after) + 1
    return replace(report, sections=(*report.sections[:at], section, *report.sections[at:]))


def _add_section(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    return _insert(report, PrintedSection(None, None, edit.text or "", edited=True), edit.after), ()


def _move_section(report: PrintedReport, edit: Edit, bench: Workbench) -> Result:
    section = report.sections[_find(report, edit.section)]
    left, _ = _remove_section(report, edit, bench)
    return _insert(left, replace(section, edited=True), edit.after), (Touch(section=edit.section),)


def _copy_section(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    section = report.sections[_find(report, edit.section)]
    return _insert(report, replace(section, edited=True), edit.after), (Touch(section=edit.section),)


def _change_passages(
    report: PrintedReport, key: str | None, change: Callable[[tuple[Passage, ...]], tuple[Passage, ...]]
) -> PrintedReport:
    """The report with the passages of a section, of the preface or of the title changed."""
    if key == TITLE:
        changed = change(() if report.title is None else (report.title,))
        return replace(report, title=changed[0] if changed else None)
    if key == PREFACE:
        return replace(report, preface=change(report.preface))
    at = _find(report, key)
    section = report.sections[at]
    return report.with_section(at, replace(section, passages=change(section.passages)))


def _add_paragraph(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    return _change_passages(report, edit.section, lambda old: (*old, Passage(edit.text or "", True))), ()


def _append(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    def change(old: tuple[Passage, ...]) -> tuple[Passage, ...]:
        last = old[-1].text if old else ""
        return (*old[:-1], Passage(last + (edit.text or ""), True))

    return _change_passages(report, edit.section, change), ()


def _clear(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    return _change_passages(report, edit.section, lambda _old: ()), (Touch(section=edit.section),)


def _replace(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    old_text, new_text = edit.text or "", edit.new or ""
    found = False

    def change(old: tuple[Passage, ...]) -> tuple[Passage, ...]:
        nonlocal found
        found = any(old_text in p.text for p in old)
        return tuple(Passage(p.text.replace(old_text, new_text), True) if old_text in p.text else p for p in old)

    changed = _change_passages(report, edit.section, change)
    if not found:
        raise EditError(Said(f"{edit.section} 里没有“{old_text}”", f'"{old_text}" does not occur in {edit.section}'))
    return changed, (Touch(section=edit.section),) if not new_text else ()


def _as_body(report: PrintedReport, edit: Edit, bench: Workbench) -> Result:
    """The report of another body: its name stands wherever the report's own did."""
    name = edit.text if edit.text is not None else bench.bodies.get(edit.kind or "")
    if not name:
        raise EditError(
            Said(f"没有为 {edit.kind} 类机关编的名称", f"no made-up name for a body of the kind {edit.kind}")
        )

    def renamed(passages: Sequence[Passage]) -> tuple[Passage, ...]:
        return tuple(Passage(p.text.replace(bench.name, name), p.edited or bench.name in p.text) for p in passages)

    title = renamed((report.title,))[0] if report.title else None
    sections = tuple(replace(s, passages=renamed(s.passages)) for s in report.sections)
    return replace(report, title=title, preface=renamed(report.preface), sections=sections), (ANYWHERE,)


def _set_document(report: PrintedReport, edit: Edit, _: Workbench) -> Result:
    """A fact of the file: one mark of the given kind and quote."""
    names = [f.name for f in fields(FileFacts) if f.name != "format"]
    if edit.name not in names:
        raise EditError(
            Said(
                f"文件没有 {edit.name} 这一项；有 {'、'.join(names)}",
                f"a file has no fact {edit.name}; it has {', '.join(names)}",
            )
        )
    facts = {name: getattr(report.facts, name) for name in names}
    facts[edit.name] = (Mark(edit.kind or edit.name, edit.text or ""),)
    return replace(report, facts=FileFacts(report.facts.format, **facts)), (ANYWHERE,)


_TABLE_EDITS = {"lay": _lay_as, "copy": _as_it_is}
_EDITS: Mapping[tuple[str, str], Callable[[PrintedReport, Edit, Workbench], Result]] = {
    ("remove", "section"): _remove_section,
    ("rename", "section"): _rename_section,
    ("add", "section"): _add_section,
    ("move", "section"): _move_section,
    ("copy", "section"): _copy_section,
    ("add", "paragraph"): _add_paragraph,
    ("append", "text"): _append,
    ("clear", "text"): _clear,
    ("replace", "text"): _replace,
    ("as", "body"): _as_body,
    ("set", "document"): _set_document,
}
