"""Lays a document on the layout of its year: the second of the five stations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, replace
from checker.document import Document
from checker.errors import InputError
from checker.facts.contacts import find_contact
from checker.facts.dates import find_published, find_signed
from checker.facts.names import OrganisationNames
from checker.facts.organisations import read_organisation
from checker.facts.periods import find_period
from checker.facts.years import title_year, vote_year
from checker.layout.fact_tables import facts_in_tables
from checker.layout.headings import HeadingWords, heading_words
from checker.layout.model import Layout
from checker.layout.sections import Parts, split_parts
from checker.layout.tables import lay_tables
from checker.layout.vocabulary import Lexicon, lexicon
from checker.report import PREFACE, Heading, Para, Period, Report, Table


@dataclass(frozen=True, slots=True)
class _Words:
    """What is looked up in every document: the labels of the tables and the wordings of the headings."""

    layouts: tuple[Layout, ...]
    labels: Lexicon
    headings: HeadingWords


_WORD = "docx"  # every other form may come from a conversion that lost what was there

_kept: list[_Words] = []  # the last layouts that were used: a batch lays all its documents on the same ones


def lay(
    document: Document,
    layouts: Sequence[Layout],
    names: OrganisationNames,
    *,
    file: str,
    year: int | None = None,
    kind: str | None = None,
    level: str | None = None,
) -> Report:
    """The document as a report: title, preface, sections and tables by key, and the facts that its sentences state.

    year, kind, level overrule what is read. The layout is that of the year; each table is laid on the layout that
    fits it best. Without a year it is the layout that most tables fit, else the newest.
    Raises InputError for a document without any text, for one that is no Word file and holds nothing of such a report
    (a Word file gets findings instead), and for one of a year before the first layout without any
    table of a known one.
    """
    if not any(p.text.strip() for p in document.paragraphs) and not document.grids:
        raise InputError(
            "文件里没有文字；如果是扫描件，请换成可编辑的 Word 文件",
            "the file holds no text; give an editable Word file, not a scan",
        )
    words = _words(layouts)
    is_word = document.facts.format == _WORD
    if not is_word:  # in a Word file a table that stands as loose lines is no table
        from checker.layout.loose import gather

        document = gather(document, words.labels.words)
    parts = split_parts(document, layouts, words.headings, names)
    passages = _passages(parts)
    told_in_tables = facts_in_tables(parts.standing, next(reversed(parts.sections), PREFACE))
    if told_in_tables:
        passages = sorted(passages + told_in_tables, key=lambda item: item[1].n)
    period = find_period(passages, year=year if year is not None else title_year(parts.title.text))
    stated = period.value if period is not None else Period()
    told = year if year is not None else vote_year(parts.title.text, stated, parts.preface)
    tables = lay_tables(parts.standing, layouts, words.labels, told)
    if not is_word and not parts.sections and not tables:
        raise InputError(
            "看不出是要检查的年度报告：没有格式规定的标题和表格；请核对是不是选错了文件，或者文件已损坏",
            "no heading and no table of such a report is in it; check whether it is the right file, or damaged",
        )
    layout = _choose(layouts, told, tables)
    if told is None and any(table.layout != layout.key for table in tables.values()):
        # a table alike in several formats is of the one that the others are of
        tables = lay_tables(parts.standing, layouts, words.labels, layout.first_year)
    if told is not None and told < min(item.first_year for item in layouts) and not tables:
        raise _too_old(min(item.first_year for item in layouts))
    organisation = read_organisation(parts.title.text, parts.preface, names)
    found = find_published([*((PREFACE, para) for para in parts.cover), *passages], told)
    signed = find_signed(passages)
    known = {section.key for section in layout.sections}
    return Report(
        file=file,
        title=parts.title,
        organisation=replace(organisation, kind=kind or organisation.kind, level=level or organisation.level),
        year=told,
        layout=layout.key,
        period=stated,
        contact=find_contact(passages).contact,
        published=found.value if found is not None else None,
        signed=signed.value if signed is not None else None,
        preface=parts.preface,
        outline=tuple(_of(heading, known) for heading in parts.outline),
        sections={s.key: parts.sections[s.key] for s in layout.sections if s.key in parts.sections},
        tables={t.key: tables[t.key] for t in layout.tables if t.key in tables},
        document=document.facts,
        footnotes=document.footnotes,
    )


def _words(layouts: Sequence[Layout]) -> _Words:
    for kept in _kept:
        if len(kept.layouts) == len(layouts) and all(a is b for a, b in zip(kept.layouts, layouts, strict=True)):
            return kept
    labels = lexicon(layouts)
    every = {label for words in labels.words.values() for label in (*words.rows, *words.columns, *words.groups)}
    made = _Words(tuple(layouts), labels, heading_words(layouts, every))
    _kept[:] = [made]
    return made


def _passages(parts: Parts) -> list[tuple[str, Para]]:
    passages = [(PREFACE, para) for para in parts.preface]
    passages += [(key, para) for key, section in parts.sections.items() for para in section.paragraphs]
    return sorted(passages, key=lambda item: item[1].n)


def _choose(layouts: Sequence[Layout], year: int | None, tables: Mapping[str, Table]) -> Layout:
    """The layout of the year; without one, or of a year that none covers, the one that most tables fit, else the
    newest."""
    for layout in layouts:
        if year is not None and layout.covers(year):
            return layout
    votes = Counter(table.layout for table in tables.values())
    return max(layouts, key=lambda layout: (votes[layout.key], layout.first_year))


def _of(heading: Heading, known: set[str]) -> Heading:
    return heading if heading.key is None or heading.key in known else replace(heading, key=None)


def _too_old(first: int) -> InputError:
    return InputError(
        f"格式早于{first}年，没有可核对的表格；本程序只检查{first}年度及以后的报告，年份读错时请用 --year 指定",
        f"a format older than {first}, without the tables that are checked; only reports of {first} and later are "
        "checked. If the year was misread, state it with --year",
    )
