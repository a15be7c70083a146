"""The figures and names that wordings speak of, taken from the tables, with made-up figures for what no table holds."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.builders.figures import (
    APPLICANTS,
    DENIED,
    NOT_PROCESSED,
    NOT_PROVIDED,
    OTHER,
    OUTCOMES,
    RESULTS,
    handled_rows,
)
from tests.builders.spec import Body, TableSpec

DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def percent(part: int, whole: int, places: int = 2) -> str:
    """part of whole as printed percentage digits, without the mark ("66.67"); whole must not be 0."""
    exact = Decimal(part) * 100 / Decimal(whole)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def chinese(number: int) -> str:
    """A number below 100 in Chinese numerals; digits for the rest."""
    digits = "零一二三四五六七八九"
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def facts_of(
    rng: random.Random, layout: str, year: int, body: Body, tables: tuple[TableSpec, TableSpec, TableSpec]
) -> dict[str, Any]:
    """Everything a template may name."""
    disclosure, requests, disputes = tables
    found: dict[str, Any] = {
        "y": year, "py": year - 1, "ny": year + 1, "hy": str(year).translate(DIGITS), "layout": layout,
        "body": body.name, "me": body.me, "place": body.place, "area": body.area, "kind": body.kind,
        "postcode": f"{rng.randint(230000, 679999)}", "local": f"{rng.randint(2, 8)}{rng.randint(100000, 999999)}",
        "mail": rng.choice(("zwgk@example.gov.cn", "xxgkb_2020@example.cn", "office.open@example.org.cn")),
    }  # fmt: skip
    if body.area in ("025", "0371", "0871"):  # places with eight digits
        found["local"] = f"5{found['local']}"
    _requests(found, rng, layout, requests)
    _disputes(found, disputes)
    _disclosure(found, layout, disclosure)
    _other(found, rng)
    return found


def _requests(found: dict[str, Any], rng: random.Random, layout: str, table: TableSpec) -> None:
    for row in ("received", "carried_in", "handled", "carried_out", *handled_rows(layout)):
        found[row] = table.number(row, "total")
    for who in APPLICANTS:
        found["a_" + who] = table.number("received", who)
    found["natural"], found["business"] = found["a_natural"], found["a_business"]
    found["legal"] = found["received"] - found["natural"]
    found["received_cn"], found["granted_cn"] = chinese(found["received"]), chinese(found["granted"])
    found["in_hand"] = found["received"] + found["carried_in"]
    for name, rows in (
        ("denied", DENIED), ("not_provided", NOT_PROVIDED), ("not_processed", NOT_PROCESSED),
        ("other_handling", OTHER[layout]), ("g_p", RESULTS),
    ):  # fmt: skip
        found[name] = sum(found[r] for r in rows)
    net = rng.randint(0, found["received"])
    mail = rng.randint(0, found["received"] - net)
    found.update(by_net=net, by_mail=mail, by_window=found["received"] - net - mail)
    for name, part, whole in (
        ("p_natural", "natural", "received"), ("p_legal", "legal", "received"), ("p_gp", "g_p", "handled"),
        ("p_denied", "denied", "handled"), ("p_not_provided", "not_provided", "handled"),
        ("p_net", "by_net", "received"),
        ("p_not_processed", "not_processed", "handled"), ("p_other", "other_handling", "handled"),
        ("p_granted", "granted", "handled"),
    ):  # fmt: skip
        found[name] = percent(found[part], found[whole]) if found[whole] else "0"
        found[name + "1"] = percent(found[part], found[whole], 1) if found[whole] else "0"
    found["kinds"] = sum(
        1 for k in ("granted", "partial", "denied", "not_provided", "not_processed", "other_handling") if found[k]
    )


def _disputes(found: dict[str, Any], table: TableSpec) -> None:
    found["reviews"] = table.number("review", "total")
    for outcome in OUTCOMES:
        found["r_" + outcome] = table.number("review", outcome)
        found["l_" + outcome] = table.number("direct_lawsuit", outcome) + table.number("later_lawsuit", outcome)
    found["direct"], found["later"] = table.number("direct_lawsuit", "total"), table.number("later_lawsuit", "total")
    found["lawsuits"] = found["direct"] + found["later"]
    found["cases"] = found["reviews"] + found["lawsuits"]
    found["open"] = found["r_pending"] + found["l_pending"]


def _disclosure(found: dict[str, Any], layout: str, table: TableSpec) -> None:
    issued, force = ("issued", "in_force") if layout == "2021" else ("made", "disclosed_total")
    for row, short in (("regulations", "reg"), ("normative", "norm")):
        found[short + "_issued"], found[short + "_force"] = table.number(row, issued), table.number(row, force)
        found[short + "_repealed"] = table.number(row, "repealed")
    for row in ("licences", "penalties", "coercion"):
        found[row] = table.number(row, "decisions")
    found["charges"] = table.cells.get(("charges", "amount"), "0")
    found["charges_yuan"] = int(Decimal(found["charges"]) * 10000)
    found["projects"] = table.number("procurement", "projects")
    found["amount"] = table.cells.get(("procurement", "amount"), "0")


def _other(found: dict[str, Any], rng: random.Random) -> None:
    parts = [rng.randint(2, 90) for _ in range(7)]
    found.update(zip(("n1", "n2", "n3", "n4", "n5", "n6", "n7"), parts, strict=True))
    found["total"] = sum(parts)
    found["total4"], found["total3"] = sum(parts[:4]), sum(parts[:3])
    for i in (1, 2, 3, 4):
        found[f"p4_{i}"] = percent(parts[i - 1], found["total4"], rng.choice((1, 2)))
    found["p3_1"] = percent(parts[0], found["total3"])
    found["web"], found["wechat"], found["weibo"] = rng.randint(50, 900), rng.randint(20, 700), rng.randint(5, 300)
    found.update(
        letters=rng.randint(11, 300), hotline=rng.randint(101, 900), proposals=rng.randint(2, 40),
        motions=rng.randint(2, 60), meetings=rng.randint(2, 9), courses=rng.randint(1, 6),
        trainees=rng.randint(20, 300),
        people=rng.randint(2, 6), points=rng.randint(2, 30), columns=rng.randint(3, 45), visits=rng.randint(1, 60),
        consults=rng.randint(5, 90), opinions=rng.randint(2, 40), readings=rng.randint(2, 30),
        pressers=rng.randint(2, 9),
        complaints=rng.randint(3, 50), fixed=rng.randint(3, 60), growth=f"{rng.randint(1, 60)}.{rng.randint(1, 9)}",

        before=rng.randint(3, 700), less=rng.randint(3, 90), fans=rng.randint(1000, 90000),
        doc_no=rng.randint(3, 60), score=rng.randint(86, 99),
    )  # fmt: skip
    found["prev"] = found["received"] + found["less"]
    _wrong(found, rng)


def _wrong(found: dict[str, Any], rng: random.Random) -> None:
    """Figures that are not true, for sentences that are planted as faults."""
    for name in ("penalties", "licences", "process", "by_mail", "legal", "cases", "norm_issued", "other_handling"):
        short = {"norm_issued": "norm", "other_handling": "other"}.get(name, name)
        found[f"{short}_wrong"] = found[name] + rng.choice((1, 2, 4, 11))
    found["n1_more"] = found["n1"] + rng.randint(1, 9)
    for name in ("p3_1", "p_natural"):
        found[f"{name}_wrong"] = f"{float(found[name]) + (6.5 if float(found[name]) < 90 else -6.5):.1f}"
    found.update(less_wrong=found["less"] + 2, web_before=found["web"] - 11, web_more_wrong=13)
    found["rate_wrong"] = "27.4"  # for reports that handled more than half
