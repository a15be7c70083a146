"""Any consistent figures pass the rules on tables; any one cell changed is found, at the cell or in its sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import engine
from checker.models import Models
from checker.pack import Pack
from checker.report import Figure, Report, Table

CODES = ("GK3",)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Cells = dict[str, dict[str, int]]


@st.composite
def requests(draw: st.DrawFn, table: Table, results: tuple[str, ...], applicants: tuple[str, ...]) -> Cells:
    """Figures of the table of requests that agree in every relation."""
    small = st.integers(0, 60)
    cells: Cells = {row: dict.fromkeys(table.rows[row], 0) for row in table.rows}
    for column in applicants:
        for row in results:
            cells[row][column] = draw(small)
        handled = sum(cells[row][column] for row in results)
        carried_out = draw(small)
        carried_in = draw(st.integers(0, handled + carried_out))
        cells["handled"][column], cells["carried_out"][column] = handled, carried_out
        cells["carried_in"][column], cells["received"][column] = carried_in, handled + carried_out - carried_in
    for row in cells.values():
        row["total"] = sum(row[column] for column in applicants)
    return cells


def with_cells(report: Report, table: str, cells: Mapping[str, Mapping[str, int]]) -> Report:
    rows = {r: {c: Figure(str(n), Decimal(n), "number") for c, n in row.items()} for r, row in cells.items()}
    return replace(report, tables={**report.tables, table: replace(report.tables[table], rows=rows)})


def flagged(pack: Pack, report: Report) -> set[tuple[str, str | None, str | None]]:
    rules = [rule for rule in pack.rules if rule.code.startswith(CODES)]
    found = engine.assess(report, rules, pack.layouts, names=pack.names).findings
    return {(f.code, p.row, p.column) for f in found for p in (f.place, *f.related)}


@QUICK
@given(data=st.data(), layout=st.sampled_from(["2019", "2021"]))
def test_consistent_requests_pass_and_a_changed_cell_is_found(
    data: st.DataObject, layout: str, pack: Pack, models: Models
) -> None:
    shape = next(item for item in pack.layouts if item.key == layout).table("requests")
    report = models.by_layout[layout].report
    assert shape is not None
    cells = data.draw(requests(report.tables["requests"], shape.groups["results"], shape.groups["applicants"]))
    assert flagged(pack, with_cells(report, "requests", cells)) == set()
    row = data.draw(st.sampled_from(sorted(cells)))
    column = data.draw(st.sampled_from(sorted(cells[row])))
    cells[row][column] += data.draw(st.integers(1, 40))
    found = flagged(pack, with_cells(report, "requests", cells))
    assert any(code in ("GK310", "GK311", "GK312") and (r, c) == (row, column) for code, r, c in found)


@QUICK
@given(data=st.data())
def test_consistent_disputes_pass_and_a_changed_cell_is_found(data: st.DataObject, pack: Pack, models: Models) -> None:
    report = models.by_layout["2021"].report
    cells: Cells = {}
    for row, columns in report.tables["disputes"].rows.items():
        four = {c: data.draw(st.integers(0, 30)) for c in columns if c != "total"}
        cells[row] = {**four, "total": sum(four.values())}
    assert flagged(pack, with_cells(report, "disputes", cells)) == set()
    row = data.draw(st.sampled_from(sorted(cells)))
    column = data.draw(st.sampled_from(sorted(cells[row])))
    cells[row][column] += data.draw(st.integers(1, 40))
    found = flagged(pack, with_cells(report, "disputes", cells))
    own = {"review": "GK320", "direct_lawsuit": "GK321", "later_lawsuit": "GK322"}[row]
    assert (own, row, column) in found
