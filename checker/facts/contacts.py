"""Whom to ask about a report: address, postcode, telephones and mail address, as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.dataclass import dataclass, replace
from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.addresses import (
    cut_address,
    find_house,
    has_house,
    lone_postcode,
    looks_like_address,
    read_email,
    read_postcode,
)
from checker.facts.found import Found
from checker.facts.labels import Label, read_labels
from checker.facts.phones import read_phones
from checker.facts.text import fold
from checker.report import PREFACE, TITLE, Contact, Para

_SHORT = 300  # characters of a closing paragraph that offers an answer without naming the report
_TAIL = 8  # paragraphs at the end in which a contact may stand without naming the report
_DIGITS = 7  # of a telephone: 12345 is everybody's
_READ = 4000  # characters of a paragraph that are searched


@dataclass(frozen=True, slots=True)
class FoundContact:
    """The contact, and where each of its items is stated."""

    contact: Contact
    address: Found[str] | None = None
    postcode: Found[str] | None = None
    phones: tuple[Found[str], ...] = ()
    email: Found[str] | None = None


@dataclass(slots=True)
class _Items:
    address: Found[str] | None = None
    postcode: Found[str] | None = None
    phones: tuple[Found[str], ...] = ()
    email: Found[str] | None = None


def find_contact(passages: Sequence[tuple[str, Para]]) -> FoundContact:
    """The contact that a report gives, items None or empty where not given.

    Read are the preface, and in the body paragraphs that offer an answer to questions about the report, and labelled
    lines among the last paragraphs; where none of these has it, any sentence of the first section that gives one (many
    reports have no preface). Hotlines and numbers for complaints or services are no contact, unless the preface or the
    end has no other; a fax alone and the numbers of documents never are. `passages` are (section, paragraph) in reading
    order.
    """
    front = [p for p in passages if p[0] in (PREFACE, TITLE)]
    body = [p for p in passages if p[0] not in (PREFACE, TITLE)]
    items = _read(front)
    if not (items.address and items.phones and items.postcode and items.email):
        closing = [p for i, p in enumerate(body) if _is_closing(p[1].text, last=len(body) - i <= _TAIL)]
        later = _read(closing)
        items.address = items.address or later.address
        items.postcode = items.postcode or later.postcode
        items.phones = items.phones or later.phones
        items.email = items.email or later.email
    if not items.address and not items.phones:
        told = _read([(at, given) for at, para in body if at == body[0][0] for given in _giving(para)])
        items.address, items.phones = told.address, told.phones
    if not items.address and not items.phones:
        items.phones = _any_phones([*front, *(p for p in body[-_TAIL:] if p[0] != body[0][0])])
    contact = Contact(
        items.address.value if items.address else None,
        items.postcode.value if items.postcode else None,
        tuple(phone.value for phone in items.phones),
        items.email.value if items.email else None,
    )
    return FoundContact(contact, items.address, items.postcode, items.phones, items.email)


def _any_phones(passages: Sequence[tuple[str, Para]]) -> tuple[Found[str], ...]:
    """The telephones of the first of these passages that has one, whatever word stands before it but for a fax: where
    a report names no other, the public can call it. What the first section tells of hotlines is work that was done.
    """
    for section, para in passages:
        folded = fold(para.text[:_READ])
        spans = read_phones(folded, labelled=False)
        if not spans and any(word in folded for word in (*lexicon.PHONE_LABELS, *lexicon.HOTLINE_WORDS)):
            named = compiled(
                rf"(?:电话|{'|'.join(lexicon.HOTLINE_WORDS)})[^0-9,。;]{{0,12}}(?P<number>[0-9(]\S{{4,24}})"
            )
            starts = (match.start("number") for match in named.finditer(folded))
            pieces = ((at, read_phones(folded[at : at + 24])) for at in starts)
            spans = tuple((at + a, at + b) for at, found in pieces for a, b in found[:1] if b - a >= _DIGITS)
        own = [span for span in spans if not _is_fax(folded[: span[0]])]
        if own:
            words = [para.text[slice(*span)] for span in own]
            return tuple(Found(word, section, para.n, word) for word in words)
    return ()


def _is_fax(before: str) -> bool:
    return "".join(before.split()).rstrip(":(为是").endswith(("传真", "FAX", "Fax", "fax"))


def _is_closing(text: str, *, last: bool) -> bool:
    """A paragraph of the body that offers an answer: it names the report, or it is a labelled line at the very end."""
    if not any(sign in text for sign in lexicon.CONTACT_SIGNS):
        return False
    labels = read_labels(text[:_READ])
    if _offers(fold(text[:_READ])) and any(label.kind in ("phone", "address", "email") for label in labels):
        return True
    if not last:
        return False
    own = [label for label in labels if label.kind in ("address", "postcode", "phone", "email")]
    if not own:
        return False
    lead = text[: own[0].start]
    head = fold(lead).strip(" ([*·•、.0123456789一二三四五)】")
    asks = any(cue in lead for cue in lexicon.CLOSING_CUES)
    several = len({label.kind for label in own}) > 1 and not any(word in lead for word in lexicon.PUBLIC_PLACES)
    return (head == "" and own[0].colon) or ((asks or several) and len(text) <= _SHORT)


def _giving(para: Para) -> Iterator[Para]:
    """The sentences of a paragraph of the first section that give a telephone or an address of the body itself: where
    they tell of a place or a line for the public, or of what was published, they must ask to call.
    """
    if not any(sign in para.text for sign in lexicon.CONTACT_SIGNS):
        return
    for sentence in para.text[:_READ].split("。"):
        told = any(word in sentence for word in lexicon.PUBLIC_PLACES) or _told_as_work(sentence)
        if told and not any(word in sentence for word in lexicon.ASKING_WORDS):
            continue
        labels = [label.kind for label in read_labels(fold(sentence))]
        asks = any(cue in sentence for cue in lexicon.CLOSING_CUES)
        if "phone" in labels or (asks and ("address" in labels or read_phones(sentence, labelled=False))):
            yield replace(para, text=sentence)


def _told_as_work(sentence: str) -> bool:
    """Whether a clause that names a telephone or an address says what was done with it (公布联系电话)."""
    clauses = compiled("[，,；;：:（(]").split(sentence)
    return any(read_labels(fold(c)) for c in clauses if any(word in c for word in lexicon.WORK_ON_LINES))


def _offers(text: str) -> bool:
    """A sentence on the report itself offers an answer (如对本报告有疑问，请联系…)."""
    starts = (match.start() for match in compiled("|".join(lexicon.SELF_WORDS)).finditer(text))
    return any(
        cue in compiled("[。;]").split(text[at : at + 60], maxsplit=1)[0]
        for at in starts
        for cue in lexicon.CONTACT_CUES
    )


def _read(passages: Sequence[tuple[str, Para]]) -> _Items:
    items = _Items()
    rest: list[tuple[str, Para, str, list[Label]]] = []
    for section, para in passages:
        if not any(sign in para.text for sign in lexicon.CONTACT_SIGNS):
            continue
        folded = fold(para.text[:_READ])
        labels = read_labels(folded)
        _labelled(items, section, para, folded, labels)
        rest.append((section, para, folded, labels))
    for section, para, folded, labels in rest:
        _unlabelled(items, section, para, folded, labels)
    return items


def _labelled(items: _Items, section: str, para: Para, text: str, labels: list[Label]) -> None:
    def found(span: tuple[int, int]) -> Found[str]:
        words = para.text[slice(*span)]
        return Found(words, section, para.n, words)

    for label in labels:
        span: tuple[int, int] | None
        if label.kind == "address" and items.address is None:
            stop = label.value_end
            if label.joined:  # 地址、邮编、电话：甲路1号、234000、…
                stop = next((i for i in range(label.end, stop) if text[i] in "、/ "), stop)
            span = cut_address(text, label.end, stop)
            if span is not None:
                words, sure = text[slice(*span)], label.colon and text[label.end - 1] != "在"
                if looks_like_address(words) and (sure or has_house(words)):
                    items.address = found(span)
        elif label.kind == "postcode" and items.postcode is None:
            read = lone_postcode if label.joined else read_postcode
            span = read(text, label.end, label.value_end)
            items.postcode = found(span) if span else None
        elif label.kind == "email" and items.email is None:
            span = read_email(text, label.end, label.value_end, labelled=label.colon)
            items.email = found(span) if span else None
        elif label.kind == "phone":
            known = {phone.value for phone in items.phones}
            new = [found(span) for span in _phones(text, label)]
            codes = [phone for phone in new if _is_postcode(phone.value)] if len(new) > 1 else []
            items.postcode = items.postcode or next(iter(codes), None)
            items.phones += tuple(phone for phone in new if phone.value not in known and phone not in codes)


def _is_postcode(digits: str) -> bool:
    """Six digits beside a telephone (联系方式：甲路1号，234000，0557-3022345)."""
    return len(digits) == 6 and fold(digits).isdigit()


def _phones(text: str, label: Label) -> list[tuple[int, int]]:
    """The numbers behind a label: up to the end of the clause, further only where the next clause is a number too."""
    end = compiled(rf"[{lexicon.SENTENCE_END}](?!\s{{0,4}}[(]?[0-9]{{3}})|,(?!\s{{0,4}}[(+]?[0-9]{{3}})").search(
        text, label.end, label.value_end
    )
    last = end.start() if end else label.value_end
    piece = text[label.end : last]
    if label.colon or compiled(r"\s{0,6}[(]?[+0-9(]").match(piece):
        spans = read_phones(piece, labelled=True)
    else:
        spans = read_phones(piece[:60], labelled=False)
    spans = tuple(s for s in spans if not (label.joined and compiled("[0-9]{6}").fullmatch(piece[slice(*s)])))
    found = [(label.end + a, label.end + b) for a, b in spans]
    hotline = text[: label.start].endswith(lexicon.HOTLINE_WORDS)  # 热线电话12345, 拨打12345热线
    return [(a, b) for a, b in found if b - a > 6 or not (hotline or text.startswith(lexicon.HOTLINE_WORDS, b))]


def _unlabelled(items: _Items, section: str, para: Para, text: str, labels: list[Label]) -> None:
    """Items that stand without a label in a paragraph that offers an answer."""
    if not (labels or any(cue in text for cue in ("联系", "咨询", "垂询", "疑问"))):
        return
    taken = [(label.start, label.value_end) for label in labels if label.kind == "other"]

    def found(span: tuple[int, int]) -> Found[str] | None:
        if any(a <= span[0] < b and not compiled(r"[,。;]").search(text[a : span[0]]) for a, b in taken):
            return None
        words = para.text[slice(*span)]
        return Found(words, section, para.n, words)

    if items.address is None:
        own = [label.start for label in labels if label.kind in ("postcode", "phone", "email")]
        asks = text.find("联系") >= 0 or text.find("咨询") >= 0
        edges = sorted({0, len(text), *(at for label in labels for at in (label.start, label.end))})
        houses = (find_house(text, a, b) for a, b in pairwise(edges)) if own or asks else iter(())
        house = next((span for span in houses if span is not None), None)
        items.address = found(house) if house else None
    if items.postcode is None and items.address is not None and items.address.paragraph == para.n:
        at = para.text.find(items.address.quote)
        end = at + len(items.address.quote)
        code = lone_postcode(text, end, min(len(text), end + 40))
        items.postcode = found(code) if code else None
    if not items.phones:
        spans = read_phones(text, labelled=False)
        items.phones = tuple(f for f in map(found, spans) if f is not None)
    if items.email is None and ("@" in text):
        mail = read_email(text, 0, len(text), labelled=False)
        items.email = found(mail) if mail else None
