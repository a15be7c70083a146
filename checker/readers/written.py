"""What is written in characters: a web page, JSON, Markdown or text, told apart by what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.document import Document
from checker.errors import InputError
from checker.readers.blocks import too_large
from checker.readers.encoding import decode, is_text, not_text

if TYPE_CHECKING:
    from checker.report import Report

__all__ = ["read_written", "too_large"]

_HEAD = 4096
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype\s{1,4}html|html|head|body|table|div|p|h[1-6]|meta|title|center|section|article|span|ul|ol)[\s>/]",
    re.IGNORECASE,
)
_SEARCHED = 200_000
_TAGS = 4
_LINE_TAGS = re.compile(r"</(?:p|div|h[1-6]|li)\s{0,4}>|<br\s{0,4}/?>", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:html|body|table|tr|td|div|p|h[1-6])\s{0,4}>", re.IGNORECASE)


def read_written(data: bytes, name: str) -> Document | Report:
    """The document, or the report, that text of any kind holds. Raises InputError for what is none."""
    from checker.readers import mhtml

    declared = ""
    if mhtml.is_mhtml(data[:_HEAD]):
        data, declared = mhtml.page(data)
    found = _CHARSET.search(data[:_HEAD].replace(b"\0", b""))
    text = decode(data, declared or (found[1].decode("ascii") if found else ""))
    if not is_text(text[:_HEAD]):
        raise not_text()
    start = text[:_HEAD].lstrip()
    if not start:
        raise InputError("文件里没有文字，请核对文件", "the file holds no text; check which file was meant")
    if start.startswith("{"):
        from checker.readers.report_json import read_report_json

        return read_report_json(text, name)
    if _is_page(text, start):
        from checker.readers.html import read_html

        return read_html(text)
    if start.startswith("<?xml") or start.startswith("<w:"):
        raise InputError(
            "这是 XML 文件，不是 .docx；请在 Word 或 WPS 中打开后另存为 .docx 再检查",
            "this is an XML file, not a .docx; open it in Word and save it as .docx",
        )
    from checker.readers.markdown import is_markdown, read_markdown

    if is_markdown(text) or len(_CLOSING.findall(text[:_SEARCHED])) >= _TAGS:  # tables of tags between lines of text
        return read_markdown(text)
    from checker.readers.text import read_text

    return read_text(text)


def _is_page(text: str, start: str) -> bool:
    """Whether a text is HTML: it begins as such, or has the tags of one and no other form's marks."""
    if start.startswith("<?xml"):
        return "<html" in start.lower()
    if start.startswith("<"):
        return _MARKUP.search(start) is not None or _CLOSING.search(text) is not None
    if "<html" in start.lower():
        return True
    if len(_CLOSING.findall(text[:_SEARCHED])) < _TAGS:
        return False
    from checker.readers.markdown import is_markdown

    prose = text[:_SEARCHED].partition("<table")[0]
    return len(_LINE_TAGS.findall(prose)) > 1 and not is_markdown(text)
