"""A copy of a Word report with a comment at the place of each finding.

Not by python-docx: it writes every part anew, does not see text in content controls and text boxes, and comments on
whole runs. Here the comments are put into the bytes of the parts, and all that is not about comments stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from checker.annotating.comments import (
    Comment,
    comment_parts,
    first_number,
    is_strict,
    marks_of,
    prefix_of,
)
from checker.annotating.container import copy_with
from checker.annotating.elements import find_elements
from checker.annotating.markup import Markup
from checker.annotating.slots import Marks, char_end, char_start, paragraph_end, paragraph_start
from checker.annotating.spots import Spot, Spots
from checker.annotating.wording import Wordings
from checker.document import Place
from checker.errors import InputError
from checker.facts.names import OrganisationNames
from checker.findings import Assessment, Finding
from checker.layout.model import Layout
from checker.layout.positions import find_positions
from checker.outputs.words import WORDS
from checker.readers import signatures
from checker.readers.archive import Archive
from checker.readers.docx import read_with_markup
from checker.readers.package import Package


def annotate(
    data: bytes,
    assessment: Assessment,
    layouts: Sequence[Layout],
    names: OrganisationNames,
    *,
    lang: str = "zh",
    when: datetime | None = None,
) -> bytes:
    """A copy of the Word file `data` with the findings as comments; without findings the file itself.

    assessment: of that file, with its report, laid by the same layouts and names. when: the date of the comments, None
    for none. Each finding has a comment of its own, but those of the whole report share one at the title. Raises
    InputError for a file that is no Word package (.docx, .docm, .dotx), or is damaged.
    """
    if not data.startswith(signatures.ZIP):
        raise _no_word()
    package = Package(Archive(BytesIO(data)))
    if not package.main or package.main.startswith(("xl/", "ppt/")) or assessment.report is None:
        raise _no_word()
    if not assessment.findings:
        return data
    reading = read_with_markup(package)
    stored = package.archive.read(package.main)
    markup, strict = Markup(stored, reading.root), is_strict(stored)
    positions = find_positions(reading.document, assessment.report, layouts, names)
    spots = Spots(reading.document, assessment.report, find_elements(reading), positions)
    marks, wordings = Marks(), Wordings()
    comments = []
    number = first_number(package, reading.root)
    for place, findings in _grouped(assessment.findings):
        spot = spots.title() if place == Place() else spots.of(place)
        if spot is None:
            raise InputError("文件里没有可以写批注的段落", "the file has no paragraph that could carry a comment")
        _mark(spot, number, marks, markup, wordings, strict=strict)
        lines = [line for finding in findings for line in _lines(finding, lang)]
        comments.append(Comment(number, lines, spot.controlled))
        number += 1
    parts = comment_parts(package, comments, when, strict=strict)
    main = package.archive.entries[package.main].name
    return copy_with(data, {main: markup.with_insertions(marks.insertions()), **parts})


def _grouped(findings: Sequence[Finding]) -> list[tuple[Place, list[Finding]]]:
    """Findings that share a comment: those of the whole report; they come first, as the title does."""
    whole = [finding for finding in findings if finding.place == Place()]
    return [*([(Place(), whole)] if whole else []), *((f.place, [f]) for f in findings if f.place != Place())]


def _mark(spot: Spot, number: int, marks: Marks, markup: Markup, wordings: Wordings, *, strict: bool) -> None:
    found = wordings.find(spot.paragraphs, spot.quote) if spot.quote is not None else None
    first, last = spot.paragraphs[0], spot.paragraphs[-1]
    start = paragraph_start(first, markup) if found is None else char_start(found[0], markup)
    end = paragraph_end(last, markup) if found is None else char_end(found[1], markup)
    prefix, declared = prefix_of(markup.name(first), strict=strict)
    marks.add(start, end, *marks_of(number, prefix, declared, early=spot.opens_control))


def _lines(finding: Finding, lang: str) -> list[tuple[str, bool]]:
    words = WORDS[lang]
    texts = (finding.message, words["hint"] + finding.hint, words["basis"] + finding.basis)
    head = f"{words[finding.severity.value]} {finding.code}"
    return [(head, True), *((" ".join(text.split("\n")), False) for text in texts)]


def _no_word() -> InputError:
    return InputError(
        "批注只能写进 Word 文件（.docx）；请在 Word 中打开后另存为 .docx 再试",
        "comments can be written into Word files (.docx) alone; save it as .docx in Word and annotate that",
    )
