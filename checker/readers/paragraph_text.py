"""The words of a paragraph as the page shows them: runs joined, results of fields, no deletions, no hidden text."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from checker.dataclass import dataclass, field
from checker.readers.number_formats import printed
from checker.readers.styles import Resolved, Styles
from checker.readers.tags import (
    ALTERNATES,
    CHOICE,
    FALLBACK,
    HIDDEN,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    SDT,
    SDT_CONTENT,
    TEXT,
    TEXT_BOX,
    TRANSPARENT,
    VAL,
    M,
    V,
    W,
    off,
    understood,
)

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
"""Page breaks too part what stands before and after them; at the ends of a paragraph they go (see Words.text)."""
_FIELD, _INSTRUCTION, _SYMBOL, _RUBY = W + "fldChar", W + "instrText", W + "sym", W + "ruby"
_SIMPLE_FIELD, _LINK = W + "fldSimple", W + "hyperlink"
_INSTRUCTION_LENGTH, _OPEN_FIELDS = 1000, 50
"""More of either is no honest field."""
_HEADING = "_Toc"
"""How the bookmarks begin that Word sets at headings for a table of contents."""
_DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
_MATH = frozenset({M + "oMath", M + "oMathPara"})
_INVISIBLE = str.maketrans("", "", "\u200b\ufeff")
_INVISIBLE_BYTES = tuple(c.encode() for c in "\u200b\ufeff")


@dataclass(slots=True)
class Words:
    """What a paragraph shows, and what it hides.

    shown: the visible text. hidden: stretches of hidden text, each in pieces; hiding: the last of them still goes on.
    boxes: text boxes anchored in it (their w:txbxContent), or the text of a WordArt. link: it holds a link to a heading
    of the table of contents; linked: the text of the link. in_contents: some of it is the result of a TOC field.
    """

    shown: list[str] = field(default_factory=list)
    hidden: list[list[str]] = field(default_factory=list)
    boxes: list[etree._Element | str] = field(default_factory=list)
    link: bool = False
    linked: str = ""
    in_contents: bool = False
    hiding: bool = False

    @property
    def text(self) -> str:
        """The visible text, without line breaks at its ends."""
        shown = self.shown
        return "".join(shown).strip("\n") if len(shown) != 1 else shown[0].strip("\n")


@dataclass(slots=True)
class Field:
    """A complex field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def contents(self) -> bool:
        """Whether it is a table of contents."""
        return self.result and self.instruction.lstrip()[:4].upper().rstrip() == "TOC"


