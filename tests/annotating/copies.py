"""What the tests ask of an annotated copy."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from checker.annotating.annotate import annotate
from checker.document import Document, Place
from checker.findings import Assessment, Finding, Severity
from checker.layout.lay import lay
from checker.pack import Pack
from checker.readers import read
from checker.report import Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Read:
    """A file as read and laid."""

    document: Document
    report: Report


def read_all(data: bytes, pack: Pack) -> Read:
    document = read(data, "a.docx")
    assert isinstance(document, Document)
    return Read(document, lay(document, pack.layouts, pack.names, file="a.docx"))


def finding(place: Place, message: str = "数据不平") -> Finding:
    return Finding("GK310", "requests-balance", Severity.ERROR, message, "核对该列", "惯例", place)


def annotated(data: bytes, places: list[Place], pack: Pack, **more: object) -> bytes:
    """The copy with a finding at each place."""
    report = read_all(data, pack).report
    findings = tuple(finding(place) for place in places)
    assessment = Assessment("a.docx", report.year, None, report.layout, 1, 1, 0, findings, report=report)
    return annotate(data, assessment, pack.layouts, pack.names, **more)  # type: ignore[arg-type]


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def shown_ranges(document: bytes) -> dict[str, str]:
    """The text of each comment's range, by the comment's number, without blanks."""
    document = document.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode())
    open_now: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for element in etree.fromstring(document).iter():
        if element.tag == W + "commentRangeStart":
            open_now[element.get(W + "id")] = []
        elif element.tag == W + "commentRangeEnd":
            done[element.get(W + "id")] = "".join("".join(open_now.pop(element.get(W + "id"))).split())
        elif element.tag == W + "t":
            if any(a.tag in (W + "del", W + "moveFrom") for a in element.iterancestors()):
                continue
            for words in open_now.values():
                words.append(element.text or "")
    assert not open_now
    return done
