"""Whatever the shape, a report is laid as what it says: the same title, sections, figures and body."""

from __future__ import annotations

import unicodedata

import pytest

from checker.facts.organisations import load_names
from checker.layout.lay import lay
from checker.layout.load import load_layouts
from checker.readers import read
from checker.report import Report
from checker.resources import folder
from tests.builders import SHAPES, Shape, Spec, build, random_shape, random_spec

LAYOUTS = load_layouts([folder("rules") / "layouts"])
NAMES = load_names(folder("rules") / "organisations.names")


def _laid(spec: Spec, shape: Shape) -> Report:
    return lay(read(build(spec, shape), "report.docx"), LAYOUTS, NAMES, file="report.docx")


def _bare(texts: list[str]) -> str:
    return "".join("".join(unicodedata.normalize("NFKC", t).split()) for t in texts)


def _same(spec: Spec, shape: Shape) -> None:
    report = _laid(spec, shape)
    body, year, name = spec.title
    assert "".join((report.title.text or "").split()) in (body + year + name, year + body + name)
    assert (report.year, report.layout) == (spec.year, spec.layout)
    assert (report.organisation.name, report.organisation.kind) == (spec.body.name, spec.body.kind)
    plain = _laid(
        spec, SHAPES["plain"]
    )  # what the preface says is the facts' own matter: here it must not depend on the shape
    assert report.period == plain.period
    assert report.contact == plain.contact
    assert [h.key for h in report.outline] == [s.key for s in spec.sections]
    for section in spec.sections[:5]:
        found = _bare([p.text for p in report.sections[section.key].paragraphs])
        said = _bare([*section.paragraphs, *section.after])
        assert found == said if shape.captions == "none" else said in found or section.paragraphs == ()
    for table in spec.tables:
        laid = report.tables[table.key]
        assert not laid.extra
        for (row, column), text in table.cells.items():
            assert laid.rows[row][column].raw.strip() == text, (table.key, row, column)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_single_shapes(name: str, layout: str) -> None:
    _same(random_spec(len(name), layout), SHAPES[name])


@pytest.mark.parametrize("seed", range(60))
def test_shapes_together(seed: int) -> None:
    _same(random_spec(seed, ("2019", "2021")[seed % 2]), random_shape(seed))
