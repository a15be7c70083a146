"""The body whose report it is: its name from title or preface, its kind and level from the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.expressions import compiled
from checker.facts import bodies
from checker.facts.names import OrganisationNames, load_names
from checker.facts.places import Placed, split_body
from checker.facts.text import Bare, bare, strip_blanks
from checker.hints import NamedTuple
from checker.report import Organisation, Para

__all__ = ["OrganisationNames", "Placed", "kind_and_level", "load_names", "read_organisation", "title_name"]


_LONGEST = 300  # characters of a title
_SENDING = ("报送", "上报", "印发", "公布", "发布", "公开", "编制", "报告")  # 关于报送…的报告
_PAIRS = ("()", "（）", "[]", "［］", "〔〕", "【】", "〖〗")
_QUOTES = "《》“”\"'‘’"


class KindLevel(NamedTuple):
    """Kind and level that a name tells; None where it does not."""

    kind: str | None
    level: str | None


def read_organisation(title: str | None, preface: Sequence[Para], names: OrganisationNames) -> Organisation:
    """The body of a report.

    The name is the title's, without year and 关于; if the title names none, it is the body that the preface names as
    the report's. Kind and level come from the name, the level also from a fuller form of the same name in the preface
    (名称 in the title 民政局, in the preface 安庆市桐城市民政局). What is unsure is None: a wrong guess accuses an
    honest report.
    """
    name = title_name(title, names)
    named = bodies.preface_organisations(preface, names)
    if name is None:
        first = next(iter(named), None)
        name = _without_inner(first.value, names) if first is not None else None
        if name is None:
            return Organisation()
    told = kind_and_level(name, names)
    level, kind = told.level, told.kind
    if level is None:
        fuller = (kind_and_level(f.value, names).level for f in named if bodies.same_body(name, f.value, names))
        level = next((found for found in fuller if found is not None), None)
    return Organisation(name, kind, level)


def title_name(title: str | None, names: OrganisationNames) -> str | None:
    """The name of the body in a title, in either order of name and year, or None if the title names none."""
    if not title:
        return None
    plain = strip_blanks("".join(char for char in title[:_LONGEST] if char not in _QUOTES))
    at = next((plain.text.rfind(word) for word in names.report if word in plain.text), -1)
    if at < 0:
        match = _year().search(plain.scan)
        at = match.start() if match else len(plain.text)
    name = _clean(plain, at)
    if name is None:  # …年度报告（某某局）
        ends = max((plain.text.rfind(word) + len(word) for word in names.report if word in plain.text), default=0)
        behind = "".join(char for char in plain.text[ends:] if _is_han(char))
        name = behind if names.ending(behind) and len(behind) > 2 else None
    return name


def kind_and_level(name: str, names: OrganisationNames) -> KindLevel:
    """The kind and level that a name tells, by the longest ending and the places it begins with."""
    plain = compiled(r"\([^()]*\)").sub("", bare(name))
    kind = names.kind(plain)
    placed = split_body(plain, names)
    if kind in ("township", "subdistrict"):
        return KindLevel(kind, "township")
    nation = placed.places[:1] and placed.places[0][:-1] in names.begins  # 国家市场监督管理总局 is of no 国家市
    if placed.level is not None or (placed.places and not nation):
        return KindLevel(kind, placed.level)
    return KindLevel(kind, _national(plain, names))


def _national(name: str, names: OrganisationNames) -> str | None:
    """A national body: listed, or beginning like one and being no branch of one (国家税务总局某某税务局)."""
    if any(name.startswith(body) and len(name) > len(body) for body in names.branches if names.kind(body)):
        return None
    for begin, level in names.begins.items():
        ends = sum(name.count(char) for char in "局署委部")
        if (
            name.startswith(begin)
            and not name.startswith(f"{begin}级")
            and names.kind(name) == "department"
            and ends == 1
        ):
            return level
    return None


@cache
def _year() -> re.Pattern[str]:
    """Over Bare.scan: a year, also one left to be filled in (20XX年)."""
    return compiled(r"(?<![0-9])(?:[0-9]{4}|20[Xx×*_]{1,2}|[Xx×]{2,4})(?:年度?|(?![0-9]))")


def _clean(plain: Bare, end: int) -> str | None:
    """The name in what stands before `end`: without year, 关于 and surrounding marks; None if no name is left."""
    text, scan = plain.text[:end], plain.scan[:end]
    kept = list(text)
    for match in _year().finditer(scan):
        first, last = _with_brackets(text, match.start(), match.end())
        kept[first:last] = [""] * (last - first)
    name = "".join(kept)
    while (name and not (_is_han(name[-1]) or name[-1] == ")")) or name.endswith(("关于", "的", "年度", "年")):
        name = name[: -2 if name.endswith(("关于", "年度")) else -1]
    about = name.rfind("关于")
    if about > 0 and name[about + 2 :] in _SENDING:
        name = name[:about]
    while name and not _is_han(name[0]):
        name = name[1:]
    for lead in ("关于", "年度", "年"):
        name = name.removeprefix(lead)
    if name.endswith(")") and "(" not in name:
        name = name.rstrip(")")
    if "（" in plain.printed:
        name = name.replace("(", "（").replace(")", "）")
    return name if sum(map(_is_han, name)) >= 2 and len(name) <= 60 else None


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the brackets right around it and the 年 behind them: （2023年）, 〔2019〕年."""
    pair = text[start - 1 : start] + text[end : end + 1]
    if pair not in _PAIRS:
        return start, end
    return start - 1, end + (2 if text.startswith("年", end + 1) else 1)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _without_inner(name: str, names: OrganisationNames) -> str:
    """The office to ask names the body it belongs to (某某局办公室 is 某某局); a government's office is a body of its
    own.
    """
    for inner in names.inner:
        head = name.removesuffix(inner)
        if head != name and names.kind(head) not in (None, "government"):
            return head
    return name
