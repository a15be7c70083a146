"""The same report from LibreOffice in each of its forms, and as PDF, says what the Word file says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.document import Document
from checker.readers import read
from tests.builders import SHAPES, build, random_spec
from tests.builders.examples import examples
from tests.builders.spec import Extra
from tests.office.programs import converted, printed, ruled
from tests.office.reports import report, substance

FORMS = ("doc", "rtf", "odt", "fodt")
PAPER = (
    "plain", "cover", "toc_field", "toc_dotted", "title_paragraphs", "title_textbox", "numbering_spaced",
    "numbering_list", "headings_style", "disclosure_blocks", "disclosure_two", "labels_repeated", "pages_header",
    "pages_repeat", "sdt_cell", "breaks_break", "maker_wps", "maker_libreoffice", "empties", "captions_unit",
    "disputes_rows", "links_hyperlink",
)  # fmt: skip
"""Shapes that survive printing. Those whose table layout a PDF does not keep are listed in docs/formats.md."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", ["plain", "headings_style", "labels_repeated", "disclosure_two"])
def test_other_word_processors(form: str, shape: str) -> None:
    word = build(random_spec(len(shape), "2021"), SHAPES[shape])
    assert substance(report(converted(word, ".docx", form))) == substance(report(word))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", sorted(examples()))
def test_examples_keep_their_findings(form: str, name: str) -> None:
    word = examples()[name]
    assert substance(report(converted(word, ".docx", form))) == substance(report(word))


@pytest.mark.parametrize("number", range(len(PAPER)))
def test_pdf(number: int) -> None:
    word = ruled(build(random_spec(number, ("2019", "2021")[number % 2]), SHAPES[PAPER[number]]))
    assert substance(report(converted(word, ".docx", "pdf"))) == substance(report(word))


@pytest.mark.parametrize("name", sorted(examples()))
def test_examples_as_pdf(name: str) -> None:
    word = ruled(examples()[name])
    assert substance(report(converted(word, ".docx", "pdf"))) == substance(report(word))


@pytest.mark.parametrize("name", ["compliant-2021.docx", "faulty-2019.docx"])
def test_a_page_printed_by_a_browser(name: str) -> None:
    word = ruled(examples()[name])
    page = converted(word, ".docx", "html")
    assert substance(report(printed(page))) == substance(report(word))


@pytest.mark.parametrize("form", ["doc", "odt"])
def test_marks_of_the_file_that_outlive_the_conversion(form: str) -> None:
    kinds = ("insertion", "deletion", "comment", "hidden")
    spec = replace(
        random_spec(3, "2021"),
        extras=tuple(Extra(kind, f"甲{i}乙") for i, kind in enumerate(kinds)),
        metadata={"author": "某甲"},
    )
    word = build(spec, SHAPES["plain"])
    found = read(converted(word, ".docx", form), "a")
    assert isinstance(found, Document)
    facts = found.facts
    assert {mark.kind for mark in facts.revisions or ()} == {"insertion", "deletion"}
    assert [mark.quote for mark in facts.comments or ()] == ["甲2乙"]
    assert [mark.quote for mark in facts.hidden or ()] == ["甲3乙"]
    assert "某甲" in [mark.quote for mark in facts.metadata or ()]
    assert facts.format == form
