"""Labels of contact items in a text: where they stand and what they announce."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.facts import lexicon
from checker.facts.text import fold

_VALUE = 120  # characters behind a label that can belong to its value


@dataclass(frozen=True, slots=True)
class Label:
    """A label: kind (address, postcode, phone, email, other), its span, and the span of what it announces.

    colon: it is followed by a colon or by 为, 是. joined: it stands among labels whose values follow the last of them, in
    the same order (地址、邮编、电话：…).
    """

    kind: str
    start: int
    end: int
    value_end: int
    colon: bool
    joined: bool = False


def read_labels(text: str) -> list[Label]:
    """The labels of a text in order. `text` may be folded already; spans are positions in it."""
    folded = fold(text)
    found: list[tuple[str, int, int, bool]] = []
    for match in _form().finditer(folded):
        label = _label(folded, match)
        if not found or label[1] >= found[-1][2]:
            found.append(label)
    labels: list[Label] = []
    for i in range(len(found) - 1, -1, -1):
        kind, start, end, colon = found[i]
        following = labels[-1] if labels else None
        if following is not None and not colon and _joint(folded[end : following.start]):
            labels[-1] = Label(*_span(following), following.colon, joined=True)
            labels.append(Label(kind, start, following.end, following.value_end, following.colon, joined=True))
        else:
            value_end = min(following.start if following is not None else len(folded), end + _VALUE)
            labels.append(Label(kind, start, end, value_end, colon))
    return labels[::-1]


def _span(label: Label) -> tuple[str, int, int, int]:
    return label.kind, label.start, label.end, label.value_end


def _joint(text: str) -> bool:
    """Nothing but marks that join two labels."""
    return 0 < len(text) <= 4 and not text.strip(" 、/,及和与&")


def _spaced(words: tuple[str, ...]) -> str:
    """Alternatives, the longest first, with a few blanks allowed between Chinese characters (电  话)."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        parts.append(re.escape(word) if word.isascii() else r"\s{0,6}".join(re.escape(c) for c in word))
    return "|".join(parts)


@cache
def _form() -> re.Pattern[str]:
    own = _spaced(("电话号码", "电话", "联系方式", "座机", "手机号码", "手机", "联系人", *lexicon.CALL_VERBS))
    return re.compile(
        rf"(?P<postcode>{_spaced(lexicon.POSTCODE_LABELS)})"
        rf"|(?P<email>(?:{_spaced(lexicon.EMAIL_LABELS)})(?:地\s{{0,6}}址|号)?)"
        rf"|(?P<fax>{_spaced(lexicon.FAX_LABELS)})"
        rf"|(?P<hotline>{_spaced(lexicon.HOTLINE_WORDS)})"
        rf"|(?P<address>地\s{{0,6}}址|地\s{{0,6}}点|住\s{{0,6}}所|驻\s{{0,6}}地)"
        rf"|(?P<phone>{own}|TEL|Tel|tel)"
        rf"|(?P<other>{_spaced(lexicon.OTHER_LABELS)})"
    )


def _label(text: str, match: re.Match[str]) -> tuple[str, int, int, bool]:
    kind = match.lastgroup or "other"
    start, end = match.span()
    before = "".join(text[max(0, start - 12) : start].split())
    if kind == "address" and before.endswith(lexicon.NOT_ADDRESS_PREFIXES):
        kind = "other"
    elif kind == "phone" and before.endswith(lexicon.NOT_OWN_PHONE):
        kind = "other"
    elif kind in ("fax", "hotline"):
        kind = "other"
    for prefix in (*lexicon.ADDRESS_PREFIXES, "咨询", "业务", "办", "查询", "固定", "值班", "移动", "电子"):
        if text.startswith(prefix, start - len(prefix)) and start >= len(prefix):
            start -= len(prefix)  # the label begins with its prefix, so that no value before it ends with 联系
            break
    lined = match.lastgroup in ("phone", "fax")
    note = lined and re.match(
        r"\s{0,6}(?:号码?)?\s{0,6}[(/、及和与&][^0-9:()]{0,8}?(?:传真|电话|微信|手机|联系人)(?:号码?)?[)]?",
        text[end : end + 24],
    )
    if note and (kind == "phone" or "电话" in note.group()):
        end += note.end()  # 电话(传真), 电话/传真, 传真(电话): a telephone in each case
        kind = "phone"
    colon = re.match(r"\s{0,6}(?:号码?)?\s{0,4}(?:[:∶︰]|为|是|在)\s{0,6}[:]?", text[end : end + 20])
    return kind, start, end + (colon.end() if colon else 0), colon is not None