class TextReader:
    """Reads paragraphs one after another; fields may run over several of them."""

    def __init__(self, data: bytes, styles: Styles) -> None:
        """`data`: the bytes of the part, tested for what would cost time to look for in every run."""
        self._styles = styles
        self._data = data
        self._has_invisible = any(sign in data for sign in _INVISIBLE_BYTES)
        self.fields: list[Field] = []
        self._mute = self._contents = self._hidden = False
        self._style = Resolved()
        self._words = Words()

    @cached_property
    def _may_hide(self) -> bool:
        """Whether properties of a run may tell otherwise than its paragraph does."""
        return b"vanish" in self._data or (self._styles.hides and b"rStyle" in self._data)

    @cached_property
    def _has_boxes(self) -> bool:
        return b"txbxContent" in self._data or b"textpath" in self._data

    def read(self, paragraph: etree._Element, style: Resolved) -> Words:
        """The words of a w:p whose paragraph style is `style`."""
        self._words = words = Words()
        self._style = style
        self._hidden = style.hidden or self._styles.hidden_by_default
        self._inline(paragraph)
        if self._mute:  # a field without a result does not run on: a missing end would swallow the rest of the report
            self.fields = [f for f in self.fields if f.result]
            self.refresh()
        return words

    def branch(self, alternates: etree._Element) -> etree._Element | None:
        """The one branch of alternate content that Word shows."""
        for child in alternates:
            if child.tag == FALLBACK or (child.tag == CHOICE and understood(child.nsmap, child.get("Requires", ""))):
                return child
        return None

    def plain(self, element: etree._Element) -> str:
        """The characters of a w:t, without blanks at its ends (Word drops them unless told) and signs of no width."""
        text = element.text
        if not text:
            return ""
        if (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(_SPACE) != "preserve":
            text = text.strip(_BLANKS)
        if "\n" in text:
            text = text.replace("\n", " ")
        return text.translate(_INVISIBLE) if self._has_invisible else text

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, self._hidden)
            elif tag in TRANSPARENT:
                self._wrapped(child, tag)
            elif tag == SDT:
                for content in child.iterchildren(SDT_CONTENT):
                    self._inline(content)
            elif tag == ALTERNATES:
                chosen = self.branch(child)
                if chosen is not None:
                    self._inline(chosen)
            elif tag in _MATH:
                self._add("".join(t.text or "" for t in child.iter(M + "t", TEXT)), self._hidden)

    def _wrapped(self, wrapper: etree._Element, tag: str) -> None:
        if tag == _LINK and wrapper.get(W + "anchor", "").startswith(_HEADING):
            words, before = self._words, len(self._words.shown)
            self._inline(wrapper)
            words.link = True
            words.linked += "".join(words.shown[before:])
            return
        if tag == _SIMPLE_FIELD:
            self.fields.append(Field(wrapper.get(W + "instr", ""), True))
            self.refresh()
            self._inline(wrapper)
            self.fields.pop()
            self.refresh()
        else:
            self._inline(wrapper)

    def _run(self, run: etree._Element, hidden: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == TEXT:
                self._add(self.plain(child), hidden)
            elif tag == RUN_PROPERTIES:
                if self._may_hide:
                    hidden = self._hides(child)
            elif tag in SIGNS:
                self._add(SIGNS[tag], hidden)
            else:
                self._rest(child, tag, hidden)

    def _rest(self, child: etree._Element, tag: str, hidden: bool) -> None:
        """What seldom stands in a run."""
        if tag == _FIELD:
            self._mark(child.get(W + "fldCharType", ""), hidden)
        elif tag == _INSTRUCTION:
            if self.fields and not self.fields[-1].result and len(self.fields[-1].instruction) < _INSTRUCTION_LENGTH:
                self.fields[-1].instruction += (child.text or "")[:_INSTRUCTION_LENGTH]
        elif tag in _DRAWN:
            if self._has_boxes and not hidden:
                self._drawn(child)
        elif tag == ALTERNATES:
            chosen = self.branch(child)
            if chosen is not None:
                self._run(chosen, hidden)
        elif tag == _SYMBOL:
            self._add(_symbol(child.get(W + "char", ""), child.get(W + "font", "")), hidden)
        elif tag == _RUBY:
            for base in child.iterchildren(W + "rubyBase"):
                self._inline(base)

    def _add(self, text: str, hidden: bool) -> None:
        if self._mute or not text:
            return
        words = self._words
        if hidden:
            if not words.hiding:
                words.hidden.append([])
            words.hidden[-1].append(text)
            words.hiding = True
            return
        words.hiding = False
        words.shown.append(text)
        if self._contents and not words.in_contents and not text.isspace():
            words.in_contents = True

    def _hides(self, properties: etree._Element) -> bool:
        """Whether run properties hide the run: its own word, else the styles', which cancel each other out (17.7.3)."""
        by_style = self._style.hidden
        for child in properties:
            if child.tag == HIDDEN:
                return not off(child.get(VAL))
            if child.tag == RUN_STYLE:
                by_style = by_style != self._styles.of(child.get(VAL, "")).hidden
        return by_style or self._styles.hidden_by_default

    def _mark(self, kind: str, hidden: bool) -> None:
        """A field begins, comes to its result, or ends."""
        if kind == "begin":
            if len(self.fields) < _OPEN_FIELDS:
                self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
            if _HEADING in self.fields[-1].instruction:
                self._words.link = True
        elif kind == "end" and self.fields:
            closed = self.fields.pop()
            self.refresh()
            if not closed.result:
                self._add(_enclosed(closed.instruction), hidden)
        self.refresh()

    def refresh(self) -> None:
        """Takes up `fields` after they were changed."""
        self._mute = any(not f.result for f in self.fields)
        self._contents = any(f.contents for f in self.fields)

    def _drawn(self, element: etree._Element) -> None:
        """Finds text boxes in a drawing, one branch of alternate content only."""
        stack = [element]
        while stack:
            current = stack.pop()
            tag = current.tag
            if tag == TEXT_BOX:
                self._words.boxes.append(current)
            elif tag == V + "textpath":
                self._words.boxes.append(current.get("string", ""))
            elif tag == ALTERNATES:
                chosen = self.branch(current)
                if chosen is not None:
                    stack.append(chosen)
            else:
                stack.extend(reversed(current))


def _symbol(char: str, font: str) -> str:
    """A w:sym: a sign of a symbol font stands in the private area; Symbol's digits and punctuation are ASCII's."""
    try:
        code = int(char, 16)
    except ValueError:
        return ""
    if 0xF020 <= code <= 0xF040 and font == "Symbol":
        code -= 0xF000
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _enclosed(instruction: str) -> str:
    r"""What an EQ field without a result draws, where it is a sign in a circle: {EQ \o\ac(○,3)} is ③."""
    head, comma, rest = instruction[:200].partition(",")
    if not comma or not head.lstrip().upper().startswith("EQ") or r"\o" not in head.lower():
        return ""
    sign = rest.rpartition(")")[0].strip()
    return printed(int(sign), "decimalEnclosedCircle") if sign.isdecimal() and len(sign) < 3 else sign[:2]
