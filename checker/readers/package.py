"""An Open Packaging Conventions package (ISO/IEC 29500-2): its parts, and what points where."""

from __future__ import annotations

from functools import cached_property

from checker.dataclass import dataclass
from checker.errors import InputError
from checker.readers import limits, xml_part
from checker.readers.archive import Archive, part_key

_WELL_KNOWN = "word/document.xml"
_MAIN_CONTENT = b"wordprocessingml.document.main+xml"
_MAIN_MACRO = b"document.macroEnabled.main+xml"
_MAIN_TEMPLATE = b"template.main+xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part.

    id: as the part cites it. kind: the last step of its type ("styles", "image"), the same for strict and transitional.
    target: the part it points to (as a key of the archive), or the address as written where `external`.
    """

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of an archive and the relationships between them."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.cautions: list[str] = []
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def __contains__(self, part: str) -> bool:
        return part in self.archive

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all parts, as keys."""
        return tuple(self.archive.entries)

    def data(self, part: str) -> bytes:
        """The bytes of a part, in UTF-8 with transitional namespaces; raises InputError."""
        return xml_part.plain(self.archive.read(part))

    def optional(self, part: str) -> bytes:
        """Like data(), but b"" where the part is missing, and with a caution where it is damaged."""
        try:
            return self.data(part) if part and part in self.archive else b""
        except InputError as error:
            self.cautions.append(f"{part} was not read: {error}.")
            return b""

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part ("" for the package itself)."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def target(self, part: str, kind: str) -> str:
        """The part that `part` points to by the relationship `kind`, "" if there is none."""
        for found in self.relationships(part):
            if found.kind == kind and not found.external and found.target in self.archive:
                return found.target
        return ""

    @cached_property
    def main(self) -> str:
        """The main document part: by relationship, by content type or by its usual name; "" if there is none."""
        by_relationship = self.target("", "officeDocument")
        if by_relationship:
            return by_relationship
        types = self.optional("[content_types].xml")
        if _MAIN_CONTENT in types or _MAIN_MACRO in types or _MAIN_TEMPLATE in types:
            for chunk in types.split(b"<"):
                if _MAIN_CONTENT in chunk or _MAIN_MACRO in chunk or _MAIN_TEMPLATE in chunk:
                    name = part_key(_attribute(chunk, b"PartName"))
                    if name in self.archive:
                        return name
        return _WELL_KNOWN if _WELL_KNOWN in self.archive else ""

    def _read_relationships(self, part: str) -> tuple[Relationship, ...]:
        folder, _, name = part.rpartition("/")
        data = self.optional(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        if not data:
            return ()
        try:
            root, caution = xml_part.parse(data, f"{name}.rels")
        except InputError as error:
            self.cautions.append(f"Relationships of {part or 'the package'} were not read: {error}.")
            return ()
        if caution:
            self.cautions.append(caution)
        found = []
        for node in list(root)[: limits.RELATIONSHIPS]:
            target, external = node.get("Target", ""), node.get("TargetMode", "").lower() == "external"
            if not external:
                target = _resolve(folder, target)
            kind = node.get("Type", "").rstrip("/").rpartition("/")[2]
            found.append(Relationship(node.get("Id", ""), kind, target, external))
        return tuple(found)


def _resolve(folder: str, target: str) -> str:
    """A target as a key of the archive: from the root with a leading slash, else from the folder of its source."""
    target = target.replace("\\", "/").partition("#")[0]
    if "%" in target:
        from urllib.parse import unquote  # late: names with escapes are rare, and the import is not free

        target = unquote(target)
    steps = [] if target.startswith("/") or not folder else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return part_key("/".join(steps))


def _attribute(tag: bytes, name: bytes) -> str:
    """The value of an attribute in the text of one tag."""
    for quote in (b'"', b"'"):
        _, found, rest = tag.partition(name + b"=" + quote)
        if found:
            return rest.partition(quote)[0].decode("utf-8", "replace")
    return ""
