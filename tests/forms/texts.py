"""Reports as plain text and as Markdown, in the forms that extraction and converters leave."""

from __future__ import annotations

from collections.abc import Callable

from tests.builders.spec import Spec
from tests.forms.parts import Part, cells, parts


def _lines(spec: Spec, table: Callable[[Part], str], *, apart: str = "\n") -> str:
    found = []
    for part in parts(spec):
        found.append(table(part) if part.kind == "table" else part.text)
    return apart.join(found) + "\n"


def cell_a_line(spec: Spec) -> bytes:
    """A cell a line behind a tab, rows parted by blank lines, cells merged downwards left empty."""

    def table(part: Part) -> str:
        rows = ("\n".join("\t" + ("" if cell.above else cell.text) for cell in row) for row in cells(part.matrix))
        return "\n\n".join(rows) + "\n\n"

    return ("[bookmark: _GoBack]" + _lines(spec, table)).encode()


def tabbed(spec: Spec) -> bytes:
    """A row a line, cells parted by tabs, in utf-16 with a mark."""

    def table(part: Part) -> str:
        return "\n".join("\t".join("" if cell.above else cell.text for cell in row) for row in cells(part.matrix))

    return _lines(spec, table).replace("\n", "\r\n").encode("utf-16")


def barred(spec: Spec) -> bytes:
    """A row a line, cells parted by bars, in gb18030."""

    def table(part: Part) -> str:
        return "\n".join(" | ".join("" if cell.above else cell.text for cell in row) for row in cells(part.matrix))

    return _lines(spec, table).encode("gb18030")


def left_out(spec: Spec) -> bytes:
    """A row a line, cells parted by bars, cells merged downwards left out altogether."""

    def table(part: Part) -> str:
        return "\n".join(" | ".join(cell.text for cell in row if not cell.above) for row in cells(part.matrix))

    return _lines(spec, table).encode()


def value_a_line(spec: Spec) -> bytes:
    """A label or a value a line; merged cells once."""

    def table(part: Part) -> str:
        return "\n".join(cell.text for row in cells(part.matrix) for cell in row if not cell.above)

    return _lines(spec, table).encode()


def spaced(spec: Spec) -> bytes:
    """Columns kept apart by blanks, as converters of pages print them; merged cells stand in the middle."""

    def table(part: Part) -> str:
        rows = list(part.matrix)
        widths = [0] * len(rows[0])
        drawn = list(cells(part.matrix))
        for row in drawn:
            at = 0
            for cell in row:
                if cell.across == 1 and not cell.above:
                    widths[at] = max(widths[at], _width(cell.text) + 4)
                at += cell.across
        widths = [max(width, 8) for width in widths]
        lines = []
        for row in drawn:
            line, at = "", 0
            for cell in row:
                room = sum(widths[at : at + cell.across])
                text = "" if cell.above else cell.text
                left = max((room - _width(text)) // 2, 1)
                line += " " * left + text + " " * max(room - _width(text) - left, 2)
                at += cell.across
            lines.append(line.rstrip())
        return "\n".join(lines)

    return _lines(spec, table).encode()


def _width(text: str) -> int:
    return sum(2 if char > "\u2e80" else 1 for char in text)


def markdown(spec: Spec) -> bytes:
    """Headings with #, bold words, tables of bars with merged cells left blank."""
    found = []
    for part in parts(spec):
        if part.kind == "table":
            found.append(_pipes(part))
        elif part.kind in ("title", "heading"):
            found.append(("# " if part.kind == "title" else "## ") + part.text)
        else:
            found.append(f"**{part.text[:4]}**{part.text[4:]}" if part.text[:4].isalpha() else part.text)
    return ("\n\n".join(found) + "\n").encode()


def _pipes(part: Part) -> str:
    rows = []
    for row in cells(part.matrix):
        line: list[str] = []
        for cell in row:
            line += ["" if cell.above else cell.text.replace("\n", "<br>").replace("|", "\\|")] + [""] * (
                cell.across - 1
            )
        rows.append("| " + " | ".join(line) + " |")
    return "\n".join([rows[0], "|" + " --- |" * len(part.matrix[0]), *rows[1:]])


def markdown_html(spec: Spec) -> bytes:
    """Markdown with its tables as HTML."""
    from tests.forms.pages import table

    found = [table(p) if p.kind == "table" else ("# " if p.kind == "title" else "") + p.text for p in parts(spec)]
    return ("\n\n".join(found) + "\n").encode()
