"""A document cut at its headings: title, preface, sections, and in which section each grid stands."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass
from checker.document import Document, Grid, Paragraph
from checker.facts.names import OrganisationNames
from checker.layout.contents import find_contents
from checker.layout.headings import HeadingWords, Line, join_broken, lists_sections, read_caption, read_line
from checker.layout.model import Layout
from checker.layout.outline import choose_headings
from checker.layout.tables import Standing
from checker.layout.title import FoundTitle, find_title
from checker.report import PREFACE, Heading, Para, Section, Title

_MARKS = "、.．,，()（）[]【】 \t第部分章节篇:："


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document.

    cover: short lines before the title, which belong to no part. standing: each grid and its section. Of a section that
    stands twice, the first heading is kept and the paragraphs of both; what stands under a heading that no layout knows
    belongs to the section before it, or to the preface, so that no text is lost.
    """

    title: Title
    cover: tuple[Para, ...]
    preface: tuple[Para, ...]
    outline: tuple[Heading, ...]
    sections: dict[str, Section]
    standing: tuple[Standing, ...]


def split_parts(document: Document, layouts: Sequence[Layout], words: HeadingWords, names: OrganisationNames) -> Parts:
    """Cut a document at its title and headings; tables of contents are left out."""
    blocks = document.blocks
    lines: dict[int, Line] = {}
    for i, block in enumerate(blocks):
        line = read_line(i, block, words) if isinstance(block, Paragraph) else read_caption(i, block, words)
        if line is not None:
            lines[i] = line
    for i, line in list(lines.items()):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        joined = join_broken(line, following, words) if isinstance(following, Paragraph) else None
        if joined is not None:
            lines[i] = joined
            lines.pop(i + 1, None)
    listed = {i for i, block in enumerate(blocks) if isinstance(block, Paragraph) and lists_sections(block, words)}
    contents = find_contents(blocks, lines, words.places, [word for layout in layouts for word in layout.contents])
    contents |= listed
    captions = {i for i in lines if isinstance(blocks[i], Grid)}
    plain = [line for i, line in lines.items() if i not in contents and i not in captions]
    headings = {line.at: line for line in choose_headings(plain, words)}
    missing = set(words.places) - {line.key for line in headings.values()}
    if missing and captions:
        wanted = plain + [lines[i] for i in captions if lines[i].key in missing]
        headings = {line.at: line for line in choose_headings(sorted(wanted, key=lambda x: x.at), words)}
    first = min((at for at, line in headings.items() if line.key is not None), default=len(blocks))
    left_out = contents | headings.keys()
    opening = [b for i, b in enumerate(blocks[:first]) if isinstance(b, Paragraph) and i not in left_out]
    found = find_title(opening, [name for layout in layouts for name in layout.report], names)
    cover, preface = _opening(opening, found)
    sections, standing = _assemble(blocks, headings, contents)
    outline = tuple(_heading(headings[at]) for at in sorted(headings))
    title = found.title if found is not None else Title()
    return Parts(title, cover, preface, outline, sections, standing)


def _opening(opening: Sequence[Paragraph], found: FoundTitle | None) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """The lines of the cover, and the preface: what stands after the title, and sentences before it."""
    if found is None:
        return (), tuple(Para(p.n, p.printed) for p in opening)
    cover: list[Para] = []
    preface: list[Para] = []
    for i, paragraph in enumerate(opening):
        if i in found.used:
            continue
        early = i < found.first and "。" not in paragraph.text
        (cover if early else preface).append(Para(paragraph.n, paragraph.printed))
    return tuple(cover), tuple(preface)


def _assemble(
    blocks: Sequence[Paragraph | Grid], headings: dict[int, Line], contents: frozenset[int]
) -> tuple[dict[str, Section], tuple[Standing, ...]]:
    titles: dict[str, str] = {}
    texts: dict[str, list[Para]] = {}
    standing: list[Standing] = []
    current = PREFACE
    broken = {at + more for at, line in headings.items() for more in range(1, line.more + 1)}
    for i, block in enumerate(blocks):
        if i in broken:
            continue
        line = headings.get(i)
        if line is not None and line.key is not None:
            current = line.key
            titles.setdefault(current, line.words)
            texts.setdefault(current, [])
            if line.body.strip():
                texts[current].append(Para(line.n, line.body))
        if isinstance(block, Grid):
            standing.append(Standing(block, current))
        elif line is None and i not in contents and current != PREFACE:
            texts[current].append(Para(block.n, block.printed))
    sections = {key: Section(titles[key], tuple(texts[key])) for key in titles}
    return sections, tuple(standing)


def _heading(line: Line) -> Heading:
    number = line.number.strip(_MARKS)
    return Heading(line.key, number or None, line.words, line.n, line.marked or None)
