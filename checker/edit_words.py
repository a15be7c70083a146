"""The edits of a proof in words, by the labels of the format: what a rule's page shows instead of the line itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.language.proofs import Edit
from checker.layout.model import Head, Layout, TableLayout

_ZH: Mapping[str, str] = {
    "set cell": "{table}表格的“{row}”行、“{column}”列填“{text}”",
    "blank cell": "{table}表格的“{row}”行、“{column}”列留空",
    "remove section": "删去{section}",
    "remove table": "删去{table}的表格",
    "remove row": "删去{table}表格的“{row}”行",
    "remove column": "删去{table}表格的“{column}”列",
    "rename section": "标题{section}改为“{text}”",
    "rename row": "{table}表格的“{row}”行改名为“{text}”",
    "rename column": "{table}表格的“{column}”列改名为“{text}”",
    "add section": "在{after}之后加标题“{text}”",
    "add row": "{table}表格的“{after}”之后加“{text}”行",
    "add column": "{table}表格的“{after}”之后加“{text}”列",
    "add paragraph": "在{section}另起一段写“{text}”",
    "move section": "把{section}移到{after}之后",
    "copy section": "在{after}之后再放一遍{section}",
    "copy table": "{table}的表格放了两遍",
    "replace text": "把{section}的“{text}”改为“{new}”",
    "cut text": "删去{section}的“{text}”",
    "append text": "在{section}末尾写“{text}”",
    "clear text": "删去{section}的全部文字",
    "as body": "换成“{body}”的报告",
    "lay table": "{table}的表格换成{layout}年版格式",
    "set document": "文件里留有{fact}“{text}”",
    "leave document": "文件里留有{fact}",
    "with report": "同时给出{on}",
    "of other": "{on}中{words}",
    "quoted": "“{text}”",
    "joined": "；",
    "title": "标题",
    "preface": "前言",
    "previous": "上一年的报告",
    "another": "另一机关的报告",
    "part": "所含单位的报告",
    "revisions": "修订",
    "comments": "批注",
    "hidden": "隐藏文字",
    "active": "宏、控件或者嵌入对象",
    "links": "对外部文件的引用",
    "metadata": "文件属性",
}
_EN: Mapping[str, str] = {
    "set cell": "in the table of {table}, row “{row}”, column “{column}” reads “{text}”",
    "blank cell": "in the table of {table}, row “{row}”, column “{column}” is blank",
    "remove section": "{section} is taken out",
    "remove table": "the table of {table} is taken out",
    "remove row": "row “{row}” of the table of {table} is taken out",
    "remove column": "column “{column}” of the table of {table} is taken out",
    "rename section": "the heading {section} reads “{text}”",
    "rename row": "row “{row}” of the table of {table} is labelled “{text}”",
    "rename column": "column “{column}” of the table of {table} is labelled “{text}”",
    "add section": "a heading “{text}” follows {after}",
    "add row": "a row “{text}” follows “{after}” in the table of {table}",
    "add column": "a column “{text}” follows “{after}” in the table of {table}",
    "add paragraph": "a paragraph “{text}” is added to {section}",
    "move section": "{section} stands after {after}",
    "copy section": "{section} stands again after {after}",
    "copy table": "the table of {table} stands twice",
    "replace text": "in {section}, “{text}” reads “{new}”",
    "cut text": "“{text}” is taken out of {section}",
    "append text": "“{text}” is added to {section}",
    "clear text": "{section} has no text",
    "as body": "the report is that of “{body}”",
    "lay table": "the table of {table} is of the {layout} format",
    "set document": "the file holds {fact} “{text}”",
    "leave document": "the file holds {fact}",
    "with report": "{on} is given",
    "of other": "in {on}, {words}",
    "quoted": "“{text}”",
    "joined": "; ",
    "title": "the title",
    "preface": "the preface",
    "previous": "last year's report",
    "another": "another body's report",
    "part": "the report of a part",
    "revisions": "a tracked change",
    "comments": "a comment",
    "hidden": "hidden text",
    "active": "a macro, a control or an embedded object",
    "links": "a link to something outside",
    "metadata": "a property",
}
_WORDS = {"zh": _ZH, "en": _EN}


def in_words(
    edits: Iterable[Edit], layout: str, layouts: Sequence[Layout], bodies: Mapping[str, str], lang: str
) -> str:
    """What the edits of one proof change, on the model report of the format with the key `layout`.

    bodies: kind of a body -> the name that the models give it. Keys that this format has not are looked for in others.
    """
    words = _WORDS[lang]
    own_first = sorted(layouts, key=lambda one: one.key != layout)
    return words["joined"].join(_one(edit, own_first, bodies, words) for edit in edits)


def _one(edit: Edit, layouts: Sequence[Layout], bodies: Mapping[str, str], words: Mapping[str, str]) -> str:
    what = f"{edit.verb} {edit.thing}"
    if what == "replace text" and not edit.new:
        what = "cut text"
    if what == "set cell" and not edit.text:
        what = "blank cell"
    if what == "set document" and not edit.text:
        what = "leave document"
    said = words[what].format(
        section=_section(edit.section, layouts, words),
        table=_section(edit.table, layouts, words),
        row=_label(edit, edit.row, layouts),
        column=_label(edit, edit.column, layouts),
        after=_label(edit, edit.after, layouts) if edit.table else _section(edit.after, layouts, words),
        text=edit.text,
        new=edit.new,
        body=edit.text or bodies.get(edit.kind or "", edit.kind),
        layout=edit.layout,
        fact=words.get(edit.name or "", edit.name),
        on=words.get(edit.on, ""),
    )
    other = edit.on and edit.verb != "with"
    return words["of other"].format(on=words[edit.on], words=said) if other else said


def _section(key: str | None, layouts: Sequence[Layout], words: Mapping[str, str]) -> str:
    """A section by its heading in the format; a table is called by the section that it stands in."""
    if key in ("title", "preface"):
        return words[str(key)]
    for layout in layouts:
        table = layout.table(key or "")
        section = layout.section(key or "") or layout.section(table.section if table else "")
        if section is not None:
            return words["quoted"].format(text=f"{section.number}、{section.heading}")
    return key or ""


def _label(edit: Edit, key: str | None, layouts: Sequence[Layout]) -> str:
    """A row or column by the format's label, the last step of it."""
    tables = [table for layout in layouts if (table := layout.table(edit.table or "")) is not None]
    return next((head.path[-1] for table in tables for head in _heads(table) if head.key == key), key or "")


def _heads(table: TableLayout) -> Iterable[Head]:
    return (head for block in table.blocks for head in (*block.rows, *block.columns))
