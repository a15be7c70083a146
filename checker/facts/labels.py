"""Labels of contact items in a text: where they stand and what they announce."""

from __future__ import annotations

import re
from functools import cache

from checker.dataclass import dataclass
from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.text import Bare, strip_blanks

_VALUE = 120  # characters behind a label that can belong to its value


@dataclass(frozen=True, slots=True)
class Label:
    """A label: kind (address, postcode, phone, email, other), its span, and the span of what it announces.

    colon: it is followed by a colon or by 为, 是. joined: it stands among labels whose values follow the last of
    them, in the same order (地址、邮编、电话：…).
    """

    kind: str
    start: int
    end: int
    value_end: int
    colon: bool
    joined: bool = False


def read_labels(text: str) -> list[Label]:
    """The labels of a text in order. `text` may be folded already; spans are positions in it."""
    plain = strip_blanks(text)
    found: list[tuple[str, int, int, bool]] = []
    for match in _form().finditer(plain.text):
        label = _label(plain, match)
        if not found or label[1] >= found[-1][2]:
            found.append(label)
    labels: list[Label] = []
    for i in range(len(found) - 1, -1, -1):
        kind, start, end, colon = found[i]
        following = labels[-1] if labels else None
        if following is not None and not colon and _joint(text[end : following.start]):
            labels[-1] = Label(*_span(following), following.colon, joined=True)
            labels.append(Label(kind, start, following.end, following.value_end, following.colon, joined=True))
        else:
            value_end = min(following.start if following is not None else len(text), end + _VALUE)
            labels.append(Label(kind, start, end, value_end, colon))
    return labels[::-1]


def _span(label: Label) -> tuple[str, int, int, int]:
    return label.kind, label.start, label.end, label.value_end


def _joint(text: str) -> bool:
    """Nothing but marks that join two labels."""
    return 0 < len(text) <= 4 and not text.strip(" 、/,及和与&")


def _any(words: tuple[str, ...]) -> str:
    """Alternatives, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _form() -> re.Pattern[str]:
    """Labels over a text without blanks: they are often spread (电  话)."""
    return compiled(
        rf"(?P<postcode>{_any(lexicon.POSTCODE_LABELS)})|(?P<email>(?:{_any(lexicon.EMAIL_LABELS)})(?:地址|号)?)"
        rf"|(?P<fax>传真|FAX|Fax|fax)|(?P<hotline>{_any(lexicon.HOTLINE_WORDS)})|(?P<address>{_any(lexicon.ADDRESS_LABELS)})"
        rf"|(?P<phone>{_any(lexicon.PHONE_LABELS)})|(?P<other>{_any(lexicon.OTHER_LABELS)})"
    )


@cache
def _notes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand behind a label: a note (电话(传真), 电话/传真, 传真及电话), and a colon or 为."""
    also = "(?:传真|电话|微信|手机|联系人)(?:号码?)?"
    joint = "(?:[(/&]|、|及|和|与)"
    return compiled(rf"(?:号码?)?{joint}[^0-9:()]{{0,8}}?{also}[)]?"), compiled(r"(?:号码?)?(?::|∶|为|是|在):?")


def _label(plain: Bare, match: re.Match[str]) -> tuple[str, int, int, bool]:
    text, kind = plain.text, match.lastgroup or "other"
    start, end = match.span()
    before = text[max(0, start - 6) : start]
    asking = before.endswith(lexicon.ASKING)
    foreign = {"address": lexicon.NOT_ADDRESS_PREFIXES, "phone": lexicon.NOT_OWN_PHONE}.get(kind)
    if kind == "hotline" and asking and sum(char.isdigit() for char in text[end : end + 14]) >= 7:
        kind = "phone"
    elif (foreign is not None and before.endswith(foreign) and not asking) or kind in ("fax", "hotline"):
        kind = "other"
    prefix = next((p for p in lexicon.LABEL_PREFIXES if before.endswith(p)), "")
    start -= len(prefix)  # the label begins with its prefix, so that no value before it ends with 联系
    noted, colon = _notes()
    note = noted.match(text, end) if match.lastgroup in ("phone", "fax") else None
    if note and (kind == "phone" or "电话" in note.group()):
        end, kind = note.end(), "phone"  # a telephone in each case
    stop = colon.match(text, end)
    if stop:
        end = stop.end()
    return kind, plain.at[start], plain.at[end - 1] + 1, stop is not None
