# ruff: noqa: E501 (a fault a line)
"""GK6 and GK414: against last year's report, the other reports of a call, and the parts of a consolidated report."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.builders.bodies import BODIES
from tests.builders.facts import percent
from tests.builders.faults import ANYWHERE, Fault, Planted, Where
from tests.builders.figures import APPLICANTS, tables
from tests.builders.spec import Body, Spec, TableSpec
from tests.builders.write import OPEN, Wordings, random_spec


def previous_of(spec: Spec, rng: random.Random, wordings: Wordings = OPEN) -> Spec:
    """Last year's compliant report of the same body: what it carries out is what this one carries in."""
    year = spec.year - 1
    layout = "2019" if year <= 2020 else "2021"
    disclosure, requests, disputes = tables(rng, layout, spec.body)
    requests = _carrying(requests, spec.table("requests"))
    if layout == spec.layout == "2021":
        now = spec.table("disclosure")
        for row in ("regulations", "normative"):
            stock = now.number(row, "in_force") - now.number(row, "issued") + now.number(row, "repealed")
            disclosure = disclosure.put(row, "in_force", str(max(stock, 0)))
            disclosure = disclosure.put(row, "issued", str(min(stock, disclosure.number(row, "issued"))))
    return random_spec(
        rng.randint(0, 10**6),
        layout,
        wordings=wordings,
        body=spec.body,
        year=year,
        three=(disclosure, requests, disputes),
    )


def _carrying(requests: TableSpec, now: TableSpec) -> TableSpec:
    total = dict.fromkeys(("received", "carried_out", "handled", "granted", "carried_in"), 0)
    cells: dict[tuple[str, str], str] = dict(requests.cells)
    for who in APPLICANTS:
        out = now.number("carried_in", who)
        received = requests.number("handled", who) + out - requests.number("carried_in", who)
        more = max(-received, 0)  # answered in addition, so that nothing is below zero
        values = {
            "received": received + more, "carried_out": out, "carried_in": requests.number("carried_in", who),
            "handled": requests.number("handled", who) + more, "granted": requests.number("granted", who) + more,
        }  # fmt: skip
        for row, value in values.items():
            cells[row, who] = str(value)
            total[row] += value
    cells.update({(row, "total"): str(value) for row, value in total.items()})
    return replace(requests, cells=cells)


def with_previous(
    seed: int, layout: str, *, wordings: Wordings = OPEN, body: Body | None = None, year: int | None = None
) -> tuple[Spec, Spec]:
    """A compliant report and last year's, whose comparisons are true."""
    rng = random.Random(f"pair {seed} {layout}")
    draft = random_spec(seed, layout, wordings=wordings, body=body, year=year)
    before = previous_of(draft, rng, wordings)
    known = compared(draft, before)
    three = (draft.table("disclosure"), draft.table("requests"), draft.table("disputes"))
    spec = random_spec(seed, layout, wordings=wordings, body=draft.body, year=draft.year, three=three, known=known)
    return spec, before


def compared(spec: Spec, before: Spec) -> Mapping[str, Any]:
    """The facts of a comparison with last year."""
    now, then = spec.facts["received"], before.facts["received"]
    return {
        "before": then,
        "less": then - now,
        "prev": then,
        "growth": percent(now - then, then, 1) if then and now > then else "0",
    }


def _pair(
    code: str, name: str, change: Callable[[Spec, Spec], tuple[Spec, Spec] | None], where: Where = ANYWHERE
) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        now, before = with_previous(rng.randint(0, 10**6), spec.layout)
        changed = change(now, before)
        return None if changed is None else Planted(changed[0], where, previous=changed[1])

    return Fault(code, name, plant)


def _carried(column: str) -> Fault:
    def change(now: Spec, before: Spec) -> tuple[Spec, Spec]:
        requests = before.table("requests")
        for key in {column, "total"}:
            requests = requests.put("carried_out", key, str(requests.number("carried_out", key) + 1))
            requests = requests.put("received", key, str(requests.number("received", key) + 1))
        return now, before.with_table(requests)

    return _pair("GK601", f"carried-{column}", change, Where("requests", "requests", "carried_in", column))


def _copied(spec: Spec, rng: random.Random) -> Planted | None:
    first = {"2019": 2020, "2021": 2022}[spec.layout]
    seed = rng.randint(0, 10**6)
    year = max(spec.year, first)
    now = random_spec(seed, spec.layout, body=spec.body, year=year)
    return Planted(now, previous=random_spec(seed, spec.layout, body=spec.body, year=year - 1))


