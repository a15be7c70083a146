"""Bytes as text: the encoding by mark, by what the bytes can be, by what they declare, and by trial."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from checker.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before utf-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030"}
"""Subsets of GB 18030: pages that declare one use characters of the whole."""
_SAMPLE = 4096
_LOST = "\ufffd"
_TOLERATED = 200
"""Of so many characters one may be undecodable: a file that was cut or patched is still read."""


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`; `declared` is the encoding it names itself, if any. Line ends become "\\n".

    Valid UTF-8 with any wide character is UTF-8 whatever is declared: no text of another encoding is that by chance.
    Raises InputError for what is no text.
    """
    return _decoded(data, declared).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _decoded(data: bytes, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    for name in _candidates(declared):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    trials = [data.decode(name, "replace") for name in ("utf-8", "gb18030")]
    best = min(trials, key=lambda text: text.count(_LOST))
    if best.count(_LOST) * _TOLERATED > len(best) + _TOLERATED:
        raise not_text()
    return best


def _candidates(declared: str) -> Iterable[str]:
    name = declared.strip().lower()
    yield "utf-8"
    if name and name not in ("utf-8", "utf8", "iso-8859-1", "latin-1", "windows-1252", "us-ascii"):
        name = _CHINESE.get(name, name)
        try:
            is_text = codecs.lookup(name)._is_text_encoding
        except (LookupError, ValueError):
            is_text = False
        if is_text:
            yield name
    yield "gb18030"
    if name in ("big5", "big5-hkscs"):
        yield "big5hkscs"


def _without_mark(data: bytes) -> str:
    """UTF-16 without a mark: in a text with digits, blanks or line ends every second byte of those is zero."""
    sample = data[:_SAMPLE]
    if sample.count(0) * 50 < len(sample):
        return ""
    low, high = sample[1::2], sample[0::2]
    if low.count(0) > 3 * high.count(0):
        return "utf-16-le"
    if high.count(0) > 3 * low.count(0):
        return "utf-16-be"
    return ""


def is_text(text: str) -> bool:
    """Whether a decoded sample is text: control characters that no text holds are rare in it."""
    strange = sum(1 for c in text if (c < " " and c not in "\t\n\r\f\v\x07\x1f") or "\x7f" <= c < "\xa0" or c == _LOST)
    return strange * 50 <= len(text)


def not_text() -> InputError:
    """The error for bytes that are no text in any encoding an office writes."""
    return InputError(
        "这不是能读的报告（既不是 Word 文件，也不是网页或文字）；请在 Word 或 WPS 中打开后另存为 .docx 再检查",
        "this is neither a Word document nor a web page nor text; open it in Word and save it as .docx",
    )
