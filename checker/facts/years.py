"""The year that a report reports on: as its title says it, and as its passages do."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.dates import PART, YEAR, read_year
from checker.facts.late import Late
from checker.facts.text import Bare, strip_blanks
from checker.hints import NamedTuple
from checker.report import Para, Period

_NEAR = 14  # characters before a year that can make it another year's mention
_MOST = 500  # mentions of a paragraph that are weighed
_SENTENCE = 90  # characters behind a year in which a plan shows


class StatedYear(NamedTuple):
    """A year that a passage speaks of as its own, where it stands in the text as printed, its words, and in which of
    the passage's sentences.
    """

    value: int
    start: int
    end: int
    text: str
    sentence: int


def title_year(text: str | None) -> int | None:
    """The year in a title: "2023年", "2023年度", "二〇二三年", "2023" without 年; None if it names none.

    Years of document numbers and of full dates do not count.
    """
    if not text:
        return None
    plain = strip_blanks(text)
    for form in _title_forms():
        for match in form.finditer(plain.scan):
            year = read_year(match[1])
            behind = plain.text[match.end() : match.end() + 2]
            own = match.group().endswith("年") or behind[1:] == "年"  # 〔2023年〕, 〔2023〕年: no document number
            if year is not None and (own or not _in_brackets(plain.text, match.start())):
                return year
    return None


def stated_years(text: str, *, introducing: bool = False) -> tuple[StatedYear, ...]:
    """The years that a passage speaks of as the year it reports on, in order.

    Not among them: years of comparison (较2022年, 2022年同期), of plans (2024年，我局将继续…), of document numbers and
    titles of documents, of full dates and of spans (自2019年5月15日起, 2021—2025年, 2022年以来), of editions
    (2019年修订), of what is carried over, of last year's report, of what began or was made then (2022年启用的网站),
    of an anniversary, of an appraisal or a plan of that year, and in brackets. "截至2023年12月31日" speaks of 2023.
    A period from … to … is left out: it is a fact of its own. `introducing`: the passage introduces the report, so the
    year of a report that it is about to publish is its own (依法编制并公布2023年…报告), which in the body is another
    year's.
    """
    if "年" not in text:
        return ()
    plain = strip_blanks(text)
    found = []
    scan = plain.scan
    for match in itertools.islice(_year_form().finditer(scan), _MOST):
        year = read_year(match[1])
        if year is not None and _is_own(plain, scan, match, introducing=introducing):
            start, end = plain.span(match.start(), match.end())
            sentence = 1 + plain.text.count("。", 0, match.start())
            found.append(StatedYear(year, start, end, plain.printed[start:end], sentence))
    return tuple(found)


def vote_year(title: str | None, period: Period | None, preface: Sequence[Para]) -> int | None:
    """The report year: title, period and preface vote, one vote each; a tie goes to the title, then to the period.

    A period that begins and ends in different years votes only if nothing else does (for the year it ends in).
    """
    counted = Counter(y.value for para in preface for y in stated_years(para.text, introducing=True))
    named = title_year(title)
    covered = None
    if period is not None:
        years = {d.year for d in (period.start, period.end) if d is not None}
        covered = years.pop() if len(years) == 1 else None
    spoken = max(counted, key=counted.__getitem__) if counted else None  # of equals the first
    votes = [year for year in (named, covered, spoken) if year is not None]
    if not votes:
        return period.end.year if period is not None and period.end is not None else None
    return max(votes, key=votes.count)  # of equals the first: title, then period


@cache
def _title_forms() -> tuple[Late, Late]:
    """Over Bare.scan: a year with 年, then one without."""
    return Late(rf"(?<![0-9])({YEAR})年(?!{PART}月)"), Late(r"(?<![0-9])(20[0-9]{2})(?![0-9./年-])")


def _in_brackets(text: str, at: int) -> bool:
    """Inside the brackets of a document number."""
    return at > 0 and text[at - 1] in "〔[［【"


@cache
def _year_form() -> re.Pattern[str]:
    return compiled(rf"(?<![0-9])({YEAR})年度?")


@cache
def _joint() -> tuple[Late, Late, Late]:
    """Over Bare.scan: a year joined behind, a year joined before, and a month behind."""
    joint = "(?:-{1,3}|~|&|和|与|及)"
    return (
        Late(rf"{joint}{YEAR}年"),
        Late(rf"{YEAR}年?度?{joint}$"),
        Late(rf"{PART}月(?P<day>{PART}日)?(?P<range>份?[-~])?"),
    )


def _is_own(plain: Bare, scan: str, match: re.Match[str], *, introducing: bool) -> bool:
    start, end = match.span()
    before, after = plain.text[max(0, start - _NEAR) : start], plain.text[end : end + _SENTENCE]
    if _in_brackets(plain.text, start) or _in_title(plain.text, match, introducing=introducing):
        return False
    joined_after, joined_before, month = _joint()
    if joined_after.match(scan, end) or joined_before.search(scan[max(0, start - _NEAR) : start]):
        return False
    behind = month.match(scan, end)
    if behind and behind["day"]:
        return before.endswith(("截至", "截止", "截止到", "截止至")) and scan.startswith(("12月31", "t2月3t1"), end)
    if behind and not behind["range"]:
        return before.endswith("截至") and after.startswith(("12月底", "12月末", "十二月底"))
    if _compares(before, after) or _is_other(before, after) or _plans(before, after) or _is_origin(before, after):
        return False
    return introducing or not (
        _reports_published(before, after) or _is_noted(plain.text, start) or _of_past(before, after)
    )


def _in_title(text: str, match: re.Match[str], *, introducing: bool) -> bool:
    """In the title of a document; a passage that introduces the report may put the report's own title in 《》."""
    opened = text.rfind("《", max(0, match.start() - 60), match.start())
    if opened < 0 or "》" in text[opened : match.start()]:
        return False
    closed = text.find("》", match.end(), match.end() + 60)
    return not (introducing and closed >= 0 and text[match.end() : closed].rstrip(")").endswith(("报告", "年报")))


