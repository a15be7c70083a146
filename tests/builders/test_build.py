"""The builder builds: files that Word's readers open, the same for the same seed, saying what the spec says."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import docx
import pytest
from lxml import etree

from tests.builders import SHAPES, build, random_shape, random_spec
from tests.builders.figures import APPLICANTS, CASES, OUTCOMES, handled_rows
from tests.builders.spec import Spec


def words(content: bytes) -> str:
    """All text of document.xml, without blanks."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return "".join(unicodedata.normalize("NFKC", "".join(str(t) for t in root.itertext())).split())


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_every_shape_is_a_file_that_says_the_report(name: str, layout: str) -> None:
    spec = random_spec(11, layout)
    content = build(spec, SHAPES[name])
    assert content == build(spec, SHAPES[name])
    said = words(content)
    for paragraph in spec.texts():
        if "\n" not in paragraph and name != "links_field":
            assert "".join(unicodedata.normalize("NFKC", paragraph).split()) in said
    for part in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if part.endswith((".xml", ".rels")):
            etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(part))
    if name != "strict":
        assert docx.Document(io.BytesIO(content)).paragraphs


@pytest.mark.parametrize("seed", range(40))
def test_figures_are_consistent_and_words_are_full(seed: int) -> None:
    for layout in ("2019", "2021"):
        spec = random_spec(seed, layout)
        requests, disputes = spec.table("requests"), spec.table("disputes")
        for column in (*APPLICANTS, "total"):
            results = sum(requests.number(row, column) for row in handled_rows(layout))
            assert results == requests.number("handled", column)
            assert requests.number("received", column) >= 0
            assert requests.number("received", column) + requests.number(
                "carried_in", column
            ) == results + requests.number("carried_out", column)
        for case in CASES:
            assert sum(disputes.number(case, o) for o in OUTCOMES) == disputes.number(case, "total")
        assert 1_100 < sum(map(len, spec.texts())) < 4_500
        assert not any("{" in text for text in spec.texts())


@pytest.mark.parametrize("seed", range(20))
def test_random_shapes_build(seed: int) -> None:
    spec: Spec = random_spec(seed, "2021")
    assert build(spec, random_shape(seed)) == build(random_spec(seed, "2021"), random_shape(seed))
