"""The formats that can be read: what each is called, how it is known, what it needs and what it cannot carry.

One table for `gkcheck formats`, for the messages of the readers and for docs/formats.md (a test compares them). Nothing
of it is loaded when a report is read.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from checker.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One statement in both languages of the messages."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The statement in the language `lang` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Need:
    """What a format needs beyond a plain installation.

    present: whether it is there. install: one line that says what is missing and how to get it.
    """

    present: Callable[[], bool]
    install: Words


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    key: as in FileFacts.format. endings: as files are usually called (files are chosen by content, not by these).
    known_by: what it is recognised by. loses: what the form cannot carry of a report, "" for nothing. need: None where
    a plain installation reads it.
    """

    key: str
    name: Words
    endings: tuple[str, ...]
    known_by: Words
    loses: Words
    need: Need | None = None

    @property
    def readable(self) -> bool:
        """Whether this installation can read it."""
        return self.need is None or self.need.present()


def soffice_present() -> bool:
    """Whether LibreOffice can be started from here."""
    from checker.readers.soffice import found

    return found() is not None


PDF_NEED = Need(
    lambda: find_spec("pdfplumber") is not None,
    Words("缺少 pdfplumber：运行 pip install 'gkcheck[pdf]'", "pdfplumber is missing: pip install 'gkcheck[pdf]'"),
)
OFFICE_NEED = Need(
    soffice_present,
    Words(
        "缺少 LibreOffice：请安装（https://www.libreoffice.org），或在 Word、WPS 中另存为 .docx",
        "LibreOffice is missing: install it (https://www.libreoffice.org), or save the file as .docx",
    ),
)
_NO_FILE_FACTS = Words(
    "修订、批注、隐藏文字、宏、文档属性", "tracked changes, comments, hidden text, macros, document properties"
)

FORMATS: tuple[Format, ...] = (
    Format(
        "docx",
        Words("Word 文档", "Word document"),
        (".docx", ".docm", ".dotx"),
        Words("压缩包中的 Word 正文", "a zip package with a Word body"),
        Words("", ""),
    ),
    Format(
        "html",
        Words("网页", "web page"),
        (".html", ".htm", ".mht", ".mhtml"),
        Words("HTML 标记或 MIME 头", "HTML markup or a MIME header"),
        _NO_FILE_FACTS,
    ),
    Format(
        "markdown",
        Words("Markdown 文本", "Markdown text"),
        (".md", ".markdown"),
        Words("# 标题、竖线表格", "# headings, pipe tables"),
        Words(
            "单元格的合并；" + _NO_FILE_FACTS.zh,
            "merged cells; " + _NO_FILE_FACTS.en,
        ),
    ),
    Format(
        "text",
        Words("纯文本", "plain text"),
        (".txt",),
        Words("可解码的文字（utf-8、utf-16、gb18030）", "text that can be decoded (utf-8, utf-16, gb18030)"),
        Words(
            "单元格的合并、自动编号；" + _NO_FILE_FACTS.zh,
            "merged cells, automatic numbers; " + _NO_FILE_FACTS.en,
        ),
    ),
    Format(
        "json",
        Words("gkcheck parse 的结果", "output of gkcheck parse"),
        (".json",),
        Words("以 { 开头的 JSON", "JSON that begins with {"),
        Words("", ""),
    ),
    Format(
        "pdf",
        Words("有文字层的 PDF", "PDF with a text layer"),
        (".pdf",),
        Words("%PDF- 标记", "the mark %PDF-"),
        Words(
            "扫描件中的文字、没有画线的表格、修订、隐藏文字、作者以外的文档属性",
            "the text of scans, tables without ruled lines, tracked changes, hidden text, properties but the author",
        ),
        PDF_NEED,
    ),
    Format(
        "office",
        Words("旧版 Word、WPS、RTF、OpenDocument", "old Word, WPS, RTF, OpenDocument"),
        (".doc", ".wps", ".rtf", ".odt", ".fodt", ".xml"),
        Words("OLE 复合文件、{\\rtf、OpenDocument、Word 的 XML", "OLE compound file, {\\rtf, OpenDocument, Word's XML"),
        Words(
            "外部链接、嵌入的文件；宏（.doc 除外）；.rtf 的修订、批注和隐藏文字",
            "outside links, embedded files; macros (but of .doc); tracked changes, comments, hidden text of .rtf",
        ),
        OFFICE_NEED,
    ),
)
"""The formats in the order in which they are told. The facts of pdf and office are their readers' to keep true."""
