"""Readers: one file per input format, chosen by what a file holds and not by what it is called."""

from __future__ import annotations

import os
from io import BytesIO
from stat import S_ISDIR, S_ISREG

from checker.document import Document
from checker.errors import InputError
from checker.hints import TYPE_CHECKING, BinaryIO
from checker.readers import limits, signatures

if TYPE_CHECKING:
    from checker.readers.package import Package
    from checker.report import Report

_HEAD = 4096


def read(source: str | os.PathLike[str] | bytes, name: str) -> Document | Report:
    """The document in a file, or in the bytes of one; `name` is the file's name as the user gave it.

    The JSON of `gkcheck parse` is a report already. Raises InputError where it can't be read as a report: missing,
    empty, of another format, encrypted, damaged, far too large.
    """
    if isinstance(source, bytes):
        return _read(BytesIO(source), name)
    try:
        mode = os.stat(source).st_mode
        if not S_ISREG(mode) and not S_ISDIR(mode):  # reading a pipe or device may never end
            raise InputError(
                "不是普通文件；管道请用 - 送入标准输入", "not a regular file; for a pipe give - and use standard input"
            )
        with open(source, "rb") as file:
            return _read(file, name)
    except FileNotFoundError:
        raise InputError("找不到文件，请核对路径", "no such file; check the path") from None
    except IsADirectoryError:
        raise InputError("这是文件夹，不是文件", "this is a folder, not a file") from None
    except OSError as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"无法读取文件（{reason.zh}），请核对权限后再试",
            f"the file can't be read ({reason.en}); check its permissions",
        ) from None


def _read(file: BinaryIO, name: str) -> Document | Report:
    size = file.seek(0, 2)
    if size > limits.FILE_BYTES:
        raise InputError(
            "文件过大，不像是年度报告，请压缩其中的图片后再检查",
            "the file is far too large for an annual report; compress its pictures and check it again",
        )
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(signatures.ZIP):
        return _read_package(file)
    if head.startswith(signatures.OLE):
        data = _whole(file)
        form = signatures.office_file(data)
        if not form:
            raise signatures.compound(data)
        return _read_office(data, form)
    if b"%PDF-" in head[:1024]:
        from checker.readers.pdf import read_pdf

        return read_pdf(_whole(file))
    form = signatures.office_form(head)
    if form:
        return _read_office(_whole(file), form)
    if signatures.is_foreign(head):
        raise signatures.foreign(head)
    return _read_text(file, name)


def _read_text(file: BinaryIO, name: str) -> Document | Report:
    """What is neither a package nor a known binary format: markup, JSON or text."""
    from checker.readers.written import read_written  # a format's reader is loaded when a file needs it

    return read_written(_whole(file), name)


def _read_office(data: bytes, form: str) -> Document:
    """A file of another word processor, converted by LibreOffice."""
    from checker.readers.office import FORMS, read_office

    return read_office(data, FORMS[form])


def _whole(file: BinaryIO) -> bytes:
    file.seek(0)
    data = file.read(limits.WHOLE_BYTES + 1)
    if len(data) > limits.WHOLE_BYTES:
        from checker.readers.blocks import too_large

        raise too_large()
    return data


def _read_package(file: BinaryIO) -> Document:
    from checker.readers.archive import Archive  # a format's reader is loaded when a file needs it
    from checker.readers.lean_lxml import load_lxml

    load_lxml()
    from checker.readers.docx import read_docx
    from checker.readers.package import Package

    package = Package(Archive(file))
    if not package.main and _open_document(package):
        return _read_office(_whole(file), "odt")
    if not package.main or package.main.startswith(("xl/", "ppt/")):
        raise signatures.not_word(package.parts)
    return read_docx(package)


def _open_document(package: Package) -> bool:
    """Whether a package is an OpenDocument text. Raises InputError for one that is encrypted."""
    mark = package.optional("mimetype")
    if not mark.startswith(b"application/vnd.oasis.opendocument.text"):
        return False
    if b"encryption-data" in package.optional("meta-inf/manifest.xml"):
        raise InputError(
            "文件已加密，请先取消密码保护再检查", "the file is encrypted; remove the password and check it again"
        )
    return True