def _compares(before: str, after: str) -> bool:
    if before.endswith(lexicon.COMPARE_BEFORE) or after.startswith(lexicon.COMPARE_AFTER):
        return True
    if before.endswith(("较", "比")):
        return True
    return before.endswith(lexicon.COMPARE_CHAR) and any(
        word in after[:8] for word in ("相比", "同期", "相较", "对比", "持平", "一致", "相同")
    )


def _is_other(before: str, after: str) -> bool:
    """Named as another year, a starting point, an edition, an award, or the year to which something is carried."""
    named = before.rstrip("(为即").endswith(lexicon.OTHER_YEAR_NAMES)
    noted = before.endswith("(") and any(word in before[-9:] for word in lexicon.OTHER_YEAR_NAMES)
    starts = before.endswith(("自", "从")) or after.startswith(lexicon.UNTIL_NOW)
    ends = before.endswith(("至", "到", "转入")) and not before.endswith(("截至", "截止到", "截止至"))
    return (named or noted or starts or ends or before.endswith(("转", *lexicon.AWARDS))) or _of_something(after)


def _of_something(after: str) -> bool:
    """The year of an edition, of a figure to compare with, of what is carried over, of a budget; or a deadline."""
    clause = _until(after, ",。;")
    return (
        _number_form().match(after) is not None
        or after.startswith((*lexicon.EDITION_WORDS, "底前", "年底前", "末前", "底之前"))
        or (after[:1] == "的" and after[1:2].isdigit())
        or "转" in after[:2]
        or any(word in clause[:14] for word in ("转至", "转到", "转入", "转本年"))
        or any(word in clause[: reach + 2] for word, reach in lexicon.YEARLY.items())
    )


@cache
def _number_form() -> re.Pattern[str]:
    """A document's number whose year lost its brackets (公开办函2021年30号)."""
    return compiled(r"第?[0-9]{1,4}号(?!线|楼|路|院|门)")


def _is_noted(text: str, start: int) -> bool:
    """In brackets, or behind a comparison in the same sentence (同比增长15%，2022年为240条)."""
    said = text[max(0, start - _SENTENCE) : start]
    said = said[max(map(said.rfind, "。;!?")) + 1 :]
    return said.rfind("(") > said.rfind(")") or any(word in said for word in lexicon.COMPARED)


def _of_past(before: str, after: str) -> bool:
    """The year in which something began or was made, of an anniversary, or of a paper that sets or appraises work."""
    if before.endswith(lexicon.LOOKING_BACK):
        return True
    if after[:1] in ("底", "末", "初") and not before.endswith(("截至", "截止", "截止到", "截止至")):
        return True
    clause = _until(after, ",。;:")
    return clause.endswith(lexicon.AFTER_WHICH) or any(word in clause[:24] for word in lexicon.PAST_SIGNS)


def _is_origin(before: str, after: str) -> bool:
    """The year in which a body or a thing came to be what it is (成立于2006年, 2019年由…改设, 2020年改版的网站)."""
    if before.endswith("于") and not before.endswith("关于"):
        return True
    clause = _until(after, ",。;:)")
    return any(word in clause[:30] for word in lexicon.FOUNDED) or _is_of_thing(clause)


def _is_of_thing(clause: str) -> bool:
    return any(0 <= clause.find(verb) <= 8 and "的" in clause[: clause.find(verb) + 8] for verb in lexicon.ORIGINS)


def _plans(before: str, after: str) -> bool:
    sentence = _until(after, "。;!?")
    if after.startswith(lexicon.PLAN_NOUNS):
        return True
    if before.endswith(lexicon.PLAN_BEFORE) or any(w in sentence[:20] or w in before[-8:] for w in lexicon.PLAN_WORDS):
        return True
    for at, char in enumerate(sentence[:40]):
        rest = sentence[at + 1 :]
        if char == "将" and rest.startswith(lexicon.FUTURE_AFTER) and not _moves_object(rest):
            return True
        if char == "要" and rest.startswith(("继续", "进一步", "加强", "不断", "坚持", "以", "加大", "持续")):
            return not sentence[:at].endswith(lexicon.NOT_PLAN_BEFORE)
    return False


def _moves_object(rest: str) -> bool:
    """将政务公开工作纳入考核: 将 only moves the object to the front."""
    if rest.startswith(("继续", "进一步", "不断", "更加", "持续")):
        return False
    clause = _until(rest, ",。;")
    return any(verb in clause for verb in lexicon.OBJECT_VERBS)


def _reports_published(before: str, after: str) -> bool:
    """按时发布2022年…年度报告: last year's report, published in this one."""
    noun = _until(after, ",。;")[:30]
    return ("报告" in noun or "年报" in noun) and any(verb in before for verb in lexicon.MADE_PUBLIC)


def _until(text: str, marks: str) -> str:
    """The text before the first of the marks."""
    return text[: min((p for p in map(text.find, marks) if p >= 0), default=len(text))]
