"""What a file is by its first bytes, and what to tell someone who gave it in place of a Word document."""

from __future__ import annotations

from checker.errors import InputError

ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_WORD_XML = (
    b'progid="Word.Document"',
    b"http://schemas.microsoft.com/office/word/2003/wordml",
    b"http://schemas.microsoft.com/office/2006/xmlPackage",
)
"""Of Word 2003 documents in XML, and of a package written as one XML file."""
_SAVE_ZH = "请在 Word 或 WPS 中打开后另存为 .docx 再检查"
_SAVE_EN = "open it in Word and save it as .docx"


def office_form(head: bytes) -> str:
    """The format of text that LibreOffice converts, by its first kilobytes: "rtf", "fodt", "wordml"; "" for others."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:5].lower() == b"{\\rtf":
        return "rtf"
    if start[:1] == b"<" and b"<html" not in head.lower():
        if b"urn:oasis:names:tc:opendocument:xmlns:office" in head:
            return "fodt"
        if any(sign in head for sign in _WORD_XML):
            return "wordml"
    return ""


def office_file(data: bytes) -> str:
    """The format of an OLE file that LibreOffice converts: "doc" or "works"; "" for others and encrypted packages."""
    from checker.readers import ole

    if ole.holds(data, "EncryptedPackage"):
        return ""
    if ole.holds(data, "WordDocument"):
        return "doc"
    return "works" if ole.holds(data, "MatOST") or ole.holds(data, "MN0") else ""


def is_foreign(head: bytes) -> bool:
    """Whether the first kilobytes are of a file that is neither a package nor an OLE file nor markup nor text."""
    return not head or head.startswith((*_PICTURES, *_ARCHIVES, b"RIFF"))


def foreign(head: bytes) -> InputError:
    """The error for a file that `is_foreign`, by its first kilobytes."""
    if not head:
        return InputError("文件是空的，请核对文件", "the file is empty; check which file was meant")
    if head.startswith(_PICTURES) or head[:4] == b"RIFF":
        return InputError(
            "这是图片，不是 Word 文件；请提供可编辑的 Word 文件（.docx）",
            "this is a picture, not a Word document; give the Word file (.docx)",
        )
    if head.startswith(_ARCHIVES):
        return InputError(
            "这是压缩包，不是 Word 文件；请解压后检查其中的 .docx 文件",
            "this is an archive, not a Word document; unpack it and check the .docx in it",
        )
    return InputError(f"这不是 Word 文件（.docx）；{_SAVE_ZH}", f"this is not a Word document (.docx); {_SAVE_EN}")


def compound(data: bytes) -> InputError:
    """The error for an OLE compound file, by the names of its streams: an encrypted package, an old .doc, another."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return InputError(
            "文件已加密，请在 Word 中取消密码保护并保存后再检查",
            "the file is encrypted; remove its password in Word, save it and check it again",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return InputError(f"这是旧版 .doc 文件，{_SAVE_ZH}", f"this is an old .doc file; {_SAVE_EN}")
    return InputError(
        f"这是旧版 Office 或 WPS 文件，不是 .docx；{_SAVE_ZH}",
        f"this is a file of an old Office version, not a .docx; {_SAVE_EN}",
    )


def not_word(parts: tuple[str, ...]) -> InputError:
    """The error for a zip archive without a Word document, by the names of its parts."""
    names = frozenset(parts)
    if any(n.startswith("xl/") for n in names):
        return InputError(
            "这是 Excel 文件，不是 Word 文件；请提供年度报告的 .docx 文件",
            "this is an Excel workbook, not a Word document; give the report's .docx file",
        )
    if any(n.startswith("ppt/") for n in names):
        return InputError(
            "这是 PowerPoint 文件，不是 Word 文件；请提供年度报告的 .docx 文件",
            "this is a PowerPoint file, not a Word document; give the report's .docx file",
        )
    if any(n.endswith((".docx", ".doc")) for n in names):
        return InputError(
            "这是压缩包，不是 Word 文件；请解压后检查其中的 .docx 文件",
            "this is an archive, not a Word document; unpack it and check the .docx in it",
        )
    return InputError(
        f"压缩包中没有 Word 正文（word/document.xml），不是有效的 .docx；{_SAVE_ZH}",
        f"the package holds no Word document (word/document.xml), so it is no valid .docx; {_SAVE_EN}",
    )