def _neighbour(spec: Spec, rng: random.Random) -> Planted | None:
    alike = [b for b in BODIES if b != spec.body and (b.kind, b.level) == (spec.body.kind, spec.body.level)]
    if not alike:
        return None
    seed = rng.randint(0, 10**6)
    now = random_spec(seed, spec.layout, body=spec.body, year=spec.year)
    return Planted(now, others=(random_spec(seed, spec.layout, body=alike[0], year=spec.year),))


def _stock(now: Spec, before: Spec) -> tuple[Spec, Spec] | None:
    if now.layout != before.layout or now.layout != "2021":
        return None
    table = now.table("disclosure")
    return now.with_table(table.put("normative", "in_force", str(table.number("normative", "in_force") + 5))), before


def _jump(now: Spec, before: Spec) -> tuple[Spec, Spec] | None:
    if now.layout != before.layout:
        return None
    table, last = now.table("disclosure"), before.table("disclosure")
    return (
        now.with_table(table.put("penalties", "decisions", "8640")),
        before.with_table(last.put("penalties", "decisions", "412")),
    )


def _change(name: str, text: str, when: str, code: str = "GK414") -> Fault:
    def change(now: Spec, before: Spec) -> tuple[Spec, Spec] | None:
        facts = {**now.facts, "then": before.facts["received"], "now": now.facts["received"]}
        if not eval(when, {"__builtins__": {}}, facts):
            return None
        up, then = facts["now"] - facts["then"], facts["then"]
        facts["up_wrong"], facts["down_wrong"] = up + 3, -up + 4
        facts["rate_wrong"] = f"{abs(up) * 100 / then + 17.5:.2f}" if then else "0"
        return now.say("overview", text.format_map(facts)), before

    return _pair(code, name, change, Where(section="overview"))


def summed(parts: tuple[Spec, ...], body: Body) -> Spec:
    """A consolidated report whose tables are the sums of its parts'."""
    three, like = [], parts[0]
    for table in like.tables:
        cells: dict[tuple[str, str], str] = {}
        for key in table.cells:
            values = [p.table(table.key).cells[key] for p in parts]
            total = sum((Decimal(v.removesuffix("万元").removesuffix("元")) for v in values), Decimal(0))
            cells[key] = f"{total:f}"
        three.append(replace(table, cells=cells))
    tables_ = (three[0], three[1], three[2])
    return random_spec(77, like.layout, body=body, year=like.year, three=tables_)


def _rollup(table: str, row: str, column: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind != "government":
            return None
        bodies = [b for b in BODIES if b.kind == "department"][:3]
        made = [random_spec(rng.randint(0, 10**6), spec.layout, body=b, year=spec.year) for b in bodies]
        # amounts in 万元 throughout, so that the sum needs no unit
        parts = tuple(p.with_table(p.table("disclosure").put("procurement", "amount", "0").put("procurement", "projects", "0"))
                      if spec.layout == "2019" else p for p in made)  # fmt: skip
        parent = summed(parts, spec.body)
        value = parent.table(table).number(row, column)
        parent = parent.with_table(parent.table(table).put(row, column, str(value + 2)))
        return Planted(parent, Where(table=table, row=row, column=column), parts=parts)

    return Fault("GK610", f"rollup-{table}-{row}-{column}", plant)


OTHER_FAULTS = (
    _carried("natural"), _carried("business"), _carried("other"),
    Fault("GK602", "last-years-text", _copied),
    Fault("GK603", "neighbours-text", _neighbour),
    _pair("GK604", "stock-does-not-continue", _stock),
    _pair("GK605", "jump", _jump),
    _change("more-by-count", "{y}年收到政府信息公开申请{now}件，较上年增加{up_wrong}件。", "now > then"),
    _change("fewer-by-count", "政府信息公开申请{now}件，比{py}年减少{down_wrong}件。", "now < then and now > 0"),
    _change("more-by-rate", "全年收到政府信息公开申请{now}件，同比增长{rate_wrong}%。", "now > then and then > 0"),
    _change("fewer-by-rate", "收到依申请公开{now}件，较去年同期下降{rate_wrong}%。", "then > now > 0"),
    _change("wrong-direction", "{y}年新收政府信息公开申请{now}件，较上年有所减少，减少2件。", "now > then"),
    _change("more-than-before", "全年收到的政府信息公开申请较上年略有上升。", "now < then - 1", "GK418"),
    _change("fewer-than-before", "{y}年我们收到的政府信息公开申请数量同比大幅下降。", "now > then + 1", "GK418"),
    _change("as-many-as-before", "今年收到的政府信息公开申请与上年基本持平。", "now > 2 * then + 9", "GK418"),
    _rollup("requests", "received", "total"), _rollup("disclosure", "licences", "decisions"), _rollup("disputes", "review", "upheld"),
    _rollup("requests", "granted", "natural"),
)  # fmt: skip
