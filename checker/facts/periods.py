"""The period that a report says its figures cover."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from checker.days import date, timedelta
from checker.facts import lexicon
from checker.facts.dates import PART, YEAR, make_date, read_part, read_year
from checker.facts.found import Found
from checker.facts.late import Late
from checker.facts.text import strip_blanks
from checker.report import PREFACE, TITLE, Para, Period

_WINDOW = 40  # characters of the sentence before a range in which a marker word counts
_SUREST, _SUREST_INSIDE = 9, 6  # the highest ranks of a range, in the opening and in the sections
_MOST = 100  # ranges of a paragraph that are weighed


def find_period(passages: Sequence[tuple[str, Para]], *, year: int | None = None) -> Found[Period] | None:
    """The statistics period as stated, or None; a side that is not stated (or is no day of the calendar) is None.

    `passages` are (section, paragraph) in reading order. `year` is used for a range that names no year at all
    (统计期限为1月1日至12月31日): the title's. A range marked as the period (统计期限, 所列数据, 起止时间 …) goes before
    one without a marker, the preface before the body; in the body an unmarked range counts only if it is a whole year.
    A marked "2023年度" or "2023年1月至12月" is that whole year or those whole months.
    """
    best: tuple[int, Found[Period]] | None = None
    for section, para in passages:
        if best is not None and best[0] >= (_SUREST if section in (TITLE, PREFACE) else _SUREST_INSIDE):
            continue
        if not any(sign in para.text for sign in ("月", "年", "20", "２")):
            continue
        for rank, found in _candidates(section, para, year):
            if best is None or rank > best[0]:
                best = (rank, found)
    return best[1] if best else None


def _candidates(section: str, para: Para, year: int | None) -> Iterator[tuple[int, Found[Period]]]:
    plain = strip_blanks(para.text)
    scan = plain.scan.replace("年元月", "年1月")
    opening = section in (TITLE, PREFACE)
    for sign, form, read in _readers():
        if sign not in scan:
            continue
        for match in itertools.islice(form.finditer(scan), _MOST):
            period, full = read(match, year)
            rank = _rank(plain.text, match, opening=opening, full=full, period=period) if period is not None else 0
            if rank and period is not None:
                yield rank, Found(period, section, para.n, plain.quote(match.start(), match.end()))


def _rank(text: str, match: re.Match[str], *, opening: bool, full: bool, period: Period) -> int:
    """How surely a range is the period; 0 for one that is not."""
    before = _cut(text[max(0, match.start() - _WINDOW) : match.start()], last=True)
    after = _cut(text[match.end() : match.end() + 12], last=False)
    marker = _last(before, lexicon.PERIOD_STRONG)
    strong = marker >= 0 or any(word in after for word in lexicon.PERIOD_STRONG)
    weak = any(word in before for word in lexicon.PERIOD_WEAK)
    whole = full and _is_year(period)
    other = _last(before, lexicon.NOT_PERIOD) > marker or (marker < 0 and any(w in after for w in lexicon.NOT_PERIOD))
    named = before[max(0, marker - 7) : max(0, marker)]  # 《规划》期限, 项目实施期限
    other = other or any(word in named[named.rfind(",") + 1 :] for word in lexicon.NOT_PERIOD)
    one_year = whole and period.start is not None and period.end is not None and period.start.year == period.end.year
    if other and not (one_year and opening):
        return 0
    if any(word in after for word in lexicon.IN_FORCE) and not full:
        return 0
    if not full:  # one side only, a bare year, or months: only where a marker stands close before it
        close = any(word in before[-20:] for word in lexicon.PERIOD_STRONG)
        return (5 if opening else 2) if close else 0
    if opening:
        return _SUREST if strong else 8 if weak else 7
    if strong and _is_tight(before + match.group() + after):
        return _SUREST_INSIDE
    return 4 if one_year else 0


def _cut(text: str, *, last: bool) -> str:
    """What of a text stands in the same sentence as its end (last) or its start."""
    places = [text.rfind(mark) for mark in "。;!?"] if last else [text.find(mark) for mark in "。;!?"]
    if last:
        return text[max(places) + 1 :]
    return text[: min((p for p in places if p >= 0), default=len(text))]


def _last(text: str, words: tuple[str, ...]) -> int:
    """Where the last of the words stands, -1 if none does."""
    return max(text.rfind(word) for word in words)


def _is_year(period: Period) -> bool:
    return (
        period.start is not None
        and period.end is not None
        and (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    )


def _is_tight(text: str) -> bool:
    """The marker itself speaks of a period: 统计…, 起止…, 数据期限, 报告时段."""
    if any(word in text for word in ("统计", "起止", "时限")):
        return True
    for word in ("数据", "报告"):
        at = text.rfind(word)
        near = _cut(text[at + 2 : at + 16].replace(",", ";"), last=False) if at >= 0 else ""
        if any(sign in near for sign in ("期", "时间", "时段", "为", "是", "自", "从", "截")):
            return True
    return False


_Reader = Callable[[re.Match[str], int | None], tuple[Period | None, bool]]


@cache
def _readers() -> tuple[tuple[str, Late, _Reader], ...]:
    """The forms of a period over Bare.scan: a sign without which none is there, the form, what reads it as
    (period, is it a full range of days)."""
    between = r"(?:-{1,4}|直~|截~|截止~?|止于|止~?|~)"
    hour = r"(?:[0-9]{1,2}(?:时|:[0-9]{2}(?::[0-9]{2})?))?"
    opener = r"(?:全年)?[(,:]{0,2}(?:即|自|从|由|为)?"
    years = rf"(?P<y1>{YEAR})(?:年度?{opener}|[-./])"
    first = rf"(?P<m1>{PART})(?:月|[-./])(?P<d1>{PART})日?{hour}(?:起|开始|始)?(?:统计|计算)?[,&]?"
    second = (
        rf"(?:(?P<y2>{YEAR})(?:年度?|[-./])|(?P<same>同年|当年|本年|次年|该年)的?)?"
        rf"(?P<m2>{PART})(?:月|[-./])(?P<d2>{PART})(?![0-9])日?{hour}"
    )
    months = (
        rf"(?P<y1>{YEAR})年度?{opener}(?P<m1>{PART})月?份?{between}"
        rf"(?:(?P<y2>{YEAR})年)?(?P<m2>{PART})月份?(?!{PART}日)"
    )
    day = rf"(?P<y1>{YEAR})(?:年|[-./])(?P<m1>{PART})(?:月|[-./])(?P<d1>{PART})(?![0-9])日?"
    until = r"(?:截~|截止|止于)~?于?(?:日期|时间)?(?:为|是|:)?"
    return (
        ("20", Late(rf"(?<![0-9]){years}{first}{between}{second}"), _read_days),
        (
            "月",
            Late(rf"(?<![0-9年./-])(?P<m1>{PART})月(?P<d1>{PART})日{hour}起?{between}{second}"),
            _read_yearless,
        ),
        ("月", Late(rf"(?<![0-9]){months}"), _read_months),
        ("度", Late(rf"(?<![0-9])(?P<y1>{YEAR})年?(?:全年)?度"), _read_year),
        ("年", Late(rf"(?:为|是|:)(?P<y1>{YEAR})年(?=[!,;)]|$)"), _read_year),
        ("全", Late(rf"(?<![0-9])(?P<y1>{YEAR})年?全年"), _read_year),
        ("止", Late(rf"{until}{day}"), _read_end),
        ("截", Late(rf"{until}{day}"), _read_end),
        ("起", Late(rf"(?:自|从){day}{hour}起"), _read_start),
        ("始", Late(rf"(?:自|从){day}{hour}开始"), _read_start),
    )


def _read_days(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    first = read_year(match["y1"])
    if match["y2"]:
        second = read_year(match["y2"])
    else:
        second = first + 1 if first is not None and match["same"] == "次年" else first
    start = make_date(first, match["m1"], match["d1"])
    end = make_date(second, match["m2"], match["d2"])
    return (Period(start, end), True) if start or end else (None, False)


def _read_yearless(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    second = read_year(match["y2"]) if match["y2"] else year
    start, end = make_date(second, match["m1"], match["d1"]), make_date(second, match["m2"], match["d2"])
    return (Period(start, end) if start or end else None), bool(match["y2"])


def _read_months(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    first = read_year(match["y1"])
    second = read_year(match["y2"]) if match["y2"] else first
    start, month = make_date(first, match["m1"], "1"), read_part(match["m2"])
    if start is None or second is None or not 1 <= month <= 12:
        return None, False
    after = date(second + month // 12, month % 12 + 1, 1)
    return Period(start, after - timedelta(days=1)), False


def _read_year(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    value = read_year(match["y1"])
    return (Period(date(value, 1, 1), date(value, 12, 31)) if value else None), False


def _read_start(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    day = make_date(read_year(match["y1"]), match["m1"], match["d1"])
    return (Period(start=day) if day else None), False


def _read_end(match: re.Match[str], year: int | None) -> tuple[Period | None, bool]:
    day = make_date(read_year(match["y1"]), match["m1"], match["d1"])
    return (Period(end=day) if day else None), False
