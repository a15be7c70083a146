"""What the elements of a web page are to a reader of its text: blocks, words in a line, furniture, or unseen."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins"),
        *("kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    )
)
"""Elements that begin no line of their own; so do all of a foreign namespace (o:p, st1:chsdate …)."""
UNSEEN = frozenset(
    (
        *("script", "style", "head", "title", "meta", "link", "base", "noscript", "template", "iframe", "frame"),
        *("object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map", "area", "xml", "progress"),
        *("select", "option", "optgroup", "button", "input", "textarea", "datalist", "meter", "dialog"),
        *("del", "rp", "rt"),
    )
)
"""Elements whose text is no part of what is read: so is deleted text, and a reading beside a character."""
FURNITURE = frozenset(("nav", "footer", "aside", "menu"))
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_\s])(?:nav|navi|navbar|menu|breadcrumbs?|crumbs?|position|location|weizhi|dqwz|foot|footer|bottom|copyright|"
    r"sidebar|sider?|aside|share|bdsharebuttonbox|bdshare|related?|recommend|xgwz|xgyd|toolbar|tools?|print|"
    r"prev|next|pager|pagination|qrcode|ewm|hot|comments?|banner|logo|search|login|topbar|friend-?links?|links?|yqlj|"
    r"popup|pop|modal|dialog|tips?|float|share-box|accessib\w{0,10}|wza)(?=$|[-_\s\d])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(
    r"(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|mso-hide\s{0,4}:\s{0,4}all)", re.IGNORECASE
)
_WORD_NUMBER = re.compile(r"mso-list\s{0,4}:\s{0,4}ignore", re.IGNORECASE)
_TITLE_NAME = re.compile(r"title|headline|biaoti|(?:^|[-_\s])(?:tit|bt)(?=$|[-_\s\d])", re.IGNORECASE)
_NAMES = 200
"""Characters of a class or id that are looked at."""


def tag_of(element: etree._Element) -> str:
    """The element's name in lower case; "" for comments and instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def inline(tag: str) -> bool:
    """Whether an element's text runs on in the line."""
    return tag in INLINE or ":" in tag


def names(element: etree._Element) -> str:
    """Class and id of an element."""
    return f"{element.get('class', '')[:_NAMES]} {element.get('id', '')[:_NAMES]}"


def hidden(element: etree._Element) -> bool:
    """Whether the element says that it is not shown."""
    if not element.attrib:
        return False
    style = element.get("style", "")
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or (bool(style) and _HIDDEN_STYLE.search(style[:2000]) is not None)
    )


def furniture(element: etree._Element, tag: str) -> bool:
    """Whether the element is, by its name, what stands around an article: navigation, footer, related links."""
    if tag in FURNITURE or element.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary"):
        return True
    known = names(element)
    return len(known) > 1 and _FURNITURE_NAME.search(known) is not None


def is_word_number(element: etree._Element) -> bool:
    """Whether the element is the automatic number of a paragraph, as Word writes it into a page."""
    style = element.get("style", "")
    return "mso-list" in style and _WORD_NUMBER.search(style[:500]) is not None


def word_number(element: etree._Element) -> str:
    """The number, "" for a bullet."""
    number = "".join(text for text in element.itertext() if isinstance(text, str)).replace("\xa0", "").strip()
    return number if any(c.isalnum() for c in number) and len(number) > 1 else ""


def heading_level(tag: str) -> int | None:
    """0 for h1 … 5 for h6, None for others."""
    return int(tag[1]) - 1 if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


def titled(element: etree._Element) -> bool:
    """Whether class or id call the element a title."""
    return _TITLE_NAME.search(names(element)) is not None


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"[ \t\n\r\f]+")


def collapsed(text: str) -> str:
    """White space as a browser shows it: a run is one blank; none where a source line ends between wide characters."""

    def one(match: re.Match[str]) -> str:
        start, end = match.span()
        broken = "\n" in match[0] or "\r" in match[0]
        inside = start > 0 and end < len(text)
        return "" if broken and inside and text[start - 1] >= "\u2e80" and text[end] >= "\u2e80" else " "

    return _spaces().sub(one, text)
