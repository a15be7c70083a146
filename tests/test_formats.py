"""The same report in every form gives the same tables, period, contact and findings, but for what a form forces."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands.formats import formats_command
from checker.json_text import dump
from checker.layout.given import take_on
from checker.layout.lay import lay
from checker.pack import Pack, load_pack
from checker.pipeline import assess_report
from checker.readers import read
from checker.readers.formats import FORMATS, Format
from checker.report import Report
from checker.report_json import to_json
from tests.builders import build
from tests.builders.faults.all import FAULTS
from tests.builders.spec import Spec
from tests.builders.write import random_spec
from tests.forms import pages, texts

FORMS: dict[str, Callable[[Spec], bytes]] = {
    "page as saved": pages.saved,
    "page of a site": pages.site,
    "piece of a page": pages.fragment,
    "page with br": pages.broken,
    "page in one file": pages.archive,
    "text, a cell a line": texts.cell_a_line,
    "text, tabs": texts.tabbed,
    "text, bars": texts.barred,
    "text, bars, merged cells left out": texts.left_out,
    "text, blanks": texts.spaced,
    "text, a value a line": texts.value_a_line,
    "markdown": texts.markdown,
    "markdown with html tables": texts.markdown_html,
}
"""Writers of the forms. JSON is tested apart: it is made from the report itself."""


@cache
def pack() -> Pack:
    return load_pack()


def laid(data: bytes, name: str) -> Report:
    found = read(data, name)
    if isinstance(found, Report):
        return take_on(found, pack().layouts)
    return lay(found, pack().layouts, pack().names, file=name)


def content(report: Report) -> str:
    """All that a report says, without its name and the facts of its file."""
    shown = to_json(report)
    return dump({**shown, "file": "", "document": None})


def findings(report: Report) -> list[tuple[str, object]]:
    """Codes and places, without the rules about the file itself."""
    found = assess_report(report, pack().rules, pack(), "zh").findings
    return sorted(((f.code, f.place) for f in found if not f.code.startswith("GK01")), key=repr)


FORCED: dict[str, tuple[str, ...]] = {
    "text, blanks": ("blank",),
    "text, a value a line": (
        "blank",
        "label",
        "extra-column",
        "no-requests",
        "no-disclosure",
        "no-disputes",
        "letter",
        "word",
    ),
}
"""Faults (by the beginning of their names) that a form cannot show at the same place, as docs/formats.md says."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_a_report_says_the_same_in_every_form(form: str, layout: str) -> None:
    for seed in range(4):
        spec = random_spec(seed, layout)
        word, other = laid(build(spec), "a.docx"), laid(FORMS[form](spec), "a.docx")
        assert content(other) == content(word)
        assert findings(other) == findings(word)


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_is_found_at_the_same_place_in_every_form(form: str) -> None:
    compared = 0
    for seed, fault in enumerate(FAULTS[::9]):
        layout = fault.layouts[seed % len(fault.layouts)]
        planted = fault.plant(random_spec(seed, layout), random.Random(seed))
        if planted is None or fault.code.startswith("GK01") or fault.name.startswith(FORCED.get(form, ("\0",))):
            continue
        word, other = laid(build(planted.spec), "a.docx"), laid(FORMS[form](planted.spec), "a.docx")
        assert findings(other) == findings(word), fault.name
        compared += 1
    assert compared > 20


@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_json_gives_all_that_the_word_file_gives(layout: str) -> None:
    word = laid(build(random_spec(5, layout)), "a.docx")
    again = laid(dump(to_json(word)).encode(), "a.docx")
    assert again == word
    assert assess_report(again, pack().rules, pack(), "zh") == assess_report(word, pack().rules, pack(), "zh")


def test_the_page_on_formats_tells_what_the_table_says() -> None:
    page = (Path(__file__).parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
    for item in FORMATS:
        row = next(line for line in page.splitlines() if line.startswith(f"| {item.name.en} |"))
        assert f"| {' '.join(item.endings)} |" in row
        assert item.known_by.en in row
        assert item.loses.en in row


def test_the_command_lists_every_format_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for present in (True, False):
        monkeypatch.setattr(Format, "readable", property(lambda item, there=present: item.need is None or there))
        for lang in ("zh", "en"):
            found = CliRunner().invoke(formats_command, ["--lang", lang])
            assert found.exit_code == 0
            lines = found.output.splitlines()
            for item in FORMATS:
                (line,) = (line for line in lines if line.strip().startswith(" ".join(item.endings)))
                assert item.need is None or (item.need.install.of(lang) in line) is not present
