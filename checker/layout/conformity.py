"""How a laid report stands to its layout: what is missing, and how each label and heading was recognised."""

from __future__ import annotations

from checker.layout.matching import RANK, Match, match_heading, match_label
from checker.layout.model import Layout, TableLayout
from checker.report import Heading, Table


def missing_rows(table: Table, layout: Layout) -> tuple[str, ...]:
    """Keys of the rows of the format that the table does not have, in the format's order.

    `layout` is the table's own (Table.layout). A row is missing if none of its cells is there.
    """
    form = _form(table, layout)
    if form is None:
        return ()
    return tuple(
        row for row in form.rows if all(figure.state == "missing" for figure in table.rows.get(row, {}).values())
    )


def missing_columns(table: Table, layout: Layout) -> tuple[str, ...]:
    """Keys of the columns of the format that the table does not have: missing in every row that is there and should
    have it."""
    form = _form(table, layout)
    if form is None:
        return ()
    gone = set(missing_rows(table, layout))
    missing = []
    for column in form.columns:
        rows = [row for row in form.rows if row not in gone and column in form.columns_of(row)]
        if rows and all(table.rows[row][column].state == "missing" for row in rows):
            missing.append(column)
    return tuple(missing)


def label_match(table: Table, key: str, layout: Layout) -> Match:
    """How the printed label of a row, column or labelled group was recognised; "none" if it has no label.

    A key that heads columns of several blocks is as good as its best head.
    """
    printed = table.labels.get(key)
    form = None if printed is None else _form(table, layout)
    if form is None or printed is None:
        return "none"
    best: Match = "none"
    for head in form.heads.get(key, ()):
        match = match_label(printed, head)
        if match == "exact":
            return match
        best = min(best, match, key=RANK.__getitem__)
    return best


def heading_match(heading: Heading, layout: Layout) -> Match:
    """How a top-level heading stands to the section that it was taken for; "none" for a section that the layout
    lacks."""
    section = layout.section(heading.key) if heading.key is not None else None
    return "none" if section is None else match_heading(heading.heading, section)


def _form(table: Table, layout: Layout) -> TableLayout | None:
    """The table in its layout: the one whose rows it has."""
    rows = tuple(table.rows)
    return next((form for form in layout.tables if form.rows == rows), None)
