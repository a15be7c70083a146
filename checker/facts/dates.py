"""Dates in prose: the date of publication that a report states of itself, the date under its end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.days import date
from checker.facts import lexicon
from checker.facts.found import Found
from checker.facts.late import Late
from checker.facts.text import Bare, strip_blanks
from checker.report import Para

# Pieces of regular expressions over Bare.scan; every repetition is bounded, so matching is linear.
YEAR = "[0-9]{4}"
PART = "[0-9tws]{1,3}"

_SHORT = 60  # a signature is a short paragraph
_MOST = 200  # dates of a paragraph that are weighed


def read_year(digits: str) -> int | None:
    """The year of four digits; None outside 2000 to 2099."""
    return int(digits) if digits[:2] == "20" else None


def read_part(digits: str) -> int:
    """The number of a month or day in the signs of Bare.scan ("12", "t2", "3t1", "w5"); -1 for what is none."""
    for sign, tens in (("w", 2), ("s", 3)):
        digits = digits.replace(sign, f"{tens}t", 1)
    head, ten, tail = digits.partition("t")
    if "t" in tail or len(head) > 2 or (ten and (len(head) > 1 or len(tail) > 1)):
        return -1
    return int(head or "1") * 10 + int(tail or "0") if ten else int(head)


def make_date(year: int | None, month: str, day: str) -> date | None:
    """The date of a year and the signs of a month and a day; None if the calendar has no such day."""
    if year is None:
        return None
    try:
        return date(year, read_part(month), read_part(day))
    except ValueError:
        return None


def find_published(passages: Sequence[tuple[str, Para]], year: int | None = None) -> Found[date] | None:
    """The date on which the report says that it was or will be published, or None.

    Read are labels (发布日期：2024年1月25日), a short line (2024年1月25日发布) and sentences about the report itself
    (本报告于2024年1月25日在…公布). Not read are deadlines (1月31日前), dates of regulations and documents, and the
    publication of other things, nor of the report of another year than `year`, the report's own
    (上一年度年报已于…发布).
    `passages` are (section, paragraph) in reading order.
    """
    for section, para in passages:
        if not any(verb in para.text for verb in lexicon.PUBLISH_VERBS):
            continue
        plain = strip_blanks(para.text)
        for start, end, value in _scan(plain.scan)[:_MOST]:
            if _is_published(plain, start, end, year):
                return Found(value, section, para.n, plain.quote(*_sentence(plain.text, start, end)))
    return None


def find_signed(passages: Sequence[tuple[str, Para]]) -> Found[date] | None:
    """The date of signature (落款), or None.

    It is the date that makes up one of the last two paragraphs, or ends it behind the name of a body; else a date
    that is the whole of the first paragraph (under the title).
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
    plain = strip_blanks(text)
    ends = len(plain.text.rstrip(")。,."))
    if len(plain.text) > _SHORT:
        return None
    for start, end, value in _scan(plain.scan):
        before = plain.text[:start].lstrip("(")
        if end == ends and _can_sign(before) and not (alone and before):
            return value
    return None


def _can_sign(before: str) -> bool:
    """Nothing, or what may be the name of a body; no clause and no other date."""
    return not (
        before.endswith(tuple("至到自从于为是期止截"))
        or any(mark in before for mark in ",。;:、《")
        or any(char.isdigit() for char in before)
    )


@cache
def _forms() -> tuple[Late, Late]:
    written = Late(rf"(?<![0-9])({YEAR})年({PART})月({PART})日?(?![0-9])")
    figures = Late(r"(?<![0-9./-])(20[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
    return written, figures


def _scan(scan: str) -> list[tuple[int, int, date]]:
    written, figures = _forms()
    found: list[tuple[int, int, date]] = []
    if "月" in scan:
        for match in written.finditer(scan):
            value = make_date(read_year(match[1]), match[2], match[3])
            if value is not None:
                found.append((match.start(), match.end(), value))
    if "20" in scan:
        for match in figures.finditer(scan):
            value = make_date(read_year(match[1]), match[3], match[4])
            if value is not None:
                found.append((match.start(), match.end(), value))
    return sorted(found)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence round a span."""
    first = max((text.rfind(mark, 0, start) for mark in "。;！!?"), default=-1) + 1
    ends = [p for p in (text.find(mark, end) for mark in "。;！!?") if p >= 0]
    return first, min(ends, default=len(text))


@cache
def _publication() -> tuple[Late, Late, Late]:
    verbs = "|".join(sorted(lexicon.PUBLISH_VERBS, key=len, reverse=True))
    label = Late(rf"(?:{verbs})(?P<named>日期|时间|日)?(?::|为|是|于)?在?$")
    # behind the date: the verb, and nothing that it would have as an object (Bare.marks: in a clause, no title, no
    # figures)
    selves = "|".join(lexicon.SELF_WORDS)
    ends = r"(?:在|于|至|到|上|[,./;)(!]|$)"
    behind = Late(rf"[^,.;<>0-9]{{0,60}}?(?:{verbs})(?P<own>了?(?:{selves}))?{ends}")
    then = Late(rf"[^,.;<>0-9]{{0,20}}?,?(?:{selves})[^,.;<>0-9]{{0,40}}?(?:{verbs}){ends}")
    return label, behind, then


def _is_published(plain: Bare, start: int, end: int, year: int | None) -> bool:
    text = plain.text
    after = text[end : end + 80]
    if after.startswith(lexicon.BEFORE_WORDS):
        return False
    label, behind, then = _publication()
    before = text[max(0, start - 80) : start]
    labelled = label.search(before[-14:])
    at = start - len(labelled.group()) if labelled else start
    own = _names_itself(text[max(0, at - 80) : at], year)
    if labelled and labelled["named"]:
        return own or _opens(plain, at)
    if before.endswith(("至", "止", "到")) and not labelled:
        return False
    clause = Bare(after, after, range(len(after))).marks
    told = behind.match(clause)
    if told is None and not labelled:
        return then.match(clause) is not None
    return own or bool(told and told["own"]) or (start <= 1 and len(text) <= _SHORT)


def _names_itself(before: str, year: int | None) -> bool:
    """The sentence before a date names the report itself, not that of a year before its own."""
    said = before[max(before.rfind(mark) for mark in "。;《》") + 1 :]
    if not any(word in said for word in lexicon.SELF_WORDS):
        return False
    if any(word in said for word in lexicon.YEAR_BEFORE_WORDS):
        return False
    return year is None or f"{year - 1}年" not in said or f"{year}年" in said


def _opens(plain: Bare, at: int) -> bool:
    """A label counts at the start of a paragraph or behind a mark or blank, not inside a phrase (政策文件公开时间)."""
    if (
        at <= 0
        or plain.text[:at] in ("报告", "年度报告", "年报")
        or plain.text[at - 1] in "。;,(|:[【<-"
        or plain.text[at - 1].isdigit()
    ):
        return True
    return plain.at[at] - plain.at[at - 1] > 1
