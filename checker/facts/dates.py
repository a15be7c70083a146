"""Dates in prose: full dates, the date of publication that a report states of itself, the date under its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from checker.facts import lexicon
from checker.facts.found import Found
from checker.facts.numbers import chinese_number
from checker.facts.text import Bare, strip_blanks
from checker.report import Para

# Pieces of regular expressions over bare text; every repetition is bounded, so matching is linear.
YEAR = f"[{lexicon.YEAR_DIGITS}]{{4}}"
PART = f"(?:[0-9]{{1,2}}|[{lexicon.DAY_DIGITS}]{{1,3}})"
_SHORT = 60  # a signature is a short paragraph


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date, where it stands in the text as printed, and its words."""

    value: date
    start: int
    end: int
    text: str


def read_dates(text: str) -> tuple[StatedDate, ...]:
    """All full dates of a text in order: 2023年1月31日, 2023-01-31, 2023.1.31, 2023/1/31, 二〇二三年一月三十一日.

    Blanks inside are ignored. What is no day of the calendar (2023年2月30日) is left out.
    """
    plain = strip_blanks(text)
    return tuple(_stated(plain, match, value) for match, value in _scan(plain.text))


def read_year(digits: str) -> int | None:
    """The year that four Arabic or Chinese digits state; None outside 2000 to 2099."""
    if len(digits) != 4 or any(c not in lexicon.DIGITS for c in digits):
        return None
    year = int("".join(str(lexicon.DIGITS[c]) for c in digits))
    return year if 2000 <= year <= 2099 else None


def make_date(year: int | None, month: str, day: str) -> date | None:
    """The date of a year and the numerals of a month and a day; None if the calendar has no such day."""
    months, days = chinese_number(month), chinese_number(day)
    if year is None or months is None or days is None:
        return None
    try:
        return date(year, int(months), int(days))
    except (ValueError, OverflowError):
        return None


def find_published(passages: Sequence[tuple[str, Para]]) -> Found[date] | None:
    """The date on which the report says that it was or will be published, or None.

    Read are labels (发布日期：2024年1月25日), a short line (2024年1月25日发布) and sentences about the report itself
    (本报告于2024年1月25日在…公布). Not read are deadlines (1月31日前), dates of regulations and documents, and the
    publication of other things. `passages` are (section, paragraph) in reading order.
    """
    for section, para in passages:
        if not any(verb in para.text for verb in ("发布", "公布", "公开", "刊", "上网")):
            continue
        plain = strip_blanks(para.text)
        for match, value in _scan(plain.text):
            if _is_published(plain, match):
                return Found(value, section, para.n, plain.quote(*_clause(plain.text, match.start(), match.end())))
    return None


def find_signed(passages: Sequence[tuple[str, Para]]) -> Found[date] | None:
    """The date of signature (落款), or None.

    It is the date that makes up one of the last two paragraphs, or ends it behind the name of a body; else a date that is
    the whole of the first paragraph (under the title).
    """
    last = list(passages[-2:])
    for section, para in [*reversed(last), *[p for p in passages[:1] if p not in last]]:
        value = _signature(para.text, alone=(section, para) not in last)
        if value is not None:
            return Found(value, section, para.n, para.text.strip())
    return None


def _signature(text: str, *, alone: bool) -> date | None:
    if len(text) > 2 * _SHORT:
        return None
    plain = strip_blanks(text).text.strip("()。,.")
    if len(plain) > _SHORT:
        return None
    for match, value in _scan(plain):
        before = plain[: match.start()]
        if match.end() == len(plain) and _can_sign(before) and not (alone and before):
            return value
    return None


def _can_sign(before: str) -> bool:
    """Nothing, or what may be the name of a body; no clause and no other date."""
    return not re.search(r"[,。;:、《0-9]|[至到自从于为是期止截]$", before)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    written = re.compile(rf"(?<![0-9])({YEAR})年({PART})月({PART})[日号]?(?![0-9])")
    figures = re.compile(r"(?<![0-9.\-/])([0-9]{4})([-./—–])([0-9]{1,2})([-./—–])([0-9]{1,2})(?![0-9])")
    return written, figures


def _scan(text: str) -> list[tuple[re.Match[str], date]]:
    written, figures = _forms()
    found: list[tuple[re.Match[str], date]] = []
    if "月" in text:
        for match in written.finditer(text):
            value = make_date(read_year(match[1]), match[2], match[3])
            if value is not None:
                found.append((match, value))
    if "20" in text:
        for match in figures.finditer(text):
            value = make_date(read_year(match[1]), match[3], match[5]) if match[2] == match[4] else None
            if value is not None:
                found.append((match, value))
    return sorted(found, key=lambda item: item[0].start())


def _stated(plain: Bare, match: re.Match[str], value: date) -> StatedDate:
    start, end = plain.span(match.start(), match.end())
    return StatedDate(value, start, end, plain.printed[start:end])


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence round a span."""
    first = max((text.rfind(mark, 0, start) for mark in "。;！?"), default=-1) + 1
    ends = [p for p in (text.find(mark, end) for mark in "。;！?") if p >= 0]
    return first, min(ends, default=len(text))


@cache
def _publication() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verbs = "|".join(sorted(lexicon.PUBLISH_VERBS, key=len, reverse=True))
    selves = "|".join(lexicon.SELF_WORDS)
    label = re.compile(rf"(?:{verbs})(?:日期|时间|日)?[:为是于]?(?:在)?$")
    # behind the date: the verb, and nothing that it would have as an object
    behind = re.compile(rf"起?[^,。;《》0-9]{{0,60}}?(?:{verbs})(?:在|于|至|到|上|[,。;、)(!]|$)")
    return label, behind, re.compile(rf"(?:{selves})[^。;《》]{{0,60}}$")


def _is_published(plain: Bare, match: re.Match[str]) -> bool:
    text = plain.text
    after = text[match.end() : match.end() + 80]
    if after.startswith(lexicon.BEFORE_WORDS):
        return False
    label, behind, own = _publication()
    before = text[max(0, match.start() - 80) : match.start()]
    labelled = label.search(before[-14:])
    head = before[: len(before) - len(labelled.group())] if labelled else before
    if labelled and ("期" in labelled.group() or "间" in labelled.group()):
        return _opens(plain, match.start() - len(labelled.group())) or bool(own.search(head))
    if labelled or (behind.match(after) and not before.endswith(("至", "止", "到"))):
        return bool(own.search(head)) or (match.start() <= 1 and len(text) <= _SHORT)
    return False


def _opens(plain: Bare, at: int) -> bool:
    """A label counts at the start of a paragraph or behind a mark or blank, not inside a phrase (政策文件公开时间)."""
    if at <= 0 or plain.text[at - 1] in "。;,(|:[【<-" or plain.text[at - 1].isdigit():
        return True
    return plain.at[at] - plain.at[at - 1] > 1
