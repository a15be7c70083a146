"""The files *.template: what an empty report says before it is filled in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from checker.dataclass import dataclass
from checker.errors import InputError, RuleFileError, Said, example, one_of
from checker.layout.model import Layout
from checker.lines import Line, joined_text, parse_lines, read_source


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph. only: the kind or level of body that it is for, "" for all."""

    text: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """title: its lines. preface: paragraphs. sections: key of a section -> its paragraphs before the tables."""

    title: str
    preface: tuple[Wording, ...]
    sections: Mapping[str, tuple[Wording, ...]]


def load_template(layout: Layout, folders: Sequence[Path]) -> Template:
    """The template of a format, from the last of the folders of rules that has one.

    Raises InputError if none has one, RuleFileError for a fault in it.
    """
    for folder in reversed(folders):
        path = folder / "templates" / f"{layout.key}.template"
        if path.is_file():
            return parse_template(read_source(path), str(path), layout)
    raise InputError(f"{layout.key} 年格式没有空白报告的文字", f"there is no template for the format {layout.key}")


def parse_template(source: str, file: str, layout: Layout) -> Template:
    """The template that a file holds. Raises RuleFileError."""
    top = parse_lines(source, file)
    if not top or top[0].key != "template" or top[0].value != layout.key:
        raise RuleFileError(
            file,
            1,
            1,
            top[0].text if top else "",
            Said("第一行不对", "not the first line of this template"),
            example(f"template {layout.key}"),
        )
    title: list[str] = []
    preface: list[Wording] = []
    for line in top[0].below:
        wording = _wording(line, ("title", "preface"))
        if line.key == "title":
            title.append(wording.text)
        else:
            preface.append(wording)
    sections: dict[str, tuple[Wording, ...]] = {}
    keys = [section.key for section in layout.sections]
    for line in top[1:]:
        if line.key != "section" or line.value not in keys:
            raise line.error(
                Said(f"没有这个 {line.key}：{line.value}", f"unknown {line.key} {line.value}"),
                one_of([f"section {key}" for key in keys]),
            )
        sections[line.value] = tuple(_wording(below, ("text",)) for below in line.below)
    if not title:
        raise top[0].error(Said("这份样板没有标题", "this template has no title"))
    return Template("\n".join(title), tuple(preface), sections)


def meant(wordings: Sequence[Wording], body: Collection[str | None]) -> list[str]:
    """The texts for a body. body: its kind and its level."""
    return [wording.text for wording in wordings if not wording.only or wording.only in body]


def _wording(line: Line, keys: Sequence[str]) -> Wording:
    key, _, only = line.key.partition(".")
    if key not in keys:
        raise line.unknown(keys)
    return Wording(joined_text(line), only)
