"""Figures of the three tables, random by seed and consistent by construction."""

from __future__ import annotations

import random

from tests.builders.spec import Body, TableSpec

APPLICANTS = ("natural", "business", "research", "welfare", "legal_service", "other")
RESULTS = ("granted", "partial")
DENIED = ("secret", "by_law", "stability", "third_party", "internal", "process", "enforcement_file", "inquiry")
NOT_PROVIDED = ("not_held", "to_be_made", "unclear")
NOT_PROCESSED = ("complaint", "repeated", "publication", "excessive", "confirmation")
OTHER = {"2019": ("other_handled",), "2021": ("overdue_correction", "overdue_fee", "other_handled")}
OUTCOMES = ("upheld", "corrected", "other_result", "pending")
CASES = ("review", "direct_lawsuit", "later_lawsuit")


def handled_rows(layout: str) -> tuple[str, ...]:
    """The rows that make up the total of what was handled."""
    return RESULTS + DENIED + NOT_PROVIDED + NOT_PROCESSED + OTHER[layout]


def requests_table(rng: random.Random, layout: str, scale: str) -> TableSpec:
    """Table 3. scale: none (zeros throughout), one, natural (a few, of natural persons alone), small, large."""
    rows = handled_rows(layout)
    count: dict[tuple[str, str], int] = {(r, c): 0 for r in rows for c in APPLICANTS}
    carried_in, carried_out = dict.fromkeys(APPLICANTS, 0), dict.fromkeys(APPLICANTS, 0)
    likely = ("granted",) * 6 + ("partial", "not_held", "not_held", "process", "internal", "complaint", *rows)
    draws = {
        "none": 0,
        "one": 1,
        "natural": rng.randint(1, 6),
        "small": rng.randint(3, 16),
        "large": rng.randint(40, 400),
    }[scale]
    for _ in range(draws):
        who = "natural" if scale == "natural" or rng.random() < 0.7 else rng.choice(APPLICANTS[1:])
        count[rng.choice(likely), who] += 1
    if scale in ("small", "large"):
        for who in ("natural", rng.choice(APPLICANTS[1:])):
            there = sum(count[r, who] for r in rows)
            carried_in[who] = rng.randint(0, min(there, 4))
            carried_out[who] = rng.randint(0, 4)
    if scale == "natural":
        carried_out["natural"] = rng.randint(0, 2)
    cells: dict[tuple[str, str], int] = dict(count)
    for who in APPLICANTS:
        handled = sum(count[r, who] for r in rows)
        cells["handled", who] = handled
        cells["carried_in", who], cells["carried_out", who] = carried_in[who], carried_out[who]
        cells["received", who] = handled + carried_out[who] - carried_in[who]
    for row in ("received", "carried_in", *rows, "handled", "carried_out"):
        cells[row, "total"] = sum(cells[row, who] for who in APPLICANTS)
    return TableSpec("requests", layout, {k: str(v) for k, v in cells.items()})


def disputes_table(rng: random.Random, layout: str, scale: str) -> TableSpec:
    """Table 4. scale: none, upheld (reviews alone, all upheld), some."""
    cells: dict[tuple[str, str], int] = {(case, o): 0 for case in CASES for o in OUTCOMES}
    if scale == "upheld":
        cells["review", "upheld"] = rng.randint(1, 4)
    elif scale != "none":
        for _ in range(rng.randint(1, 9)):
            cells[rng.choice(CASES), rng.choice(("upheld", "upheld", *OUTCOMES))] += 1
    for case in CASES:
        cells[case, "total"] = sum(cells[case, o] for o in OUTCOMES)
    return TableSpec("disputes", layout, {k: str(v) for k, v in cells.items()})


def disclosure_table(rng: random.Random, layout: str, body: Body, scale: str) -> TableSpec:
    """Table 2 of either layout. Only a prefecture's government makes regulations."""
    big = 0 if scale == "none" else {"one": 3}.get(scale, 40)
    makes = body.kind == "government" and body.level in ("province", "prefecture")
    cells: dict[tuple[str, str], str] = {}

    def some(limit: int) -> int:
        return rng.randint(0, limit) if limit else 0

    if layout == "2021":
        for row in ("regulations", "normative"):
            issued, repealed = (some(big // 4), some(big // 8)) if row == "normative" or makes else (0, 0)
            cells[row, "issued"], cells[row, "repealed"] = str(issued), str(repealed)
            cells[row, "in_force"] = str(issued + some(big)) if row == "normative" or makes else "0"
        for row in ("licences", "penalties", "coercion"):
            cells[row, "decisions"] = str(some(big * 20))
        cells["charges", "amount"] = rng.choice(("0", str(some(big * 3)), f"{some(big * 30)}.{rng.randint(1, 9)}"))
        if big == 0:
            cells["charges", "amount"] = "0"
        return TableSpec("disclosure", layout, cells)
    for row in ("regulations", "normative"):
        fresh = some(big // 4) if row == "normative" or makes else 0
        cells[row, "made"] = cells[row, "disclosed"] = str(fresh)
        cells[row, "disclosed_total"] = str(fresh + some(big)) if row == "normative" or makes else "0"
    for row in ("licences", "services", "penalties", "coercion", "charges"):
        before = some(big * 3)
        cells[row, "previous"], cells[row, "change"] = str(before), str(rng.randint(-min(before, 5), 5) if big else 0)
        if row != "charges":
            cells[row, "decisions"] = str(some(big * 20))
    projects = some(big)
    amount = rng.choice(("{}元", "{}", "{}.5万元")).format(projects * 1731) if projects else "0"
    cells["procurement", "projects"], cells["procurement", "amount"] = str(projects), amount
    return TableSpec("disclosure", layout, cells)


def tables(rng: random.Random, layout: str, body: Body) -> tuple[TableSpec, TableSpec, TableSpec]:
    """The three tables; about a third of the reports have no request at all, as in life."""
    scale = rng.choice(("none", "none", "one", "natural", "small", "small", "large"))
    if body.kind in ("government", "department") and rng.random() < 0.5:
        scale = rng.choice(("small", "large"))
    disputes = rng.choice(("none", "none", "upheld", "some", "some")) if scale in ("small", "large") else "none"
    return (
        disclosure_table(rng, layout, body, rng.choice((scale, "small"))),
        requests_table(rng, layout, scale),
        disputes_table(rng, layout, disputes),
    )
