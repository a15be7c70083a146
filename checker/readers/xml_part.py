"""Parts of a package as XML trees: no entities, no network, no depth or size that an honest file would not have."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from checker.errors import InputError
from checker.readers import limits

STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Namespaces of strict documents (ISO/IEC 29500-1) and the transitional ones (29500-4) that mean the same."""

_HARMLESS = frozenset(
    {
        "ERR_INVALID_CHAR",
        "ERR_INVALID_CHARREF",
        "ERR_INVALID_ENCODING",
        "ERR_ATTRIBUTE_REDEFINED",
        "ERR_DOCUMENT_END",
        "NS_ERR_UNDEFINED_NAMESPACE",
        "NS_ERR_XML_NAMESPACE",
        "NS_ERR_ATTRIBUTE_REDEFINED",
    }
)
"""Faults of XML that lose no element: a tree mended after them still holds the whole text."""


_CONTROL_BYTES = bytes(c for c in range(32) if c not in b"\t\n\r")
_REFERENCES = rb"&#(?:x([0-9a-fA-F]{1,16})|([0-9]{1,16}));"
"""Characters that XML forbids, as such and as references (those among these); some makers leave them in text."""
_AMPERSAND = rb"&(?:([A-Za-z][A-Za-z0-9]{0,30});|(?!#|[A-Za-z][A-Za-z0-9]{0,30};))"
_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def in_utf8(data: bytes) -> bytes:
    """`data` with UTF-16 turned into UTF-8; other encodings agree with ASCII in all that markup is made of."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        encoding = (
            "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le" if data[:1] == b"<" else "utf-16-be"
        )
        data = _without_declaration(data.decode(encoding, "replace").encode("utf-8"))
    return data


def plain(data: bytes) -> bytes:
    """`data` in UTF-8 with the transitional namespaces, so that one set of names and byte tests serves every file."""
    data = in_utf8(data)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    return data


def parse(data: bytes, part: str) -> tuple[etree._Element, str]:
    """The root of `data` (as plain() leaves it), and a caution in English where it had to be mended ("" otherwise).

    Raises InputError for declarations of entities or a document type (OPC forbids them: ISO/IEC 29500-2, 6.2.5), for
    nesting deeper than 256 elements, for more markup than limits.MARKUP, and for XML so broken that text is lost.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _declarations(part)
    if too_much(data):
        raise InputError(
            f"文件中的 {part} 标记过多，不像是年度报告，已停止读取；请核对文件来源",
            f"{part} holds far more markup than an annual report and was not read; check where the file comes from",
        )
    try:
        root = etree.fromstring(data, _strict_parser())
    except etree.XMLSyntaxError as error:
        return _mended(data, part, error)
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # in an encoding that hid the declaration from the test above
        raise _declarations(part)
    return root, ""


def too_much(data: bytes) -> bool:
    """Whether a part holds more markup than limits.MARKUP."""
    return len(data) > limits.MARKUP and data.count(b"<") + data.count(b"=") > limits.MARKUP


def sound(data: bytes) -> etree._Element | None:
    """The root of a part that is well-formed and declares nothing, None for any other."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        root = etree.fromstring(data, _strict_parser())
    except etree.XMLSyntaxError:
        return None
    return root if root.getroottree().docinfo.internalDTD is None else None


@cache
def _strict_parser() -> etree.XMLParser:
    return _parser(recover=False)


def _parser(*, recover: bool) -> etree.XMLParser:
    # Not huge_tree: its absence keeps libxml2's limits of 256 levels and of 10 MB for one text.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=recover
    )


def _mended(data: bytes, part: str, error: etree.XMLSyntaxError) -> tuple[etree._Element, str]:
    reason = " ".join(str(error.msg).split())
    if "depth" in reason.lower():
        raise InputError(
            f"文件中的 {part} 嵌套层次过深，无法读取；请在 Word 中打开后另存为 .docx 再检查",
            f"{part} is nested too deeply to be read; open it in Word and save it as .docx",
        )
    if "limit" in reason.lower() or "huge" in reason.lower():
        raise InputError(
            f"文件中的 {part} 有一处过大，不像是年度报告，已停止读取；请核对文件来源",
            f"a single text or tag of {part} is far too large for an annual report; check where the file comes from",
        )
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(_cleaned(data), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or any(entry.type_name not in _HARMLESS for entry in parser.error_log):
        raise InputError(
            f"文件内容已损坏（{part} 不是完整的 XML），请在 Word 中打开修复后另存为 .docx 再检查",
            f"the file is damaged ({part} is not well-formed XML: {reason}); repair it in Word and save it as .docx",
        )
    return root, f"{part} is not well-formed XML ({reason}); it was mended and checked."


def _cleaned(data: bytes) -> bytes:
    """`data` without forbidden characters, with bare ampersands and the entities of HTML written as XML wants them."""
    from html.entities import name2codepoint  # late: few files need it

    def mended(found: re.Match[bytes]) -> bytes:
        name = found.group(1)
        if name is None:
            return b"&amp;"
        code = name2codepoint.get(name.decode("ascii"))
        return found.group() if code is None or name in _OWN else b"&#%d;" % code

    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{0,99}?encoding=[\"']([\w.:-]{1,40})", data)
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8"):
        data = data.decode("utf-8", "replace").encode("utf-8")  # stray bytes: the tree could not give their text
    return re.sub(_AMPERSAND, mended, re.sub(_REFERENCES, _allowed, data.translate(None, _CONTROL_BYTES)))


def _allowed(found: re.Match[bytes]) -> bytes:
    """A reference to a character, nothing if XML forbids that character (XML 1.0, 2.2)."""
    code = int(found[1], 16) if found[1] else int(found[2])
    good = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
    return found.group() if good else b""


def _declarations(part: str) -> InputError:
    return InputError(
        f"文件中的 {part} 含有实体声明，Word 文件不应含有，已拒绝读取；请核对文件来源，或在 Word 中另存后再检查",
        f"{part} declares entities or a document type, which no Word file does; it was refused: "
        "check where the file comes from, or save it anew in Word",
    )


def _without_declaration(data: bytes) -> bytes:
    """Without an XML declaration, which would name an encoding that `data` no longer has."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    end = data.find(b"?>")
    return data[end + 2 :] if data.startswith(b"<?xml") and end > 0 else data
