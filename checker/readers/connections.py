"""What a package says by its relationships and properties: programs, embedded files, outside links, names of people.

Kinds of marks:
active    macro, activex, ole (an embedded object), file (an embedded file; the workbook behind a chart is none)
links     picture, template, ole, document, data, file (a hyperlink to one on this or another machine: others are none),
          or the relationship's own name
metadata  author, last_editor, company, manager: as they stand, also "Administrator" or the name of a program, since
          only a person can tell what is a name
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.document import Mark
from checker.errors import InputError
from checker.readers import limits, xml_part
from checker.readers.package import Package, Relationship

_LINK_KINDS = {
    "image": "picture",
    "attachedTemplate": "template",
    "oleObject": "ole",
    "subDocument": "document",
    "aFChunk": "document",
    "frame": "document",
    "mailMergeSource": "data",
    "mailMergeHeaderSource": "data",
    "recipientData": "data",
    "externalLinkPath": "data",
    "package": "data",
}
_ACTIVE_KINDS = {"vbaProject": "macro", "control": "activex", "oleObject": "ole", "package": "file", "aFChunk": "file"}
_SIGNS = (b"xternal", b"vbaProject", b"/control", b"/oleObject", b"/package", b"/aFChunk")
_PERSONS = (
    ("core-properties", "creator", "author"),
    ("core-properties", "lastModifiedBy", "last_editor"),
    ("extended-properties", "Company", "company"),
    ("extended-properties", "Manager", "manager"),
)


def mark(kind: str, quote: str = "", paragraph: int | None = None) -> Mark:
    """A mark with its quotation cut to a length that a finding can print."""
    quote = quote.strip()
    return Mark(kind, quote if len(quote) <= limits.QUOTE else quote[: limits.QUOTE - 1] + "…", paragraph)


def connections(package: Package) -> tuple[list[Mark], list[Mark]]:
    """Active content, and links to the outside, by the relationships of all parts."""
    active: list[Mark] = []
    links: list[Mark] = []
    for part, found in _relationships(package):
        if found.external:
            if found.kind != "hyperlink":
                links.append(mark(_LINK_KINDS.get(found.kind, found.kind), found.target))
            elif _is_file(found.target):
                links.append(mark("file", found.target))
        elif part and found.kind in _ACTIVE_KINDS and not (found.kind == "package" and "/charts/" in f"/{part}"):
            active.append(mark(_ACTIVE_KINDS[found.kind], found.target.rpartition("/")[2]))
    return active, links


def _is_file(target: str) -> bool:
    """Whether a hyperlink leads to a file of a machine or of its neighbour: file:///C:/…, C:\\…, \\\\server\\…"""
    begun = target.strip().lower()
    return begun.startswith(("file:", "\\\\")) or (begun[1:2] == ":" and begun[:1].isalpha())


def _relationships(package: Package) -> Iterator[tuple[str, Relationship]]:
    """Relationships of all parts with the part they start from; those without a sign of note are not parsed."""
    for key in package.parts:
        if not key.endswith(".rels"):
            continue
        folder, _, name = key.removesuffix(".rels").rpartition("_rels/")
        part = folder + name
        if part and part != package.main:
            data = package.optional(key)
            if not any(sign in data for sign in _SIGNS):
                continue
        for relationship in package.relationships(part):
            yield part, relationship


def metadata(package: Package) -> Iterator[Mark]:
    """Names in the properties of the file that are not empty."""
    roots: dict[str, etree._Element | None] = {}
    for kind, name, label in _PERSONS:
        if kind not in roots:
            part = package.target("", kind)
            data = package.optional(part)
            try:
                roots[kind] = xml_part.parse(data, part)[0] if data else None
            except InputError as error:
                package.cautions.append(f"{part} was not read: {error}.")
                roots[kind] = None
        root = roots[kind]
        for element in root if root is not None else ():
            if element.tag.rpartition("}")[2] == name and element.text and element.text.strip():
                yield mark(label, element.text)
