"""The comments of a Word file (ISO/IEC 29500-1, 17.13.4): their text, and the parts that must name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from checker.annotating.markup import Insertion, Markup
from checker.dataclass import dataclass
from checker.readers import xml_part
from checker.readers.archive import part_key
from checker.readers.package import Package
from checker.readers.tags import W

AUTHOR, INITIALS = "gkcheck", "gk"
_PLAIN, _STRICT = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATED, _RELATED_STRICT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
)
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ANCHORS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
# Set by hand, since the file's own styles may indent and enlarge every paragraph. Strict files say start and end.
_LINE = (
    '<{w}pPr><{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>'
    '<{w}ind {w}{left}="0" {w}{right}="0" {w}firstLineChars="0" {w}firstLine="0"/><{w}jc {w}val="{left}"/></{w}pPr>'
)
_RUN = '<{w}r><{w}rPr>{bold}<{w}sz {w}val="20"/></{w}rPr><{w}t xml:space="preserve">{text}</{w}t></{w}r>'


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its number in the file, and its lines; a line that begins a finding is set bold.

    lead: it begins with an empty line, since LibreOffice drops the first one of some comments within content controls.
    """

    number: int
    lines: Sequence[tuple[str, bool]]
    lead: bool = False


def first_number(package: Package, root: etree._Element) -> int:
    """A number from which on no comment of the file has one; `root`: of its main part."""
    used = {anchor.get(W + "id", "") for anchor in root.iter(*_ANCHORS)}
    part = package.target(package.main, "comments")
    if part:
        comments, _ = xml_part.parse(package.data(part), part)
        used |= {comment.get(W + "id", "") for comment in comments.iter(W + "comment")}
    return max((int(number) for number in used if number.isascii() and number.isdigit()), default=-1) + 1


def marks_of(number: int, prefix: bytes, declared: bytes, *, early: bool) -> tuple[bytes, bytes]:
    """What stands where the range of a comment begins, and where it ends, with the reference that shows the comment.

    prefix: with its colon; declared: what binds it, if need be. early: the reference stands at the beginning.
    """
    start = b'<%bcommentRangeStart%b %bid="%d"/>' % (prefix, declared, prefix, number)
    end = b'<%bcommentRangeEnd%b %bid="%d"/>' % (prefix, declared, prefix, number)
    reference = b'<%br%b><%bcommentReference %bid="%d"/></%br>' % (prefix, declared, prefix, prefix, number, prefix)
    return (start + reference, end) if early else (start, end + reference)


def prefix_of(name: bytes, *, strict: bool) -> tuple[bytes, bytes]:
    """The prefix to write beside an element of that name, and the declaration that it needs there.

    Attributes of comments need a prefix; an element without one stands in a default namespace.
    """
    prefix, colon, _ = name.partition(b":")
    if colon:
        return prefix + b":", b""
    return b"w:", b' xmlns:w="%b"' % (_STRICT if strict else _PLAIN).encode()


def is_strict(data: bytes) -> bool:
    """Whether a part is of a strict document."""
    return _STRICT.encode() in data


def comment_parts(
    package: Package, comments: Iterable[Comment], when: datetime | None, *, strict: bool
) -> dict[str, bytes]:
    """The parts to be written so that the file has these comments beside its own, by name."""
    part = package.target(package.main, "comments")
    if part:
        data = package.archive.read(part)
        root, _ = xml_part.parse(package.data(part), part)
        markup = Markup(data, root)
        prefix, declared = prefix_of(markup.name(root), strict=strict)
        body = b"".join(
            _comment(comment, prefix.decode(), declared.decode(), when, strict=strict) for comment in comments
        )
        return {package.archive.entries[part].name: _appended(markup, root, body)}
    folder, _, name = package.archive.entries[package.main].name.rpartition("/")
    folder = f"{folder}/" if folder else ""
    free = _free_name(package, folder)
    body = b"".join(_comment(comment, "w:", "", when, strict=strict) for comment in comments)
    head = f'<w:comments xmlns:w="{_STRICT if strict else _PLAIN}">'.encode()
    return {
        free: _DECLARED + head + body + b"</w:comments>",
        **_declare(
            package, _TYPES, f"<{{}}Override PartName={quoteattr('/' + free)} ContentType={quoteattr(_CONTENT)}/>"
        ),
        **_relate(package, f"{folder}_rels/{name}.rels", free.removeprefix(folder), strict=strict),
    }


def _comment(comment: Comment, prefix: str, declared: str, when: datetime | None, *, strict: bool) -> bytes:
    left, right = ("start", "end") if strict else ("left", "right")
    date = "" if when is None else f' {prefix}date="{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"'
    lines = []
    for number, (text, bold) in enumerate([("", False)] * comment.lead + list(comment.lines)):
        mark = "" if number else f"<{prefix}r><{prefix}annotationRef/></{prefix}r>"
        run = _RUN.format(w=prefix, bold=f"<{prefix}b/>" if bold else "", text=escape(_allowed(text)))
        lines.append(f"<{prefix}p>{_LINE.format(w=prefix, left=left, right=right)}{mark}{run}</{prefix}p>")
    return (
        f'<{prefix}comment{declared} {prefix}id="{comment.number}" {prefix}author="{AUTHOR}"{date} '
        f'{prefix}initials="{INITIALS}">{"".join(lines)}</{prefix}comment>'
    ).encode()


def _allowed(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return "".join(
        c for c in text if (c >= " " or c in "\t\n") and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )


def _free_name(package: Package, folder: str) -> str:
    types = package.optional(part_key(_TYPES)).lower()
    for number in range(len(package.parts) + 2):
        name = f"{folder}comments{number or ''}.xml"
        if part_key(name) not in package and f'"/{name}"'.lower().encode() not in types:
            return name
    raise AssertionError("more names than parts")


def _relate(package: Package, part: str, target: str, *, strict: bool) -> dict[str, bytes]:
    used = {relationship.id for relationship in package.relationships(package.main)}
    name = next(f"rIdGk{n}" for n in range(len(used) + 1) if f"rIdGk{n}" not in used)
    kind = _RELATED_STRICT if strict else _RELATED
    if part_key(part) not in package:
        made = f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}/>'
        return {part: _DECLARED + f'<Relationships xmlns="{_RELATIONSHIPS}">{made}</Relationships>'.encode()}
    return _declare(package, part, f'<{{}}Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}/>')


def _declare(package: Package, part: str, element: str) -> dict[str, bytes]:
    """The part with one more element at the end of its root, "{}" in it filled with the prefix in use."""
    key = part_key(part)
    root, _ = xml_part.parse(package.data(key), part)
    markup = Markup(package.archive.read(key), root)
    prefix, colon, _ = markup.name(root).decode().partition(":")
    return {
        package.archive.entries[key].name: _appended(
            markup, root, element.format(f"{prefix}:" if colon else "").encode()
        )
    }


def _appended(markup: Markup, root: etree._Element, content: bytes) -> bytes:
    span = markup.spans[root]
    if span.empty:
        slash = markup.data.rindex(b"/", span.start, span.end)
        return markup.with_insertions([Insertion(slash, span.end, b">" + content + b"</" + markup.name(root) + b">")])
    return markup.with_insertions([Insertion(span.inner_end, span.inner_end, content)])
