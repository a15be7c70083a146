"""Bodies that a preface names as the report's own, and whether two names are one body's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.found import Found
from checker.facts.late import Late
from checker.facts.names import OrganisationNames, packaged_names
from checker.facts.places import Placed, split_body, town_of
from checker.facts.text import bare, strip_blanks
from checker.report import PREFACE, Para

_READ = 3000  # characters of a paragraph that are searched for names
_PARAGRAPHS = 40
_LEAD = 6  # characters of a place before a name that a short form leaves out


def preface_organisations(preface: Sequence[Para], names: OrganisationNames) -> tuple[Found[str], ...]:
    """The bodies that a preface names as the report's: first those that it is of or is compiled by, then those to ask.

    Named are bodies with a known ending only; 本局, 我县 and the like are no names.
    """
    own: list[Found[str]] = []
    asked: list[Found[str]] = []
    for para in preface[:_PARAGRAPHS]:
        plain = strip_blanks(para.text[:_READ])
        marks = plain.marks
        for sign, form, contact in _compiled(names.report):
            for match in form.finditer(marks) if sign in marks else ():
                span = _trim(plain.text, *match.span("body"), names)
                if span is not None:
                    name = plain.text[slice(*span)]
                    found = Found(name, PREFACE, para.n, plain.quote(*span))
                    (asked if contact else own).append(found)
    return tuple({f.value: f for f in reversed([*own, *asked])}.values())[::-1]


def preface_organisation(preface: Sequence[Para], names: OrganisationNames) -> Found[str] | None:
    """The body that the preface says the report is of: the first of preface_organisations, or None."""
    return next(iter(preface_organisations(preface, names)), None)


def stray_body(name: str | None, preface: Sequence[Para], names: OrganisationNames) -> Found[str] | None:
    """A body that the preface names as the report's own though it is surely another than `name`; None if there is none.

    A body that is only to be asked counts, unless it is one that answers for the whole government (`oversight`).
    """
    if name is None:
        return None
    for found in preface_organisations(preface, names):
        if same_body(name, found.value, names) is False:
            return found
    return None


def same_body(a: str, b: str, names: OrganisationNames | None = None) -> bool | None:
    """Whether two names are one body's; None if that is not sure.

    Fuller and shorter forms (淮北市相山区… and 相山区…), abbreviations (发改委), a body's own office and 本局 are the
    same body. Another place (相山区, 烈山区; a city and its district) or another name is not. A body and one that
    answers for the whole government beside it (政务服务局, the government's office) are not judged. `names`: the
    package's own if None.
    """
    known = names or packaged_names()
    return _same(_plain(a, known), _plain(b, known), known, 0)


def _plain(name: str, names: OrganisationNames) -> str:
    plain = bare(name).translate({ord(c): None for c in "《》“”\"'"})
    return plain.replace(names.alike[0], names.alike[1])


def _same(a: str, b: str, names: OrganisationNames, depth: int) -> bool | None:
    if a == b or a in names.self_words or b in names.self_words:
        return True
    if not a or not b:
        return None
    held_a, held_b = _bracketed(a), _bracketed(b)
    if depth == 0 and len(held_a) + len(held_b) > 2:  # 某某局（某某办公室）: either name may stand alone
        answers = [_same(x, y, names, 1) for x in held_a for y in held_b]
        return True if True in answers else None if None in answers else False
    return _compare(_core(a, names), _core(b, names), names)


def _compare(a: str, b: str, names: OrganisationNames) -> bool | None:
    """Two names without their offices."""
    first, second = _placed(a, names), _placed(b, names)
    oversees = (_oversees(a, first, names), _oversees(b, second, names))
    if not _same_place(first.places, second.places):
        return None if oversees[0] != oversees[1] and (first.level is None or first.level != second.level) else False
    if names.kind(a) == names.kind(b) == "government" or _one_name(first.rest, second.rest, names):
        return True
    if _abbreviates(first, second, names) or _abbreviates(second, first, names):
        return True
    if {names.kind(a), names.kind(b)} & {"township", "subdistrict"}:
        town = town_of(first.rest, names)
        if town is not None and town == town_of(second.rest, names):
            return True  # an office of the town's, under whatever name
    if names.kind(a) == names.kind(b) == "department" and _akin(first.rest, second.rest):
        return None
    known = all((first.rest, second.rest, names.ending(a), names.ending(b)))
    return False if known and not any(oversees) else None


def _placed(name: str, names: OrganisationNames) -> Placed:
    """Its places, without the government that a body of its own writes before its name (…区人民政府西门街道办事处)."""
    placed = split_body(name, names)
    rest = placed.rest.removeprefix(names.alike[1])
    return placed._replace(rest=rest) if placed.places and len(rest) > 2 and names.kind(rest) else placed


def _abbreviates(short: Placed, long: Placed, names: OrganisationNames) -> bool:
    """A short form that keeps what is distinctive: 西门办事处 or 西门街道党工委 of 西门街道办事处, 高新区管委会 of
    江州高新技术产业开发区管理委员会 (the place has no ending of its own there), 海宁湾市监局 of
    海宁湾市市场监督管理局.
    """
    place = short.places[-1] if short.places and short.places[-1:] == long.places[-1:] else ""
    named = short.rest not in names.endings and short.rest not in names.seats
    if place and named and _shortens(place[-1] + short.rest, place[-1] + long.rest):
        return True
    bare_short, bare_long = _distinctive(short.rest, names), _distinctive(long.rest, names)
    if (len(bare_short) > 2 and bare_long.endswith(bare_short)) or (len(bare_short) == 2 and bare_long == bare_short):
        return True
    if long.places and short.places:
        return len(bare_short) > 2 and _shortens(bare_short, bare_long)
    lead = bare_long.find(bare_short[:1], 0, _LEAD + 1) if len(bare_short) > 2 else -1
    return lead >= 0 and _shortens(bare_short, bare_long[lead:])


def _distinctive(rest: str, names: OrganisationNames) -> str:
    """A name without the word for its seat (管委会, 街道办事处)."""
    return next((rest.removesuffix(tail) for tail in names.seats if rest.endswith(tail) and rest != tail), rest)


def _one_name(a: str, b: str, names: OrganisationNames) -> bool:
    """Two names of one place: equal, one short for the other, one a unit of the other (教育局信息中心 of 教育局), or
    one with the national body before it (国家税务总局…税务局)."""
    if a == b or _shortens(a, b) or _shortens(b, a):
        return True
    if a and b and (a.startswith(b) or b.startswith(a)):
        return True
    return any(a == body + b or b == body + a for body in names.branches)


def _akin(a: str, b: str) -> bool:
    """Two bureaus of a place whose names begin alike (文体局, 文化和旅游局): they may be one before and after it was
    renamed, merged or divided.
    """
    return len(a) > 1 and a[:1] == b[:1]


def _same_place(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """The fuller form holds the shorter one at its end; a name without a place may stand anywhere."""
    a, b = "".join(first), "".join(second)
    if not a or not b or a.endswith(b) or b.endswith(a):
        return True
    return _shortens(first[-1], second[-1]) or _shortens(second[-1], first[-1])  # 黔南州


def _bracketed(name: str) -> tuple[str, ...]:
    """The names that "甲（乙）" holds."""
    match = compiled(r"([^()]{2,60})\(([^()]{2,60})\)").fullmatch(name)
    return (match[1], match[2]) if match else (name,)


def _core(name: str, names: OrganisationNames) -> str:
    """A name without the parts of it that answer for it (某某局办公室政务公开科 is 某某局)."""
    core = name
    for _ in range(3):
        heads = (core.removesuffix(inner) for inner in names.inner if core.endswith(inner))
        head = next((h for h in heads if names.kind(h) is not None), None)
        if head is None:
            return core
        core = head
    return core


def _oversees(core: str, placed: Placed, names: OrganisationNames) -> bool:
    """A body that answers for a whole government: the government, its office, a bureau of data or of services."""
    if names.kind(core) in ("township", "subdistrict"):
        return False
    return placed.rest == "" or any(word in placed.rest for word in names.oversight)


def _shortens(short: str, long: str) -> bool:
    """An abbreviation keeps first and last character and the order: 发改委 of 发展和改革委员会, 市监局 of
    市场监督管理局.
    """
    if len(short) < 3 or len(short) > len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    if not all(char in rest for char in short):
        return False
    return short[-1] == long[-1] or short[-1] in long[-3:]


@lru_cache(maxsize=4)
def _compiled(report: tuple[str, ...]) -> tuple[tuple[str, Late, bool], ...]:
    """Over Bare.marks: a sign without which the form is not there, the form, and whether it names a body to ask."""
    body = r"(?P<body>[^\x00-\x7f]{2}[^\x00-'*-\x7f]{0,38}?)"
    of_report = "|".join(report)
    year = "年度?"
    make = "(?:编制|编写|撰写|起草|编撰|制作|拟制)"
    by_law = f"(?:根据|按照|依据|依照|结合|认真|严格|{make})"
    told = "[^,.]{0,20}(?:编制|编写|公布|发布|根据|按照|依据|依照|现将|了)"  # a sentence, and no title said again
    whole = r"(?:[0-9]{4}|二[^\x00-\x7f]{3})年"
    return (
        ("由", Late(rf"由{body}(?:负责|组织|汇总|统一|牵头|具体|会同[^,.]{{0,20}})?{make}"), False),
        ("年", Late(rf"(?:现将|编制了?|公布|发布|制作|本报告[是系为]|<){body}(?:关于)?{whole}"), False),
        ("年", Late(rf"{year}{body}(?:{of_report})"), False),
        ("年", Late(rf"^(?!{told}){body}(?:关于)?{whole}度?(?:{of_report})"), False),
        ("", Late(rf"(?:^|[.;!?,:])(?:现由|现就)?{body}(?:组织|现|特)?{by_law}"), False),
        (
            "",
            Late(
                rf"(?:与|向|至|到|联系|咨询|致电|垂询):?{body}"
                r"(?:联系|咨询|反映|查询|索取|垂询|沟通|提出|了解|[(,.:;]|$)"
            ),
            True,
        ),
    )


def _leads(text: str) -> int:
    """How many characters of words that can stand before a name open the text."""
    at = 0
    while True:
        word = next((w for w in lexicon.NAME_LEADS if text.startswith(w, at)), None)
        if word is None:
            return at
        at += len(word)


def _trim(text: str, start: int, end: int, names: OrganisationNames) -> tuple[int, int] | None:
    """The span of a name in what stood where a body's name should, or None."""
    start = min(end, start + _leads(text[start:end]))
    name = text[start:end]
    if "(" in name and ")" not in name:
        end = start + name.index("(")
        name = text[start:end]
    if len(name) < 3 or name.startswith(names.self_words) or name in names.words:
        return None
    ending = names.ending(name.split("(")[0])
    if (
        ending is None
        or name.count("(") != name.count(")")
        or _is_no_name(name, names)
        or name.endswith(("各单位", "各部门", "有关部门", "相关部门"))
    ):
        return None
    return start, end


def _is_no_name(name: str, names: OrganisationNames) -> bool:
    """An office of the body that writes, without a name of its own: 局办公室, 镇党政办, 县局办公室, 综合办公室."""
    core = name
    for _ in range(3):
        core = core.removesuffix(next((inner for inner in names.inner if core.endswith(inner)), ""))
    unplaced = core[1:] if core[:1] in names.place_endings else core
    return len(core) < 2 or core in names.endings or unplaced in names.endings
