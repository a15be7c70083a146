"""Files of other word processors (.doc, .wps, .rtf, .odt and kin), read by way of LibreOffice's conversion to .docx.

Marks of the file (tracked changes, comments …) that outlive the conversion are judged as if they had stood in a Word
file. Where there are none, that says something only of forms whose marks LibreOffice is known to carry over
(Form.kept); of the others the fact is None, so that rules on it end as "not assessed" instead of passing in silence.
"""

from __future__ import annotations

from io import BytesIO

from checker.dataclass import dataclass, replace
from checker.document import Document, FileFacts, Mark
from checker.errors import InputError
from checker.readers import ole, soffice
from checker.readers.archive import Archive
from checker.readers.docx import read_docx
from checker.readers.package import Package


@dataclass(frozen=True, slots=True)
class Form:
    """A format that LibreOffice converts.

    name: as FileFacts.format has it. ending: of the file that it is given, since some of its filters go by that.
    kept: the facts of a file that outlive the conversion, as seen with LibreOffice 7.4.
    """

    name: str
    ending: str
    kept: frozenset[str]


_ALL = frozenset({"revisions", "comments", "hidden", "metadata"})
_FACTS = (*_ALL, "active", "links")
FORMS = {
    form.name: form
    for form in (
        Form("doc", ".doc", _ALL),
        Form("odt", ".odt", _ALL),
        Form("fodt", ".fodt", _ALL),
        Form("rtf", ".rtf", frozenset()),
        Form("wordml", ".xml", frozenset({"comments"})),
        Form("works", ".wps", frozenset()),
    )
}


def read_office(data: bytes, form: Form) -> Document:
    """The document in `data`, converted by LibreOffice.

    Raises InputError where LibreOffice is missing or can't open the file, for encrypted files, and as read_docx.
    """
    if form.name == "doc" and ole.encrypted(data):
        raise InputError(
            "文件已加密，请在 Word 中取消密码保护并保存后再检查",
            "the file is encrypted; remove its password in Word, save it and check it again",
        )
    found = soffice.found()
    if found is None:
        raise _absent(form)
    document = read_docx(Package(Archive(BytesIO(soffice.converted(data, form.ending, found)))))
    return replace(document, facts=_facts(document.facts, form, data))


def _facts(made: FileFacts, form: Form, data: bytes) -> FileFacts:
    found: dict[str, tuple[Mark, ...] | None] = {}
    for name in _FACTS:
        marks: tuple[Mark, ...] = getattr(made, name) or ()
        if name == "active" and form.name == "doc" and ole.has_macros(data):  # dropped, but seen in the file itself
            marks = (Mark("macro", ole.MACROS), *marks)
        found[name] = marks if marks or name in form.kept else None
    return FileFacts(form.name, **found)


def _absent(form: Form) -> InputError:
    program = soffice.named()
    if program is not None:
        return InputError(
            f"找不到 --soffice 所指的程序 {program}；请核对路径，或在 Word 中另存为 .docx 再检查",
            f"--soffice names no program: {program}; check the path, or save the file as .docx in Word",
        )
    kind = form.ending
    return InputError(
        f"读取 {kind} 需要 LibreOffice：请安装（libreoffice.org，或 apt install libreoffice-writer），"
        "或在 Word、WPS 中另存为 .docx 再检查",
        f"reading {kind} needs LibreOffice: install it (libreoffice.org, or apt install libreoffice-writer), "
        "or save the file as .docx in Word",
    )
