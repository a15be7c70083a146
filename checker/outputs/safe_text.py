"""Text of a report, made harmless for the output that it goes into."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def visible(text: str, *, lines: bool = True) -> str:
    """The text without control characters and without characters that turn the direction of writing.

    lines: line breaks and tabs stay; else they become blanks.
    """
    kept = []
    for char in text:
        if char in "\n\t":
            kept.append(char if lines else " ")
        elif char == "\r":
            kept.append("\n" if lines else " ")
        elif not _unseen(char):
            kept.append(char)
    return "".join(kept)


def in_cell(text: str) -> str:
    """The text for a cell of a workbook: one that a program could take for a formula gets an apostrophe before it.

    A text of marks alone (a dash in a cell of numbers) is none.
    """
    text = visible(text)
    bare = text.lstrip(" \u3000\n\t")
    return "'" + text if bare.startswith(_FORMULA) and any(c.isalnum() for c in bare) else text


def in_command(text: str) -> str:
    """The message of a workflow command: escaped as the runner reads it, so that it ends where it should."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """A property of a workflow command, in which the marks between properties are escaped too."""
    return in_command(text).replace(":", "%3A").replace(",", "%2C")


def in_markdown(text: str) -> str:
    """The text in one line of Markdown, every mark of markup or HTML shown as it is, no link made of it."""
    shown = visible(text, lines=False)
    for mark in "\\`*_{}[]()#+!|~":
        shown = shown.replace(mark, "\\" + mark)
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace("@", "&#64;").replace("://", "&#58;//").replace("www.", "www&#46;")


def in_log(text: str) -> str:
    """Lines for a screen, maybe the log of a build server, to which one that begins with :: or ## is a command."""
    return text.replace("::", ": :").replace("##", "# #") if "::" in text or "##" in text else text


def in_html(text: str) -> str:
    """The text inside an element or an attribute of HTML or XML; no line of it is a command to a build server."""
    shown = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace('"', "&quot;").replace("'", "&#39;").replace("::", "&#58;:").replace("##", "&#35;#")


def _unseen(char: str) -> bool:
    code = ord(char)
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code <= 0xDFFF
        or code & 0xFFFE == 0xFFFE
    )
