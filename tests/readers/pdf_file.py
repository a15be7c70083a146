"""Writes small PDF files for the tests: characters at given places, ruled lines, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 72, 522
SIZE = 10.5
_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)


class Sheet:
    """A page. Heights are counted from the top."""

    def __init__(self) -> None:
        self.marks: list[str] = []

    def text(self, words: str, x: float, top: float, size: float = SIZE) -> Sheet:
        """A run of text; every character is as wide as the type is high."""
        code = words.encode("utf-16-be").hex().upper()
        self.marks.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {HEIGHT - top - size} Tm <{code}> Tj ET")
        return self

    def body(self, lines: Sequence[str], top: float, pitch: float = 16) -> Sheet:
        """Lines of text from the left margin; each two blanks before a line are an indent of one size."""
        for i, line in enumerate(lines):
            words = line.lstrip(" ")
            self.text(words, LEFT + (len(line) - len(words)) / 2 * SIZE, top + i * pitch)
        return self

    def line(self, x0: float, top: float, x1: float, bottom: float) -> Sheet:
        """A stroke."""
        self.marks.append(f"{x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S")
        return self

    def box(self, x0: float, top: float, x1: float, bottom: float, words: str = "") -> Sheet:
        """A cell with its four edges; its text is set in lines that fill it."""
        for edge in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            self.line(*edge)
        room = max(1, int((x1 - x0 - 10) / SIZE))
        for i in range(0, len(words), room):
            self.text(words[i : i + room], x0 + 5, top + 3 + i / room * 13)
        return self

    def table(self, rows: Sequence[Sequence[str]], top: float, *, left: float = LEFT, wide: float = 90) -> Sheet:
        """Rows of equal cells, 20 points high."""
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                x = left + c * wide
                self.box(x, top + r * 20, x + wide, top + r * 20 + 20, words)
        return self


def pdf(*sheets: Sheet, trailer: str = "", more: Sequence[str] = (), unmapped: bool = False) -> bytes:
    """The file. trailer, more: further entries of the trailer, and further objects (the first has number 100)."""
    pages = [f"{10 + 2 * i} 0 R" for i in range(len(sheets))]
    unicode_map = "" if unmapped else "/ToUnicode 5 0 R"
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] "
        f"{unicode_map} >>",
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 1000 /FontDescriptor 6 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: f"<< /Length {len(_MAP)} >> stream\n{_MAP}\nendstream",
        6: "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 "
        "/ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
    }
    for i, sheet in enumerate(sheets):
        content = "\n".join(sheet.marks)
        objects[10 + 2 * i] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {11 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[11 + 2 * i] = f"<< /Length {len(content)} >> stream\n{content}\nendstream"
    objects |= {100 + i: text for i, text in enumerate(more)}
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, text in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj {text} endobj\n".encode("latin-1")
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += f"{number} 1\n{place:010} 00000 n \n".encode()
    data += f"trailer << /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(data)
