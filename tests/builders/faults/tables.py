# ruff: noqa: E501 (a fault a line)
"""GK3: the cells of the three tables."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tests.builders.faults import Fault, Planted, Where
from tests.builders.spec import Spec

_BOTH = ("2019", "2021")


def _cell(code: str, name: str, table: str, row: str, column: str, text: str, *layouts: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        where = Where(section=table, table=table, row=row, column=column)
        return Planted(spec.with_table(spec.table(table).put(row, column, text)), where)

    return Fault(code, name, plant, layouts or _BOTH)


def _changed(code: str, name: str, table: str, row: str, column: str, by: int, where: Where, *layouts: str) -> Fault:
    """One cell more or less; totals that hold it are left alone."""

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        value = spec.table(table).number(row, column) + by
        if value < 0:
            return None
        return Planted(spec.with_table(spec.table(table).put(row, column, str(value))), where)

    return Fault(code, name, plant, layouts or _BOTH)


def _blank_row(spec: Spec, rng: random.Random) -> Planted:
    table = spec.table("requests")
    for column in ("natural", "business", "research", "welfare", "legal_service", "other", "total"):
        table = table.put("partial", column, "")
    return Planted(spec.with_table(table), Where(section="requests", table="requests", row="partial"))


def _blank_totals(spec: Spec, rng: random.Random) -> Planted:
    table = spec.table("requests")
    for row, column in list(table.cells):
        if column == "total":
            table = table.put(row, column, "")
    return Planted(spec.with_table(table), Where(section="requests", table="requests", column="total"))


def _moved_column(spec: Spec, rng: random.Random) -> Planted | None:
    """A figure put in the column beside, in one row: rows add up, columns do not."""
    table = spec.table("requests")
    value = table.number("received", "natural")
    if not value:
        return None
    table = table.put("received", "natural", str(value - 1))
    table = table.put("received", "business", str(table.number("received", "business") + 1))
    return Planted(spec.with_table(table), Where(section="requests", table="requests", column="natural"))


def _swapped(row: str, code: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        table = spec.table("disputes")
        total = table.number(row, "total")
        if not total:
            return None
        return Planted(
            spec.with_table(table.put(row, "total", "0")), Where(section="disputes", table="disputes", row=row)
        )

    return Fault(code, f"total-zero-{row}", plant)


def _regulations(kind: str, column: str, layout: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind != kind or spec.body.level not in ("county", "township", "province"):
            return None
        table = spec.table("disclosure").put("regulations", column, "2")
        if layout == "2019":
            table = table.put("regulations", "disclosed_total", "2").put("regulations", "made", "2")
            table = table.put("regulations", "disclosed", "2")
        else:
            table = table.put("regulations", "in_force", "6")
        return Planted(spec.with_table(table), Where(section="disclosure", table="disclosure", row="regulations"))

    return Fault("GK340", f"regulations-{kind}-{layout}", plant, (layout,))


def _disclosure(code: str, name: str, layout: str, change: Callable[[Spec], Spec | None], where: Where) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        changed = change(spec)
        return None if changed is None else Planted(changed, where)

    return Fault(code, name, plant, (layout,))


def _stock(spec: Spec) -> Spec:
    table = spec.table("disclosure").put("normative", "issued", "9").put("normative", "repealed", "1")
    return spec.with_table(table.put("normative", "in_force", "3"))


def _within(spec: Spec) -> Spec:
    table = spec.table("disclosure").put("normative", "disclosed", "8").put("normative", "made", "8")
    return spec.with_table(table.put("normative", "disclosed_total", "5"))


def _below_zero(spec: Spec) -> Spec:
    return spec.with_table(spec.table("disclosure").put("licences", "previous", "3").put("licences", "change", "-7"))


def _fee(spec: Spec) -> Spec:
    return spec.with_table(spec.table("disclosure").put("charges", "amount", "3254600.5"))


def _fee_in_yuan(spec: Spec) -> Spec:
    spec = spec.with_table(spec.table("disclosure").put("charges", "amount", "48600"))
    return spec.say("overview", "全年收取行政事业性收费48600元，全部上缴国库。")


def _put(row: str, column: str, text: str) -> Callable[[Spec], Spec | None]:
    return lambda spec: spec.with_table(spec.table("disclosure").put(row, column, text))


def _purchase(projects: str, amount: str) -> Callable[[Spec], Spec | None]:
    return lambda spec: spec.with_table(
        spec.table("disclosure").put("procurement", "projects", projects).put("procurement", "amount", amount)
    )


_PRO = Where(section="disclosure", table="disclosure")
TABLE_FAULTS = (
    _cell("GK301", "blank-request-cell", "requests", "repeated", "business", ""),
    _cell("GK301", "blank-handled", "requests", "handled", "natural", "  "),
    _cell("GK301", "blank-dispute", "disputes", "direct_lawsuit", "pending", ""),
    _cell("GK301", "blank-disclosure", "disclosure", "coercion", "decisions", ""),
    _cell("GK301", "blank-fee", "disclosure", "charges", "amount", "", "2021"),
    _cell("GK301", "blank-procurement", "disclosure", "procurement", "projects", "\u3000", "2019"),
    Fault("GK301", "blank-row", _blank_row),
    Fault("GK301", "blank-total-column", _blank_totals),
    _cell("GK302", "slash", "requests", "excessive", "research", "/"),
    _cell("GK302", "dash", "disputes", "review", "other_result", "—"),
    _cell("GK302", "hyphen", "disclosure", "penalties", "decisions", "-"),
    _cell("GK302", "word-none", "requests", "secret", "natural", "无"),
    _cell("GK302", "letter-o", "disputes", "later_lawsuit", "corrected", "O"),
    _cell("GK302", "words", "disclosure", "normative", "in_force", "见网站", "2021"),
    _cell("GK303", "negative", "disclosure", "penalties", "decisions", "-3"),
    _cell("GK303", "decimal", "disclosure", "licences", "decisions", "12.5"),
    _cell("GK303", "negative-repealed", "disclosure", "normative", "repealed", "-1", "2021"),
    _cell("GK304", "full-width", "disclosure", "licences", "decisions", "１２"),
    _cell("GK304", "with-unit", "requests", "publication", "natural", "0件"),
    _cell("GK304", "thousands", "disclosure", "penalties", "decisions", "1,234"),
    _cell("GK304", "leading-zero", "disclosure", "coercion", "decisions", "03"),
    _cell("GK304", "with-unit-decisions", "disclosure", "penalties", "decisions", "48宗"),
    _changed("GK310", "received-one-more", "requests", "received", "natural", 1, Where("requests", "requests", None, "natural")),
    _changed("GK310", "carried-out-one-more", "requests", "carried_out", "business", 1, Where("requests", "requests", None, "business")),
    _changed("GK310", "carried-in-one-less", "requests", "carried_in", "total", -1, Where("requests", "requests", None, "total")),
    _changed("GK310", "handled-ten-more", "requests", "handled", "total", 10, Where("requests", "requests", None, "total")),
    Fault("GK310", "figure-in-the-next-column", _moved_column),
    _changed("GK311", "row-total-one-more", "requests", "not_held", "total", 1, Where("requests", "requests", "not_held")),
    _changed("GK311", "row-total-one-less", "requests", "received", "total", -1, Where("requests", "requests", "received")),
    _changed("GK311", "kind-one-more", "requests", "carried_out", "welfare", 1, Where("requests", "requests", "carried_out")),
    _changed("GK312", "result-one-more", "requests", "granted", "natural", 1, Where("requests", "requests", None, "natural")),
    _changed("GK312", "handled-one-less", "requests", "handled", "natural", -1, Where("requests", "requests", None, "natural")),
    _changed("GK312", "item-one-more", "requests", "process", "other", 1, Where("requests", "requests", None, "other")),
    _changed("GK320", "review-total", "disputes", "review", "total", 1, Where("disputes", "disputes", "review")),
    _changed("GK320", "review-upheld", "disputes", "review", "upheld", 2, Where("disputes", "disputes", "review")),
    _changed("GK321", "direct-total", "disputes", "direct_lawsuit", "total", 3, Where("disputes", "disputes", "direct_lawsuit")),
    _changed("GK321", "direct-pending", "disputes", "direct_lawsuit", "pending", 1, Where("disputes", "disputes", "direct_lawsuit")),
    _changed("GK322", "later-total", "disputes", "later_lawsuit", "total", 1, Where("disputes", "disputes", "later_lawsuit")),
    _changed("GK322", "later-corrected", "disputes", "later_lawsuit", "corrected", 1, Where("disputes", "disputes", "later_lawsuit")),
    _swapped("review", "GK320"), _swapped("direct_lawsuit", "GK321"), _swapped("later_lawsuit", "GK322"),
    _disclosure("GK330", "more-new-than-all", "2019", _within, replace(_PRO, row="normative")),
    _disclosure("GK330", "below-zero", "2019", _below_zero, replace(_PRO, row="licences")),
    _disclosure("GK331", "projects-without-amount", "2019", _purchase("4", "0"), replace(_PRO, row="procurement")),
    _disclosure("GK331", "amount-without-projects", "2019", _purchase("0", "97.6万元"), replace(_PRO, row="procurement")),
    _disclosure("GK332", "stock-below-issued", "2021", _stock, replace(_PRO, row="normative")),
    _disclosure("GK333", "fee-too-big", "2021", _fee, replace(_PRO, row="charges")),
    _disclosure("GK333", "fee-in-yuan", "2021", _fee_in_yuan, Where()),
    *(_regulations(kind, "issued" if layout == "2021" else "made", layout)
      for kind in ("township", "subdistrict", "institution", "government", "department") for layout in _BOTH),
)  # fmt: skip
