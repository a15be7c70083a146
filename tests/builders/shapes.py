"""Shapes: how the same report may stand in a Word file without saying anything else."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of setting a report. Every field's default is the plainest."""

    cover: bool = False
    toc: str = "none"  # none, field, sdt, typed, dotted
    title: str = "one"  # one, paragraphs, break, textbox, vml
    title_order: str = "body_first"  # body_first, year_first
    title_style: str = "plain"  # plain, style
    numbering: str = "typed"  # typed, spaced, list, style, bare_list, ordinal
    headings: str = "plain"  # plain, style, outline
    disclosure: str = "one"  # one, blocks, two
    labels: str = "merged"  # merged, repeated, blank
    brackets: str = "full"  # full, half
    blanks: str = "none"  # none, spaces, ideographic
    notes: bool = False
    order: str = "format"  # format, other
    pages: str = "one"  # one, header, repeat, two
    also: bool = False
    sdt: str = "none"  # none, block, row, cell, inline, nested
    runs: str = "whole"  # whole, split, smart, proof
    breaks: str = "none"  # none, break, chars, paragraphs
    strict: bool = False
    maker: str = "word"  # word, wps, libreoffice
    wrapper: str = "none"  # none, tables
    grid_before: bool = False
    vmerge: str = "restart"  # restart, bare
    hmerge: str = "span"  # span, hmerge
    empties: bool = False
    disputes: str = "row"  # row, rows
    captions: str = "none"  # none, paragraph, row, unit
    digits: str = "plain"  # plain, spaced
    links: str = "none"  # none, hyperlink, bookmark, field
    margins: bool = False  # header, footer with page number, footnote
    signature: bool = True
    prose: str = "plain"  # plain, spaced, full_width


PLAIN = Shape()
_CHOICES: dict[str, tuple[object, ...]] = {
    "cover": (True,),
    "toc": ("field", "sdt", "typed", "dotted"),
    "title": ("paragraphs", "break", "textbox", "vml"),
    "title_order": ("year_first",),
    "title_style": ("style",),
    "numbering": ("spaced", "list", "style", "bare_list", "ordinal"),
    "headings": ("style", "outline"),
    "disclosure": ("blocks", "two"),
    "labels": ("repeated", "blank"),
    "brackets": ("half",),
    "blanks": ("spaces", "ideographic"),
    "notes": (True,),
    "order": ("other",),
    "pages": ("header", "repeat", "two"),
    "also": (True,),
    "sdt": ("block", "row", "cell", "inline", "nested"),
    "runs": ("split", "smart", "proof"),
    "breaks": ("break", "chars", "paragraphs"),
    "strict": (True,),
    "maker": ("wps", "libreoffice"),
    "wrapper": ("tables",),
    "grid_before": (True,),
    "vmerge": ("bare",),
    "hmerge": ("hmerge",),
    "empties": (True,),
    "disputes": ("rows",),
    "captions": ("paragraph", "row", "unit"),
    "digits": ("spaced",),
    "links": ("hyperlink", "bookmark", "field"),
    "margins": (True,),
    "signature": (False,),
    "prose": ("spaced", "full_width"),
}


def _settle(shape: Shape) -> Shape:
    """The shape without what cannot stand together: gridBefore leaves out cells that only a blank label has."""
    if shape.grid_before:
        shape = replace(shape, labels="blank")
    if shape.hmerge == "hmerge" and shape.maker == "libreoffice":
        shape = replace(shape, hmerge="span")
    return shape


def _singles() -> dict[str, Shape]:
    found = {"plain": PLAIN}
    for name, values in _CHOICES.items():
        for value in values:
            label = name if value is True else f"no_{name}" if value is False else f"{name}_{value}"
            found[label] = _settle(replace(PLAIN, **{name: value}))  # type: ignore[arg-type]
    return found


SHAPES: dict[str, Shape] = _singles()


def random_shape(seed: int) -> Shape:
    """A combination: each trait is plain with odds of two to one."""
    rng = random.Random(f"shape {seed}")
    chosen: dict[str, object] = {}
    for part in fields(Shape):
        if rng.random() < 1 / 3:
            chosen[part.name] = rng.choice(_CHOICES[part.name])
    return _settle(replace(PLAIN, **chosen))  # type: ignore[arg-type]
